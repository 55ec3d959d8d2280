"""Plain text files: bytes to text.

Read are UTF-8 (with or without byte order mark), UTF-16 with byte order mark, and, where UTF-8 fails, cp1252
and latin-1, if charset-normalizer finds that it may be one. Text that was decoded wrongly before it was saved
(a closing quote as three letters) is mended by ftfy, its encoding only: no quote is straightened, no ligature
parted. All that happens before offsets are counted; line breaks stay as they are, also carriage returns.
"""

import codecs
import re
from pathlib import Path

from sepakat.errors import SourceError
from sepakat.text.article import Article

MAX_BYTES = 10 * 1024 * 1024
"""Size limit of one file, in bytes; a news article has some thousands."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.02
_MAX_UPPER_SHARE = 0.2  # bytes above ASCII in Indonesian text: quotes and dashes, a few names
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOJIBAKE = re.compile(
    "[\u00c2-\u00c5\u00e2\u0102][\u0080-\u00bf\u20ac\u0152\u0153\u0160\u0161\u2013-\u2122]|\u00ef\u00bb\u00bf"
)


def read(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Article:
    """Read one text file.

    Args:
        path: The file; it becomes `Article.source` as given.
        max_bytes: Size limit in bytes.

    Returns:
        The article; `text` is the decoded content, mended where it was mojibake.

    Raises:
        SourceError: If there is no such file, or it is a folder, empty, too large, unreadable, binary, or
            in no known encoding.
    """
    source = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)  # one byte more shows that the limit is passed
    except IsADirectoryError:
        raise SourceError(f"{source} is a folder: name the text files in it, such as {source}/*.txt") from None
    except FileNotFoundError:
        raise SourceError(f"{source} does not exist: check the path") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{source} cannot be read ({error}): check the path and its permissions") from error
    return Article(text=decode(data, source=source, max_bytes=max_bytes), source=source)


def decode(data: bytes, *, source: str = "-", max_bytes: int = MAX_BYTES) -> str:
    """Decode the bytes of one article.

    Args:
        data: Content of a file, of standard input or of a web page.
        source: What messages call it.
        max_bytes: Size limit in bytes.

    Returns:
        The text, without byte order mark, mended where it was mojibake.

    Raises:
        SourceError: If the bytes are none, too many, binary, or in no known encoding.
    """
    if len(data) > max_bytes:
        raise SourceError(f"{source} has more than {max_bytes:,} bytes: split it, one article a file")
    text = _mend(_to_text(data, source))
    if not text.strip():
        raise SourceError(f"{source} is empty: there is nothing to read in it")
    if _CONTROL.search(text) and len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise SourceError(f"{source} is binary, not text: convert it to plain text first")
    return text


def _to_text(data: bytes, source: str) -> str:
    """Bytes to text by byte order mark, else UTF-8, else the most likely one-byte encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise SourceError(f"{source} begins like {encoding.upper()} but is not: save it as UTF-8") from None
    if b"\x00" in data:
        raise SourceError(f"{source} is binary, not text (it holds NUL bytes): convert it to plain text first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    guess = from_bytes(data, cp_isolation=["cp1252", "latin_1"]).best()
    western = sum(byte > 0x7F for byte in data) <= _MAX_UPPER_SHARE * len(data)
    if guess is None and not western:
        raise SourceError(f"{source} is in no encoding that can be told: save it as UTF-8")
    try:
        return data.decode("cp1252")  # latin-1 with the quotes and dashes that newspapers use
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _mend(text: str) -> str:
    """Undo a wrong decoding of the past, line by line; a text without its signs is returned as it is."""
    if not _MOJIBAKE.search(text):
        return text
    import ftfy

    encoding_only = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=False,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    return "".join(ftfy.fix_encoding(line, encoding_only) for line in text.splitlines(keepends=True))
