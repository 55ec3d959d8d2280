"""The command line: Typer commands, nothing else. What is heavy is imported by the command that needs it."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from sepakat import __version__
from sepakat.errors import SepakatError

if TYPE_CHECKING:
    from rich.console import Console

    from sepakat.errors import Failed
    from sepakat.records import Result
    from sepakat.run.archive import Options, Rerun
    from sepakat.run.settings import Settings
    from sepakat.run.triage import Triage
    from sepakat.terminal.results import Row

ALL_GOOD: Final = 0
SOME_FAILED: Final = 1
NOTHING_READ: Final = 3
NOT_WRITTEN: Final = 4
INTERRUPTED: Final = 130

EXIT_CODES: Final = (
    "Exit codes: 0 all is well · 1 some articles gave no result (each is named on standard error, the others "
    "came out), or doctor found a problem · 2 the command was not understood · 3 nothing could be read · "
    "4 the output could not be written · 130 stopped by Ctrl-C"
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


_JOB: Final = "An archive's job (-o FOLDER/)"


def _column(part: str) -> Any:
    """The option that names the column of a part of an article."""
    return typer.Option(metavar="NAME", help=f"Column or key of {part}; guessed if it is not given.")


def main() -> None:
    """Run the command line; a reader that stops early (`| head`) ends it quietly, like other Unix tools."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter still shows the others
    import sepakat.run.own_process  # noqa: F401

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
            help="Files of one article (.txt, .html) or of many (.jsonl, .csv, .tsv, .parquet, .warc; .gz and .zst "
            "too), folders and patterns of them, also at s3:// and the like, https:// URLs, or - for standard input.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|FOLDER/",
            help="Write JSON Lines to this file; or, ending in a slash, run an archive's job in this folder: shards, "
            "journal, failures. The same command goes on with a job that was interrupted.",
        ),
    ] = None,
    published: Published = None,
    ner: Ner = "spacy",
    pretty: Annotated[bool, typer.Option("--pretty", help="Print a readable table in place of JSON Lines.")] = False,
    triage: Annotated[
        bool | None,
        typer.Option(
            "--triage/--no-triage",
            help="Leave out records that cannot hold an agreement, told from their bytes. Default: in an archive's "
            "job, and not otherwise.",
            show_default=False,
        ),
    ] = None,
    source_form: Annotated[
        Literal["text", "html", "jsonl", "json", "csv", "tsv", "parquet", "warc"] | None,
        typer.Option("--from", metavar="FORM", help="What the files are, if their names do not say it."),
    ] = None,
    text_column: Annotated[str | None, _column("the text")] = None,
    id_column: Annotated[str | None, _column("the key of a record")] = None,
    date_column: Annotated[str | None, _column("the day of publication")] = None,
    url_column: Annotated[str | None, _column("the address")] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Show how files would be read, and their first records."),
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", min=1, metavar="N", help="Processes that extract.", rich_help_panel=_JOB)
    ] = 1,
    form: Annotated[
        Literal["jsonl", "jsonl.zst", "parquet"],
        typer.Option(
            "--to", metavar="FORM", help="Form of the shards: jsonl, jsonl.zst, parquet.", rich_help_panel=_JOB
        ),
    ] = "jsonl",
    rerun: Annotated[
        Literal["failed", "stale", "all"] | None,
        typer.Option(
            metavar="WHAT",
            help="Again: what failed; what is stale, made by other rules or models; all.",
            rich_help_panel=_JOB,
        ),
    ] = None,
    syndication: Annotated[
        Literal["mark", "once", "off"],
        typer.Option(
            metavar="HOW",
            help="Articles that repeat an earlier one: mark them; extract the first once and mark the others; off.",
            rich_help_panel=_JOB,
        ),
    ] = "mark",
    shard_size: Annotated[
        int, typer.Option(min=1, metavar="N", help="Articles a shard.", rich_help_panel=_JOB)
    ] = 1_000,
    time_limit: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="That one article may take.", rich_help_panel=_JOB)
    ] = 30.0,
    engine: Annotated[
        Literal["local", "ray"],
        typer.Option(metavar="ENGINE", help="local, or ray: a Ray cluster (extra).", rich_help_panel=_JOB),
    ] = "local",
) -> None:
    """Extract agreements: one JSON result a line for each article, in the order of the paths."""
    with _errors_told():
        from sepakat.run.settings import Settings
        from sepakat.sources.columns import Columns

        columns = Columns(text=text_column, id=id_column, date=date_column, url=url_column)
        settings = Settings(ner, columns, _day(published), source_form)
        if dry_run:
            _preview(paths, settings)
        elif output is not None and _is_folder(output):
            from sepakat.run.archive import Options

            options = Options(settings, triage is not False, syndication, form, shard_size, workers, time_limit)
            _run_job(paths, Path(output), options, rerun, engine)
        else:
            _extract_here(paths, settings, output, triage=triage is True, pretty=pretty)


