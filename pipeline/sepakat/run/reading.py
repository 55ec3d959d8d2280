"""One record in, one outcome out: what a process, a cluster or a single loop does with each record."""

from dataclasses import replace
from typing import Final

from sepakat.errors import Failed, MissingExtraError, SourceError
from sepakat.extraction import extract
from sepakat.records import Result
from sepakat.run.settings import Settings
from sepakat.sources.formats import article as article_of
from sepakat.sources.formats import short
from sepakat.sources.record import Record
from sepakat.text.article import Article
from sepakat.text.language import looks_indonesian

NOT_INDONESIAN: Final = "does not look Indonesian; give an Indonesian article, or leave this one out"


def read_record(record: Record, settings: Settings) -> Article | Failed:
    """Make an article of a record."""
    try:
        article = article_of(record, settings.columns)
    except (SourceError, MissingExtraError) as error:
        return Failed(record.source, "read", short(error, record.source))
    except Exception as error:  # a library's bug on one page must not cost the others
        return Failed(
            record.source, "read", f"cannot be parsed ({type(error).__name__}: {error}); mend it, or leave it out"
        )
    if not looks_indonesian(article.text):
        return Failed(record.source, "read", NOT_INDONESIAN)
    return article if settings.published is None else replace(article, published=settings.published)


def extract_article(article: Article, settings: Settings) -> Result | Failed:
    """Extract one article; a bug becomes a `Failed`."""
    try:
        return extract(article, ner=settings.ner)
    except Exception as error:  # one article's bug must not cost the others
        reason = f"a bug in sepakat, please report it: {type(error).__name__}: {error}"
        return Failed(article.source, "extract", reason)


def run_record(record: Record, settings: Settings) -> Result | Failed:
    """Read and extract one record; whatever goes wrong becomes a `Failed`."""
    article = read_record(record, settings)
    return article if isinstance(article, Failed) else extract_article(article, settings)
