"""Scoring a batch: results that were written before, or articles that are extracted now, against gold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sepakat.errors import DataError, Failed, SourceError
from sepakat.ner.reading import load
from sepakat.ner.weights import Kind
from sepakat.records import Result
from sepakat.run.find import article_name, find_files
from sepakat.run.reading import extract_article
from sepakat.run.serial import read_article
from sepakat.run.settings import Settings
from sepakat.scoring.gold import Gold, read_gold
from sepakat.scoring.tally import Mistake, Tally, score_article
from sepakat.sinks.jsonl import read_results
from sepakat.sources.opening import as_text

CONTEXT_CHARS = 60  # code points shown on either side of a mistake


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of a comparison.

    Attributes:
        tallies: One for each gold, in order of the gold; an article without a result has everything missing.
        failures: Articles with gold that gave no result.
        n_without_gold: Results or articles that were left aside because there is no gold for them.
        texts: Text of the articles by name, as far as they could be read; for showing mistakes in context.
    """

    tallies: list[Tally]
    failures: list[Failed]
    n_without_gold: int
    texts: Mapping[str, str]


def evaluate_results(results: Path, gold: Path, *, articles: Path | None = None) -> Evaluation:
    """Score a JSON Lines file; a result belongs to the gold that has the file name of its source.

    Args:
        results: The file of results.
        gold: A gold file or folder.
        articles: Folder of the articles, to show mistakes in context.

    Raises:
        DataError: If a file is not what it should be, or two results are about articles of the same name.
    """
    wanted = read_gold(gold)
    found = read_results(results)
    by_name: dict[str, Result] = {}
    for result in found:
        name = article_name(result.article.source)
        if name in by_name:
            raise DataError(f"{results}: two results come from an article {name}; keep one")
        by_name[name] = result
    missing = [
        Failed(item.article, "find", f"no result in {results}; all its gold counts as missing")
        for item in wanted
        if item.article not in by_name
    ]
    paths = [path for path in find_files([str(articles)]) if isinstance(path, str)] if articles else []
    return _evaluate(wanted, by_name, missing, paths)


def evaluate_articles(articles: Path, gold: Path, *, ner: Kind = "none") -> Evaluation:
    """Extract the articles that have gold, each with the publication date of its gold, and score them.

    Args:
        articles: Folder of the articles.
        gold: A gold file or folder.
        ner: Trained readers that take part.

    Raises:
        DataError: If a gold file is not what it should be, or two articles have the same name.
    """
    load(ner)
    wanted = {item.article: item for item in read_gold(gold)}
    paths: dict[str, str] = {}
    failures: list[Failed] = []
    n_without_gold = 0
    for path in find_files([str(articles)]):
        if isinstance(path, Failed):
            failures.append(path)
            continue
        name = article_name(as_text(path))
        if name not in wanted:
            n_without_gold += 1
        elif name in paths:
            raise DataError(f"{path}: {paths[name]} has the same name; keep one of them")
        else:
            paths[name] = path
    results: dict[str, Result] = {}
    for name, item in wanted.items():
        outcome = _extract(paths[name], item.published_on, ner) if name in paths else _missing(name, articles)
        if isinstance(outcome, Failed):
            failures.append(outcome)
        else:
            results[name] = outcome
    evaluation = _evaluate(wanted.values(), results, failures, paths.values())
    return replace(evaluation, n_without_gold=n_without_gold)


def _extract(path: str, published: date | None, ner: Kind) -> Result | Failed:
    try:
        article = read_article(path)
    except SourceError as error:
        return Failed(as_text(path), "read", str(error).removeprefix(path).strip(" :"))
    return extract_article(replace(article, published=published or article.published), Settings(ner))


def _missing(name: str, articles: Path) -> Failed:
    return Failed(name, "find", f"no such article in {articles}; all its gold is missing")


def _evaluate(
    gold: Iterable[Gold], results: Mapping[str, Result], failures: list[Failed], paths: Iterable[str]
) -> Evaluation:
    tallies = [score_article(item, results.get(item.article)) for item in gold]
    scored = {tally.article for tally in tallies}
    texts = {}
    for path in paths:
        name = article_name(as_text(path))
        if name in results:
            try:
                article = read_article(path)
            except SourceError:
                continue
            if article.id == results[name].article.id:  # an article of that name, but another text, is no help
                texts[name] = article.text
    return Evaluation(tallies, failures, len(results.keys() - scored), texts)


def context(mistake: Mistake, text: str | None) -> tuple[str, str, str] | None:
    """Where a mistake stands in its article.

    Args:
        mistake: A spurious item is shown where its evidence is, a missing one where its words first stand.
        text: The article's text, if it is known.

    Returns:
        What stands before, the item's own words, and what stands after; `None` if the place is not known.
    """
    evidence = mistake.item.evidence
    if text is None:
        return ("", evidence.text, "") if evidence else None
    if evidence:
        start, end = evidence.start, evidence.end
    else:
        start = text.find(mistake.item.written)
        end = start + len(mistake.item.written)
        if start < 0:
            return None
    return text[max(0, start - CONTEXT_CHARS) : start], text[start:end], text[end : end + CONTEXT_CHARS]
