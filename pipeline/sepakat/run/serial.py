"""One article after the other: what every other way of running must agree with, byte for byte."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from sepakat.errors import Failed, SourceError
from sepakat.extraction import extract
from sepakat.ner.reading import Kind, load
from sepakat.records import Result
from sepakat.run.find import STANDARD_INPUT, Job
from sepakat.sources.text_file import MAX_BYTES, decode, read
from sepakat.text.article import Article
from sepakat.text.language import looks_indonesian


def run(
    jobs: Iterable[Job | Failed], *, stdin: BinaryIO | None = None, ner: Kind = "none"
) -> Iterator[Result | Failed]:
    """Read and extract articles one by one.

    Args:
        jobs: What `find_articles` found; failures are handed on in their place.
        stdin: Where the job `-` is read from; without it `-` is a file name.
        ner: Trained readers that take part.

    Yields:
        For each job, in order, its result or why there is none.

    Raises:
        ModelError: If a trained reader cannot be loaded, before anything is read.
        MissingExtraError: If Stanza is asked for and not installed.
    """
    load(ner)
    for job in jobs:
        yield job if isinstance(job, Failed) else run_one(job, stdin=stdin, ner=ner)


def run_one(job: Job, *, stdin: BinaryIO | None = None, ner: Kind = "none") -> Result | Failed:
    """Read and extract one article; whatever goes wrong becomes a `Failed`."""
    try:
        article = read_article(job, stdin=stdin)
    except SourceError as error:
        reason = str(error).removeprefix(job.path).removeprefix(job.source)
        return Failed(job.source, "read", reason.strip(" :"))
    if not looks_indonesian(article.text):
        reason = "does not look Indonesian; give an Indonesian article, or leave this one out"
        return Failed(job.source, "read", reason)
    try:
        return extract(article, published=job.published, ner=ner)
    except Exception as error:  # one article's bug must not cost the others
        reason = f"a bug in sepakat, please report it: {type(error).__name__}: {error}"
        return Failed(job.source, "extract", reason)


def read_article(job: Job, *, stdin: BinaryIO | None = None) -> Article:
    """Read the text of a job.

    Raises:
        SourceError: If it is missing, empty, binary or too large.
    """
    if job.path == STANDARD_INPUT and stdin is not None:
        return Article(decode(stdin.read(MAX_BYTES + 1), source=job.source), source=job.source)
    return replace(read(job.path), source=job.source)
