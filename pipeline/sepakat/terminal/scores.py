"""An evaluation as tables: a row for each field, and each mistake with the words around it."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sepakat.display import on_one_line
from sepakat.run.evaluation import Evaluation, context
from sepakat.scoring.intervals import Estimate, Score
from sepakat.scoring.tally import Mistake


def print_scores(evaluation: Evaluation, scores: Sequence[Score], console: Console) -> None:
    """Print the table of fields, and which of the checks that the gold asks for were raised."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("field", no_wrap=True)
    for heading in ("articles", "right", "spurious", "missing", "P", "R", "F1", "F1 95 %"):
        table.add_column(heading, justify="right", no_wrap=True)
    for score in scores:
        counts = (score.n_articles, score.right, score.spurious, score.missing)
        shares = map(_share, (score.precision, score.recall, score.f1))
        style = "bold" if score.field == "all" else ""
        table.add_row(score.field, *map(str, counts), *shares, _interval(score.f1), style=style)
    console.print(table)
    checks = [raised for tally in evaluation.tallies for raised in tally.checks.values()]
    if checks:
        console.print(f"\nchecks that the gold asks for: {sum(checks)} of {len(checks)} raised", highlight=False)


def print_mistakes(evaluation: Evaluation, console: Console) -> None:
    """Print every mistake, an article after the other."""
    for tally in evaluation.tallies:
        silent = [code for code, raised in tally.checks.items() if not raised]
        if not tally.mistakes and not silent:
            continue
        console.print(Text(f"\n{on_one_line(tally.article)}", style="bold"))
        for mistake in tally.mistakes:
            sign = "-" if mistake.kind == "missing" else "+"
            line = f"  {sign} {mistake.field:17} {on_one_line(mistake.item.shown)}"
            console.print(Text(line, style="yellow" if sign == "-" else "red"), soft_wrap=True)
            around = context(mistake, evaluation.texts.get(mistake.article))
            if around:
                before, words, after = map(on_one_line, around)
                console.print(
                    Text.assemble(("      … ", "dim"), (before + " ", "dim"), words, (" " + after + " …", "dim")),
                    soft_wrap=True,
                )
        for code in silent:
            console.print(Text(f"  - {'check':17} {code}", style="yellow"))


def as_json(evaluation: Evaluation, scores: Sequence[Score], *, mistakes: bool) -> dict[str, Any]:
    """The same as data."""
    report: dict[str, Any] = {
        "n_articles": len(evaluation.tallies),
        "fields": {score.field: _score(score) for score in scores},
        "checks": {tally.article: tally.checks for tally in evaluation.tallies if tally.checks},
        "failed": [{"source": failed.source, "error": failed.error} for failed in evaluation.failures],
    }
    if mistakes:
        report["errors"] = [
            _mistake(mistake, evaluation.texts) for tally in evaluation.tallies for mistake in tally.mistakes
        ]
    return report


def _score(score: Score) -> dict[str, Any]:
    report: dict[str, Any] = {name: getattr(score, name) for name in ("n_articles", "right", "spurious", "missing")}
    for name in ("precision", "recall", "f1"):
        estimate: Estimate = getattr(score, name)
        report[name] = estimate.value
        report[f"{name}_95"] = None if estimate.low is None else [estimate.low, estimate.high]
    return report


def _mistake(mistake: Mistake, texts: Mapping[str, str]) -> dict[str, Any]:
    around = context(mistake, texts.get(mistake.article))
    return {
        "field": mistake.field,
        "article": mistake.article,
        "kind": mistake.kind,
        "item": mistake.item.shown,
        "context": list(around) if around else None,
    }


def _share(estimate: Estimate) -> str:
    return "–" if estimate.value is None else f"{estimate.value:.3f}"


def _interval(estimate: Estimate) -> str:
    return "" if estimate.low is None else f"{estimate.low:.2f}–{estimate.high:.2f}"
