"""The whole composition, to be read first: an article in, a validated result out.

layout → recognisers → trained readers → linking (regions, units, bodies, positions, people)
→ assembly (deals, agreements, numbers) → records → checks.
The module is not called `extract`, since a submodule of that name would hide the function `sepakat.extract`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sepakat import checks
from sepakat.assembly.result import Written, write
from sepakat.errors import SourceError
from sepakat.linking.merge import Linked, link
from sepakat.ner.reading import LABEL, find, load
from sepakat.ner.selection import worth_reading
from sepakat.ner.weights import Kind
from sepakat.recognisers import (
    bpjs,
    dates,
    funding,
    groups,
    instruments,
    money,
    names,
    offices,
    organisations,
    programmes,
    rates,
    regions,
    regulations,
    signing_verbs,
    venues,
    workers,
)
from sepakat.records import Result, verify
from sepakat.text.article import Article, Mention, by_place
from sepakat.text.layout import Layout, read_layout

Find = Callable[[Layout], Sequence[Mention[Any]]]

RECOGNISERS: Final[tuple[Find, ...]] = (
    instruments.find,
    signing_verbs.find,
    offices.find,
    names.find,
    organisations.find,
    regions.find,
    bpjs.find,
    dates.find,
    venues.find,
    programmes.find,
    groups.find,
    funding.find,
    workers.find,
    money.find,
    rates.find,
    regulations.find,
)
"""The only register of recognisers, in the order in which they run."""


@dataclass(frozen=True)
class Reading:
    """A result with the way it came about, for `sepakat explain`.

    Attributes:
        layout: The article with its structure.
        mentions: What the recognisers and linking found, in order of place.
        result: The result.
    """

    layout: Layout
    mentions: tuple[Mention[Any], ...]
    result: Result


def extract(article: Article | str, *, published: date | None = None, source: str = "-", ner: Kind = "none") -> Result:
    """Read one article.

    Args:
        article: An article, or its text.
        published: Publication date; it stands above the article's own.
        source: Path, URL or record key, if `article` is a text.
        ner: Trained readers that take part: `spacy`, `stanza`, `both`; `none` is the rules alone.

    Returns:
        The validated result; `agreements` is empty when the article tells of none.

    Raises:
        SourceError: If the text holds a lone surrogate, which UTF-8 cannot write.
        ModelError: If a trained reader is missing, damaged, or made for another version of its library.
        MissingExtraError: If Stanza is asked for and not installed.
    """
    return _read(_article(article, published, source), ner)[1].result


def read(article: Article | str, *, published: date | None = None, source: str = "-", ner: Kind = "none") -> Reading:
    """Read one article and keep what the recognisers found; arguments as for `extract`."""
    linked, written = _read(_article(article, published, source), ner)
    mentions = [m for found in linked.mentions.values() for m in found]
    mentions = sorted([*mentions, *written.mentions()], key=by_place)
    return Reading(linked.layout, tuple(mentions), written.result)


def _article(article: Article | str, published: date | None, source: str) -> Article:
    if isinstance(article, str):
        article = Article(article, source=source)
    return article if published is None else replace(article, published=published)


def _read(article: Article, ner: Kind) -> tuple[Linked, Written]:
    _check_text(article)
    layout = read_layout(article)
    found = recognise(layout)
    readers = load(ner)
    if readers:
        found[LABEL] = [*find(layout, worth_reading(layout, found), readers)]
    linked = link(layout, found)
    written = write(linked, model="+".join(reader.name for reader in readers) or None)
    result = written.result.model_copy(update={"checks": checks.run(linked, written.result)})
    verify(result, layout.article.text)
    return linked, replace(written, result=result)


def _check_text(article: Article) -> None:
    """A text that UTF-8 cannot write could not be written down as a result either."""
    try:
        article.text.encode()
    except UnicodeEncodeError as error:
        raise SourceError(
            f"{article.source}: character {error.start} is a lone surrogate, half of a character; "
            "decode the file again, or replace it (text.encode('utf-8', 'replace'))"
        ) from error


def recognise(layout: Layout) -> dict[str, list[Mention[Any]]]:
    """Everything that the recognisers find, by label, each list in order of place."""
    found: dict[str, list[Mention[Any]]] = {}
    for recognise in RECOGNISERS:
        for mention in recognise(layout):
            found.setdefault(mention.label, []).append(mention)
    for mentions in found.values():
        mentions.sort(key=by_place)
    return found


__all__ = ["RECOGNISERS", "Linked", "Reading", "extract", "read"]
