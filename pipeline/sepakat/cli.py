"""The command line: Typer commands, nothing else. Whatever is heavy is imported by the command that needs it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sepakat import __version__
from sepakat.errors import SepakatError

if TYPE_CHECKING:
    from sepakat.records import Result
    from sepakat.run.find import Failed, Job

ALL_GOOD: Final = 0
SOME_FAILED: Final = 1
USAGE: Final = 2
NOTHING_READ: Final = 3
NOT_WRITTEN: Final = 4

EXIT_CODES: Final = """Exit codes:

0: everything asked for was done.

1: some articles gave no result (each is named on standard error, the others came out); for doctor: something
needed is missing.

2: the command was not understood.

3: nothing could be read: no article, no gold, or no result file.

4: the output could not be written.
"""

app = typer.Typer(
    help="Reads Indonesian news and writes down the agreements with BPJS Ketenagakerjaan as validated JSON records.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="Day of publication, as 2025-06-04; dates without a year are resolved from it.",
    ),
]


def main() -> None:
    """Run the command line; a reader that stops early (`| head`) ends it quietly, as other Unix tools do."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter still shows the rest
    app()


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if version:
        print(f"sepakat {__version__}")
        raise typer.Exit(ALL_GOOD)


@app.command(epilog=EXIT_CODES)
def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders (every .txt file in them, at any depth), or - for standard input.",
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write JSON Lines here.")
    ] = None,
    published: Published = None,
    pretty: Annotated[
        bool, typer.Option("--pretty", help="Print a readable table in place of JSON Lines.")
    ] = False,
) -> None:
    """Extract agreements: one JSON result a line for each article, in the order of the paths."""
    from sepakat.run.find import find_articles

    with _reporting():
        jobs = find_articles(paths, published=_day(published))
        show_progress = sys.stderr.isatty() and (pretty or output is not None or not sys.stdout.isatty())
        failures: list[Failed] = []
        results = _run(jobs, failures, show_progress=show_progress)
        n_results = _write(results, output, pretty=pretty)
    if not n_results:
        raise typer.Exit(NOTHING_READ)
    if failures:
        total = n_results + len(failures)
        _complain(f"{len(failures)} of {total} could not be read; the other {n_results} came out")
        raise typer.Exit(SOME_FAILED)


def _run(
    jobs: "list[Job | Failed]", failures: "list[Failed]", *, show_progress: bool
) -> "Iterator[Result]":
    """Results in order; failures are told on standard error as they come, and collected."""
    from sepakat.run.find import Failed
    from sepakat.run.serial import run
    from sepakat.terminal import progress

    for outcome in progress(run(jobs, stdin=sys.stdin.buffer), total=len(jobs), visible=show_progress):
        if isinstance(outcome, Failed):
            _complain(f"{outcome.source}: {outcome.error}")
            failures.append(outcome)
        else:
            yield outcome


def _write(results: "Iterator[Result]", output: Path | None, *, pretty: bool) -> int:
    """Write results where they were asked for, and give their number."""
    from sepakat.sinks.jsonl import replacing, to_bytes

    shown = []
    n_results = 0
    with replacing(output) if output else _standard_output(silent=pretty) as file:
        for result in results:
            n_results += 1
            file.write(to_bytes(result))
            file.flush()
            if pretty:
                shown.append(result)
        if not n_results:
            raise typer.Exit(NOTHING_READ)
    return n_results
