"""HTML pages: the article in them, found by trafilatura, and what their metadata say about it.

The text begins with the headline, an empty line after it, then one paragraph each, as a reader would copy it. Comments,
menus and lists of other articles are left out. Nothing is fetched.
"""

import codecs
import re
from datetime import date
from typing import Any

from sepakat.errors import MissingExtraError, SourceError
from sepakat.sources.columns import read_day
from sepakat.sources.record import Record
from sepakat.sources.text_file import MAX_BYTES, decode
from sepakat.text.article import Article

_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096
_MIN_CHARS = 80  # what is found in a page without an article is the word of a menu
_SPACES = re.compile(r"[ \t\r\f\v]+")


def read_page(data: bytes, *, source: str = "-", url: str | None = None, charset: str | None = None) -> Article:
    """Find the article in a page.

    Args:
        data: The page.
        source: What messages call it; it becomes `Article.source`.
        url: Where it was found; else its canonical address is taken.
        charset: Its encoding by the server's account.

    Returns:
        The article; its text is the headline and the body.

    Raises:
        SourceError: If there is no article in it.
        MissingExtraError: If trafilatura is not installed.
    """
    html = _decode(data, source, charset)
    found = _extract(html, url)
    body = _paragraphs(found.get("text") or "")
    if sum(map(len, body)) < _MIN_CHARS:
        raise SourceError(f"{source} has no article that can be told from the rest of the page: save it as text")
    title = _SPACES.sub(" ", found.get("title") or "").strip() or None
    if title and body[0].lower() == title.lower():
        body = body[1:]
    text = "\n\n".join([title, *body] if title else body)
    return Article(
        text=text,
        source=source,
        url=url or found.get("url") or None,
        published=_day(found.get("date")),
        outlet=found.get("sitename") or None,
        title=title,
    )


def article(record: Record) -> Article:
    """Make the article of a record that is a page (raises as `read_page`)."""
    fields = record.fields
    return read_page(record.data, source=record.source, url=fields.get("url"), charset=fields.get("charset"))


def _decode(data: bytes, source: str, charset: str | None) -> str:
    """The page as text: by byte order mark, as UTF-8, by the server's account, by its own, else by its letters."""
    if len(data) > MAX_BYTES:
        raise SourceError(f"{source} has more than {MAX_BYTES:,} bytes: no article is as large")
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    names = [] if marked else ["utf-8", charset, declared[1].decode("ascii", "ignore") if declared else None]
    for name in names:
        try:
            if name and data.strip():
                return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return decode(data, source=source)


def _extract(html: str, url: str | None) -> dict[str, Any]:
    """What trafilatura finds: `text`, `title`, `date`, `sitename`, `url`."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        command = "python -m pip install 'sepakat[archive]'"
        raise MissingExtraError(f"HTML pages need trafilatura, which is not installed: {command}") from None
    document = bare_extraction(
        html,
        url=url,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return document if isinstance(document, dict) else document.as_dict() if document else {}


def _paragraphs(text: str) -> list[str]:
    """The lines of the body that hold something, without the marks of lists."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _day(text: str | None) -> date | None:
    return read_day(text) if text else None
