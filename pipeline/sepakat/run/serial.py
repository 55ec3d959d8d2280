"""One article after the other: what every other way of running must agree with, byte for byte."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sepakat.errors import SourceError
from sepakat.extraction import extract
from sepakat.records import Result
from sepakat.run.find import STANDARD_INPUT, Failed, Job
from sepakat.sources.text_file import read_bytes, read_file
from sepakat.text.article import Article


def run(jobs: Iterable[Job | Failed], *, stdin: BinaryIO | None = None) -> Iterator[Result | Failed]:
    """Read and extract articles one by one.

    Args:
        jobs: What `find_articles` found; failures are handed on in their place.
        stdin: Where the job `-` is read from; without it there is none.

    Yields:
        For each job, in order, its result or why there is none.
    """
    for job in jobs:
        yield job if isinstance(job, Failed) else run_one(job, stdin=stdin)


def run_one(job: Job, *, stdin: BinaryIO | None = None) -> Result | Failed:
    """Read and extract one article; whatever goes wrong becomes a `Failed`."""
    try:
        article = read_article(job, stdin=stdin)
    except SourceError as error:
        return Failed(job.source, "read", str(error))
    try:
        return extract(article, published=job.published)
    except Exception as error:  # one article's bug must not cost the others
        return Failed(
            job.source, "extract", f"a bug in sepakat, please report it: {type(error).__name__}: {error}"
        )


def read_article(job: Job, *, stdin: BinaryIO | None = None) -> Article:
    """Read the text of a job.

    Raises:
        SourceError: If it is missing, empty, binary or too large.
    """
    if job.path == STANDARD_INPUT and stdin is not None:
        return read_bytes(stdin, source=job.source)
    return read_file(job.path, source=job.source)
