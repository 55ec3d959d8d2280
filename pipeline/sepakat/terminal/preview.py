"""How files would be read, for `--dry-run`."""

from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sepakat.errors import Failed
from sepakat.run.find import find_files
from sepakat.run.settings import Settings
from sepakat.sources.formats import format_of
from sepakat.sources.opening import STANDARD_INPUT
from sepakat.sources.preview import Preview, preview

MAX_FILES = 10


def print_previews(paths: Sequence[str], settings: Settings, console: Console) -> bool:
    """Print what the first files hold.

    Returns:
        Whether all of them can be read.
    """
    good = True
    for number, found in enumerate(find_files(paths)):
        if number == MAX_FILES:
            console.print(f"… and more files; the first {MAX_FILES} are shown")
            break
        if isinstance(found, Failed):
            shown = Preview(found.source, "-", problem=found.error)
        elif found == STANDARD_INPUT:
            shown = Preview(
                found, "-", problem="standard input cannot be looked at without being read; save it to a file"
            )
        else:
            shown = preview(found, columns=settings.columns, format=format_of(found, settings.form))
        _print(shown, console)
        good = good and shown.problem is None
    return good


def _print(shown: Preview, console: Console) -> None:
    size = "" if shown.n_bytes is None else f", {shown.n_bytes:,} bytes"
    packed = f", {shown.compression}" if shown.compression else ""
    console.print(Text(f"{shown.source}: {shown.format}{packed}{size}", style="bold"))
    if shown.problem:
        console.print(Text(f"  {shown.problem}", style="red"))
        return
    if shown.chosen:
        chosen = ", ".join(f"{part} = {name}" for part, name in asdict(shown.chosen).items() if name)
        left = ", ".join(name for name in shown.names if name not in asdict(shown.chosen).values())
        console.print(Text(f"  {chosen}" + (f"; not read: {left}" if left else "")))
    table = Table(box=None, padding=(0, 1), show_header=False)
    for one in shown.first:
        day = one.published.isoformat() if one.published else "no date"
        told = one.problem or f"{one.title}: {one.beginning}" if one.title else one.problem or one.beginning
        table.add_row(Text(one.source), day, Text(told, overflow="ellipsis"))
    console.print(table)
