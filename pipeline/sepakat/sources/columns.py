"""Which columns of a table, or keys of a JSON object, are the parts of an article.

What a user names by an option is taken; the rest is guessed from names that are common in English and Indonesian
archives, whatever their case. A key inside another is written with a dot: `article.body`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from sepakat.errors import SourceError
from sepakat.text.article import Article
from sepakat.text.published import read_date

GUESSES: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        "text", "fulltext", "full_text", "article_text", "plain_text", "clean_text", "maintext", "body", "article_body",
        "articlebody", "content", "article_content", "contents", "isi", "isi_berita", "isi_artikel", "isi_teks",
        "teks", "teks_berita", "konten", "konten_berita", "naskah", "berita", "artikel", "article", "raw_text",
        "article.text", "article.body", "article.content", "data.text", "data.content", "_source.text",
        "_source.content", "_source.body",
    ),
    "id": ("id", "_id", "article_id", "articleid", "doc_id", "docid", "id_berita", "id_artikel", "uuid", "guid", "key"),
    "date": (
        "published", "published_at", "published_on", "publish_date", "published_date", "date_published", "date_publish",
        "datepublished", "publication_date", "pub_date", "pubdate", "date", "datetime", "tanggal", "tanggal_terbit",
        "tanggal_publikasi", "tgl", "tgl_terbit", "tgl_publikasi", "waktu_terbit",
        "article.date", "article.published", "_source.date",
    ),
    "url": (
        "url", "link", "permalink", "canonical_url", "article_url", "source_url", "href", "uri", "tautan", "alamat",
        "article.url", "_source.url",
    ),
    "title": (
        "title", "judul", "headline", "judul_berita", "judul_artikel", "article_title", "tajuk", "article.title",
        "_source.title",
    ),
    "outlet": (
        "outlet", "source_domain", "domain", "media", "nama_media", "publisher", "site_name", "sitename", "website",
        "portal", "sumber", "sumber_berita", "source", "newspaper", "koran", "article.source",
    ),
}  # fmt: skip
"""For each part of an article the names that are looked for, the surest first."""

PARTS: Final = ("id", "date", "url", "title", "outlet")
"""The parts beside the text."""

_DAY_FIRST = re.compile(r"\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})(?![0-9])")
_ISO = re.compile(r"\s*((?:19|20)[0-9]{2})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns, as options give them; None is guessed, an empty name is none.

    Attributes:
        text: The article's text (`--text-column`).
        id: Its key in the archive (`--id-column`).
        date: The day it was published (`--date-column`).
        url: Where (`--url-column`).
        title: Its headline.
        outlet: Who published it.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None

    def choose(self, names: Iterable[str], *, source: str, sparse: bool = False) -> "Columns":
        """Find the columns among those that there are.

        Args:
            names: What the table or object has.
            source: What messages call it.
            sparse: Whether it may lack what was named, except the text, as one JSON object among others may.

        Returns:
            The names as the archive writes them; None where there is no such column.

        Raises:
            SourceError: If there is no text column, or none of a name that was given.
        """
        there = list(names)
        by_lower = {name.strip().lower(): name for name in reversed(there)}
        chosen: dict[str, str | None] = {}
        for field in fields(self):
            given = getattr(self, field.name)
            chosen[field.name] = _find(field.name, given, there, by_lower)
            if given and chosen[field.name] is None and (not sparse or field.name == "text"):
                option = f"--{field.name}-column"
                raise SourceError(f"{source} has no column {given!r}; it has {_list(there)}: name one with {option}")
        if chosen["text"] is None:
            raise SourceError(
                f"{source} has no column that looks like an article's text; it has {_list(there)}: name it with"
                " --text-column"
            )
        return Columns(**chosen)


def _find(part: str, given: str | None, there: list[str], by_lower: dict[str, str]) -> str | None:
    """The column for one part of an article."""
    if given is not None:
        return given if given in there else by_lower.get(given.strip().lower())
    for guess in GUESSES[part]:
        for name in (guess, guess.replace("_", " "), guess.replace("_", "-")):
            if name in by_lower:
                return by_lower[name]
    return None


def _list(names: list[str]) -> str:
    """Names for a message, no more than a line holds."""
    shown = ", ".join(repr(name[:40]) for name in names[:20])
    return (shown or "none") + (f" and {len(names) - 20} more" if len(names) > 20 else "")


def key_names(value: Mapping[str, Any]) -> list[str]:
    """The keys of a JSON object; those of objects inside it with dots."""
    names = list(value)
    for key, inner in value.items():
        if isinstance(inner, dict):
            names += [f"{key}.{name}" for name in key_names(inner)]
    return names


def at_key(value: Mapping[str, Any], name: str | None) -> Any:
    """What stands at a key, or at a dotted path of keys; None for nothing."""
    if name is None:
        return None
    if name in value or "." not in name:
        return value.get(name)
    head, _, rest = name.partition(".")
    inner = value.get(head)
    return at_key(inner, rest) if isinstance(inner, dict) else None


def as_field(value: Any) -> str:
    """A cell beside the text, as text: a whole float is an id that a table program has spoilt."""
    if value is None or isinstance(value, (bool, dict, list)):
        return ""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else "" if value != value else str(value)
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return text.encode("utf-8", "replace").decode("utf-8").strip()


def read_day(text: str) -> date | None:
    """The day that a cell names; None for what cannot be read, never a guess.

    Read are ISO dates and times, with the day that they write in their own time zone; `12/03/2024` with the day
    first, as Indonesia writes it; dates with the name of the month, Indonesian or English, with what stands
    around them (`Rabu, 12 Maret 2024 10:00 WIB`).
    """
    iso, day_first = _ISO.match(text), _DAY_FIRST.match(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
    except ValueError:
        return None
    found = read_date(text, 0, min(len(text), 100))
    return found[1] if found else None


def make_article(text: str, source: str, values: Mapping[str, str]) -> Article:
    """The article of a row or object.

    Args:
        text: Its text, exactly.
        source: Its path and key.
        values: The parts beside the text, by their names in `PARTS`.
    """
    return Article(
        text=text,
        source=source,
        url=values.get("url") or None,
        published=read_day(values.get("date", "")),
        outlet=values.get("outlet") or None,
        title=values.get("title") or None,
    )
