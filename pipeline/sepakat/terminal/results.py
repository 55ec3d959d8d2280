"""Results as a readable table: one row for each agreement, and one for an article without any."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sepakat.display import on_one_line
from sepakat.records import Agreement, InstrumentKind, Result
from sepakat.run.find import article_name

_INSTRUMENT: Final[dict[InstrumentKind, str]] = {
    "nota_kesepahaman": "MoU",
    "nota_kesepakatan": "nota kesepakatan",
    "kesepakatan_bersama": "kesepakatan bersama",
    "perjanjian_kerja_sama": "PKS",
    "rencana_kerja": "rencana kerja",
    "adendum": "adendum",
    "komitmen_bersama": "komitmen bersama",
    "lainnya": "other",
}

Row = tuple[str, str, str, str, str]
"""Article, agreement, parties, signatories, numbers; lines inside a cell are parted by line feeds."""


def rows(result: Result) -> list[Row]:
    """The rows of one result."""
    name = on_one_line(article_name(result.article.source))
    if not result.agreements:
        return [(name, "no agreement", "", "", _checks(result))]
    return [
        (name if index == 0 else "", *_agreement(agreement, result), _numbers(agreement, result, index))
        for index, agreement in enumerate(result.agreements)
    ]


def print_results(table_rows: Iterable[Row], console: Console) -> None:
    """Print a table of rows that `rows` made, and how many articles and agreements there are."""
    table = Table(box=None, padding=(0, 1, 1, 0), header_style="bold")
    for heading, ratio in [
        ("article", 3),
        ("agreement", 3),
        ("between", 5),
        ("signed by", 4),
        ("numbers", 4),
    ]:
        table.add_column(heading, ratio=ratio, overflow="fold")
    n_articles = n_agreements = 0
    for row in table_rows:
        n_articles += bool(row[0])
        n_agreements += row[1] != "no agreement"
        table.add_row(*map(Text, row), style="dim" if row[1] == "no agreement" else "")
    console.print(table)
    articles = "1 article" if n_articles == 1 else f"{n_articles} articles"
    agreements = "1 agreement" if n_agreements == 1 else f"{n_agreements} agreements"
    console.print(f"{articles}, {agreements}", highlight=False)


def _agreement(agreement: Agreement, result: Result) -> tuple[str, str, str]:
    """What it is and from when, between whom, and who signed."""
    bodies = {body.id: body.name for body in result.organisations}
    people = {person.id: person for person in result.people}
    instruments = ", ".join(_INSTRUMENT[instrument.kind] for instrument in agreement.instruments)
    signed_on = agreement.signed_on.date if agreement.signed_on else ""
    what = [instruments, agreement.status + (f", {agreement.action}" if agreement.action else ""), signed_on]
    signatories = [people[signatory.person] for signatory in agreement.signatories]
    names = [person.name or person.positions[0].title for person in signatories]
    return (
        "\n".join(filter(None, what)),
        "\n".join(on_one_line(bodies[id_]) for id_ in agreement.parties),
        "\n".join(map(on_one_line, names)),
    )


def _numbers(agreement: Agreement, result: Result, index: int) -> str:
    """People and programmes of an agreement; the article's checks beside the first one."""
    counts = {count.id: count for count in result.worker_counts}
    belonging = [counts[id_] for id_ in agreement.worker_counts]
    lines = [on_one_line(f"{count.value:,} {count.group or 'workers'}").replace(",", ".") for count in belonging]
    if agreement.programmes:
        lines.append(", ".join(agreement.programmes))
    if index == 0:
        lines.append(_checks(result))
    return "\n".join(filter(None, lines))


def _checks(result: Result) -> str:
    return "\n".join(f"! {check.code.replace('_', ' ')}" for check in result.checks)