def _extract_here(paths: list[str], settings: "Settings", output: str | None, *, triage: bool, pretty: bool) -> None:
    """Extract in this process, to a file or to standard output."""
    from sepakat.run.triage import Triage

    failures: list[Failed] = []
    # On a terminal that shows the results too, a bar would get in their way.
    visible = sys.stderr.isatty() and (pretty or output is not None or not sys.stdout.isatty())
    outcomes = _run(paths, settings, failures, triage=Triage() if triage else None, visible=visible)
    n_results = _write(outcomes, Path(output) if output else None, pretty=pretty)
    if not n_results:
        raise typer.Exit(NOTHING_READ)
    if failures:
        _complain(f"{len(failures)} of {n_results + len(failures)} gave no result; the others came out")
        raise typer.Exit(SOME_FAILED)


def _run_job(paths: list[str], folder: Path, options: "Options", rerun: "Rerun | None", engine: str) -> None:
    """Run an archive's job, tell how far it is, and what came of it."""
    from sepakat.terminal.progress import JobProgress
    from sepakat.terminal.totals import print_totals

    if engine == "ray":
        from sepakat.run.ray import run_archive
    else:
        from sepakat.run.archive import run_archive
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # the pipe of a worker that died must not end the job
    try:
        with JobProgress(paths) as progress:
            totals = run_archive(paths, folder, options, rerun=rerun, report=progress)
    except KeyboardInterrupt:
        _complain(f"stopped; what is done lies in {folder}, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from None
    print_totals(totals, folder)
    if totals.n_failed:
        raise typer.Exit(SOME_FAILED if totals.n_failed < totals.n_read else NOTHING_READ)


def _preview(paths: list[str], settings: "Settings") -> None:
    from sepakat.terminal.preview import print_previews

    if not print_previews(paths, settings, _console()):
        raise typer.Exit(SOME_FAILED)


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


@app.command(epilog=EXIT_CODES)
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a self-contained page to this file.")
    ] = None,
    published: Published = None,
    ner: Ner = "spacy",
) -> None:
    """Show an article with its values in colour, each with its field and the rule that found it."""
    with _errors_told():
        from sepakat.explain import Explanation
        from sepakat.extraction import read
        from sepakat.run.serial import read_article

        article = read_article(file, stdin=sys.stdin.buffer)
        explanation = Explanation(read(article, published=_day(published), ner=ner))
        if html is None:
            from sepakat.terminal.article import print_explanation

            print_explanation(explanation, _console())
        else:
            from sepakat.atomic import replacing
            from sepakat.page import render_page

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
    ner: Ner = "spacy",
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


def _run(
    paths: list[str], settings: "Settings", failures: "list[Failed]", *, triage: "Triage | None", visible: bool
) -> "Iterator[Result]":
    """Results in order; failures are told on standard error as they come, and collected."""
    from sepakat.errors import Failed
    from sepakat.run.serial import run
    from sepakat.terminal.progress import counted

    for outcome in counted(run(paths, settings, triage=triage, stdin=sys.stdin.buffer), visible=visible):
        if isinstance(outcome, Failed):
            _complain(f"{outcome.source}: {outcome.error}")
            failures.append(outcome)
        else:
            yield outcome


def _write(results: "Iterator[Result]", output: Path | None, *, pretty: bool) -> int:
    """Write results where they were asked for, and give their number; without any, no file is written."""
    from sepakat.atomic import replacing
    from sepakat.sinks.jsonl import to_bytes

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
        from sepakat.atomic import OutputError

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
