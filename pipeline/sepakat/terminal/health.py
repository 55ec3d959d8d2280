"""The doctor's report as a table."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sepakat.doctor import Report

_SIGNS = {"ok": "ok", "info": "--", "problem": "!!"}
_STYLES = {"ok": "green", "info": "yellow", "problem": "bold red"}


def print_report(report: Report, console: Console) -> None:
    """Print every finding, then the commands that help."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    section = ""
    for finding in report.findings:
        heading = finding.section if finding.section != section else ""
        section = finding.section
        sign = Text(_SIGNS[finding.status], style=_STYLES[finding.status])
        table.add_row(Text(heading, style="bold"), sign, Text(finding.name), Text(finding.detail))
    console.print(table)
    for finding in report.findings:
        if finding.remedy:
            console.print(Text(f"{finding.name}: {finding.remedy}"), soft_wrap=True)
    console.print("all is well" if report.healthy else "something is wrong: see the lines marked !!")
