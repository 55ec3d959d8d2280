"""A `.json` file: an array of objects, one object over many lines, or objects one after the other.

It is rewritten as it is read, each object to one line, and goes on as JSON Lines; an array of any size is read in
constant memory.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from sepakat.errors import SourceError
from sepakat.sources.columns import Columns
from sepakat.sources.json_lines import BLOCK_BYTES, MAX_LINE_BYTES, blocks_of
from sepakat.sources.opening import Stream, as_text, open_stream
from sepakat.sources.record import Blocks

_READ_BYTES: Final = 1024 * 1024
_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")
_BREAKS = str.maketrans("\r\n", "  ")


def blocks(
    path: str,
    *,
    columns: Columns,
    start: int = 0,
    first: int = 0,
    stdin: BinaryIO | None = None,
    block_bytes: int = BLOCK_BYTES,
) -> Blocks:
    """Read a file of JSON objects (see `json_lines.blocks`; positions count the bytes of the rewritten lines)."""
    source = as_text(path)
    with open_stream(path, stdin=stdin) as stream:
        lines = Stream(stream.raw, _lines(stream, source))
        yield from blocks_of(lines, source, columns, start=start, first=first, block_bytes=block_bytes)


def _lines(stream: Stream, source: str) -> Iterator[bytes]:
    """Each object of a file as a line.

    Raises:
        SourceError: Where the file is cut short or is no JSON, after the objects before.
    """
    decoder, decode = json.JSONDecoder(), codecs.getincrementaldecoder("utf-8")("replace").decode
    text, ended, wanted = "", False, _READ_BYTES
    while not ended:
        data = stream.read(wanted)
        ended = len(data) < wanted and not (more := stream.read(1)) if len(data) < wanted else False
        if not ended and len(data) < wanted:
            data += more
        text += decode(data, ended)
        place = 0
        while True:
            place = _BETWEEN.match(text, place).end()  # type: ignore[union-attr]  # it matches nothing, too
            if place == len(text):
                break
            try:
                end = decoder.raw_decode(text, place)[1]
            except (ValueError, RecursionError) as error:
                if ended or len(text) - place > MAX_LINE_BYTES:
                    raise SourceError(f"{source} is no JSON from here on ({error}): mend it") from None
                break
            if end == len(text) and not ended and text[place] not in "{[":
                break  # a number may go on
            yield text[place:end].translate(_BREAKS).encode("utf-8", "replace") + b"\n"
            place = end
        text = text[place:]
        wanted = max(_READ_BYTES, len(text))  # doubled with the object, or its beginning is parsed over and over
