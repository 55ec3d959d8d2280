"""The command line: Typer commands, nothing else. What is heavy is imported by the command that needs it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from sepakat import __version__
from sepakat.errors import SepakatError

if TYPE_CHECKING:
    from rich.console import Console

    from sepakat.records import Result
    from sepakat.run.find import Failed, Job
    from sepakat.terminal.results import Row

ALL_GOOD: Final = 0
SOME_FAILED: Final = 1
NOTHING_READ: Final = 3
NOT_WRITTEN: Final = 4

EXIT_CODES: Final = (
    "Exit codes: 0 all is well · 1 some articles gave no result (each is named on standard error, the others "
    "came out), or doctor found a problem · 2 the command was not understood · 3 nothing could be read · "
    "4 the output could not be written"
)

app = typer.Typer(
    help="Reads Indonesian news and writes down agreements with BPJS Ketenagakerjaan as validated records.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Ner = Annotated[
    Literal["spacy", "stanza", "both", "none"],
    typer.Option(
        metavar="READER",
        help="Trained reader of names beside the rules: none, spacy, stanza (extra), "
        "both (what only one of them finds counts less).",
    ),
]

Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="Day of publication, such as 2025-06-04; dates without a year are resolved from it.",
    ),
]


def main() -> None:
    """Run the command line; a reader that stops early (`| head`) ends it quietly, like other Unix tools."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter still shows the others
    # spaCy imports PyTorch wherever it is installed, which takes a second, and has no switch against it; the Stanza
    # reader, the only one to need it, brings it back. Only here: a process that is not ours may need both.
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]
    app()


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if version:
        typer.echo(f"sepakat {__version__}")
        raise typer.Exit(ALL_GOOD)


@app.command(epilog=EXIT_CODES)
def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders (every .txt file in them, at any depth), or - for standard input.",
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write JSON Lines to this file.")
    ] = None,
    published: Published = None,
    ner: Ner = "none",
    pretty: Annotated[bool, typer.Option("--pretty", help="Print a readable table in place of JSON Lines.")] = False,
) -> None:
    """Extract agreements: one JSON result a line for each article, in the order of the paths."""
    from sepakat.run.find import find_articles

    failures: list[Failed] = []
    with _errors_told():
        jobs = find_articles(paths, published=_day(published))
        # On a terminal that shows the results too, a bar would get in their way.
        visible = sys.stderr.isatty() and (pretty or output is not None or not sys.stdout.isatty())
        n_results = _write(_run(jobs, failures, ner=ner, visible=visible), output, pretty=pretty)
    if not n_results:
        raise typer.Exit(NOTHING_READ)
    if failures:
        _complain(f"{len(failures)} of {n_results + len(failures)} gave no result; the others came out")
        raise typer.Exit(SOME_FAILED)


@app.command(epilog=EXIT_CODES)
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a self-contained page to this file.")
    ] = None,
    published: Published = None,
    ner: Ner = "none",
) -> None:
    """Show an article with its values in colour, each with its field and the rule that found it."""
    with _errors_told():
        from sepakat.explain import Explanation
        from sepakat.extraction import read
        from sepakat.run.find import Job
        from sepakat.run.serial import read_article

        article = read_article(Job(file), stdin=sys.stdin.buffer)
        explanation = Explanation(read(article, published=_day(published), ner=ner))
        if html is None:
            from sepakat.terminal.article import print_explanation

            print_explanation(explanation, _console())
        else:
            from sepakat.page import render_page
            from sepakat.sinks.jsonl import replacing

            page = render_page(explanation)
            with replacing(html) as out:
                out.write(page.encode("utf-8"))


