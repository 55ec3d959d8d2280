"""One article after the other: what every other way of running must agree with, byte for byte."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sepakat.errors import Failed, SourceError
from sepakat.ner.reading import load
from sepakat.records import Result
from sepakat.run.journal import Place
from sepakat.run.reading import run_record
from sepakat.run.settings import Settings
from sepakat.run.stream import Stream
from sepakat.run.triage import Triage
from sepakat.sources.columns import Columns
from sepakat.sources.formats import article, format_of
from sepakat.sources.record import Record
from sepakat.text.article import Article


def run(
    paths: Iterable[str], settings: Settings, *, triage: Triage | None = None, stdin: BinaryIO | None = None
) -> Iterator[Result | Failed]:
    """Read and extract articles one by one.

    Args:
        paths: Files, folders and URLs.
        settings: How each article is read.
        triage: Leaves out what cannot hold an agreement; without it every record is extracted.
        stdin: Where the path `-` is read from.

    Yields:
        For each record, in order, its result or why there is none.

    Raises:
        ModelError: If a trained reader cannot be loaded, before anything is read.
        MissingExtraError: If a package is missing.
    """
    load(settings.ner)
    for item in Stream(paths, settings, triage, Place(), stdin=stdin):
        yield item.what if isinstance(item.what, Failed) else run_record(item.what, settings)


def read_article(path: str, *, stdin: BinaryIO | None = None) -> Article:
    """Read a file of one article.

    Raises:
        SourceError: If it is missing, empty, binary or too large, or holds several articles.
    """
    columns = Columns()
    records: list[Record] = []
    for block in format_of(path).blocks(path, columns=columns, stdin=stdin):
        if isinstance(block, Failed):
            raise SourceError(f"{block.source}: {block.error}")
        records += [block.record(index) for index in range(min(2, block.n_records))]
        if len(records) > 1:
            raise SourceError(f"{path} holds several articles: give a file of one")
    if not records:
        raise SourceError(f"{path} is empty: there is nothing to read in it")
    return article(records[0], columns)
