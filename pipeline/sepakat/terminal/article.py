"""An explained article: its text with the values in colour, and each value with the rule that found it."""

from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sepakat.display import on_one_line, printable
from sepakat.explain import Explanation, Kind, Value

STYLES: Final[dict[Kind, str]] = {
    "agreement": "italic",
    "instrument": "black on orange1",
    "date": "black on khaki1",
    "venue": "black on pale_green3",
    "person": "black on light_sky_blue1",
    "organisation": "black on plum2",
    "group": "black on aquamarine1",
    "workers": "black on light_pink1",
    "amount": "black on dark_olive_green1",
    "rate": "black on orchid1",
    "regulation": "black on grey78",
    "check": "bold red",
}


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Print the article, a legend, and the table of values with their rules."""
    console.print(_text(explanation))
    kinds = dict.fromkeys(value.kind for value in explanation.values)
    console.print(Text("\n").join([Text(), Text("  ").join(Text(kind, style=STYLES[kind]) for kind in kinds)]))
    console.print()
    if not explanation.values:
        console.print("No value was read from this article.")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("field", no_wrap=True)
    table.add_column("value", ratio=2, overflow="fold")
    table.add_column("found by", ratio=1, overflow="fold")
    for value in explanation.values:
        shown = on_one_line(value.shown or (value.places[0].words if value.places else ""))
        table.add_row(Text(value.path, style=STYLES[value.kind]), Text(shown), Text(_found_by(value)))
    console.print(table)
    if explanation.unused:
        found = ", ".join(
            f"{on_one_line(mention.span.of(explanation.reading.layout.article.text))} ({mention.rule})"
            for mention in explanation.unused
        )
        console.print(Text(f"\nfound, but no value of the record: {found}", style="dim"))


def _text(explanation: Explanation) -> Text:
    """The article; of overlapping values the shortest one gives the colour."""
    parts = [
        (
            printable(segment.text),
            STYLES[explanation.values[segment.place.value - 1].kind]
            if segment.place
            else ("" if segment.zone == "body" else "dim"),
        )
        for segment in explanation.segments
    ]
    return Text.assemble(*parts)


def _found_by(value: Value) -> str:
    """The rules behind a value, with their scores, and how sure the record is of it."""
    rules = dict.fromkeys(f"{place.rule} {place.score:.2f}" for place in value.places if place.rule)
    lines = list(rules) or ["several finds" if value.places else "no place of its own"]
    if value.confidence is not None:
        lines.append(f"confidence {value.confidence:.2f}")
    return "\n".join(lines)