@app.command(epilog=EXIT_CODES)
def evaluate(
    results: Annotated[
        Path,
        typer.Argument(
            metavar="RESULTS",
            help="A .jsonl file of results, or a folder of articles to be extracted first, each with the "
            "publication date in its gold.",
        ),
    ],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A gold .json file or a folder of them.")],
    errors: Annotated[bool, typer.Option("--errors", help="List every mistake with the words around it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of tables.")] = False,
    articles: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The articles of a results file, to show mistakes in context."),
    ] = None,
    ner: Ner = "none",
) -> None:
    """Score results against gold: precision, recall and F1 with 95 % intervals, by field and in all.

    A result belongs to the gold whose "article" is the file name of its source.
    """
    with _errors_told():
        from sepakat.run.evaluation import evaluate_articles, evaluate_results
        from sepakat.scoring.intervals import summarise
        from sepakat.terminal import scores

        evaluation = (
            evaluate_articles(results, gold, ner=ner)
            if results.is_dir()
            else evaluate_results(results, gold, articles=articles)
        )
        for failed in evaluation.failures:
            _complain(f"{failed.source}: {failed.error}")
        if evaluation.n_without_gold:
            _complain(f"{evaluation.n_without_gold} without gold left aside")
        summary = summarise(evaluation.tallies)
        if as_json:
            _print_json(scores.as_json(evaluation, summary, mistakes=errors))
        else:
            scores.print_scores(evaluation, summary, _console())
            if errors:
                scores.print_mistakes(evaluation, _console())
    if evaluation.failures:
        raise typer.Exit(SOME_FAILED)


@app.command(epilog=EXIT_CODES)
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of a result."""
    from sepakat.records import json_schema

    _print_json(json_schema())


@app.command(epilog=EXIT_CODES)
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of a table.")] = False,
) -> None:
    """Look at this installation: versions, tables, models, extras; what is missing and how to install it."""
    from sepakat.doctor import examine

    report = examine()
    if as_json:
        _print_json(report.as_json())
    else:
        from sepakat.terminal.health import print_report

        print_report(report, _console())
    if not report.healthy:
        raise typer.Exit(SOME_FAILED)


def _run(jobs: "list[Job | Failed]", failures: "list[Failed]", *, ner: Ner, visible: bool) -> "Iterator[Result]":
    """Results in order; failures are told on standard error as they come, and collected."""
    from sepakat.run.find import Failed
    from sepakat.run.serial import run
    from sepakat.terminal.progress import progress

    for outcome in progress(run(jobs, stdin=sys.stdin.buffer, ner=ner), total=len(jobs), visible=visible):
        if isinstance(outcome, Failed):
            _complain(f"{outcome.source}: {outcome.error}")
            failures.append(outcome)
        else:
            yield outcome


def _write(results: "Iterator[Result]", output: Path | None, *, pretty: bool) -> int:
    """Write results where they were asked for, and give their number; without any, no file is written."""
    from sepakat.sinks.jsonl import replacing, to_bytes

    rows: list[Row] = []
    n_results = 0
    standard_output = nullcontext(None if pretty else sys.stdout.buffer)
    with replacing(output) if output else standard_output as file:
        for result in results:
            n_results += 1
            if file:
                file.write(to_bytes(result))
                file.flush()
            if pretty:
                from sepakat.terminal.results import rows as rows_of

                rows += rows_of(result)
        if not n_results:
            raise typer.Exit(NOTHING_READ)
    if pretty:
        from sepakat.terminal.results import print_results

        print_results(rows, _console())
    return n_results


@contextmanager
def _errors_told() -> Iterator[None]:
    """Turn an error that sepakat raises on purpose into one line on standard error and an exit code."""
    try:
        yield
    except SepakatError as error:
        from sepakat.sinks.jsonl import OutputError

        _complain(str(error))
        raise typer.Exit(NOT_WRITTEN if isinstance(error, OutputError) else NOTHING_READ) from error


def _complain(message: str) -> None:
    """One line on standard error."""
    from sepakat.display import on_one_line

    typer.echo(f"sepakat: {on_one_line(message)}", err=True)


def _console() -> "Console":
    """Standard output for tables."""
    from rich.console import Console

    return Console()


def _print_json(value: object) -> None:
    """Readable JSON on standard output, in UTF-8 whatever the locale is."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
