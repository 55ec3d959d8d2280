"""Gold: what a careful reader writes down for one article (contract, section 3).

Gold names values only, no offsets and no ids. A key that is absent is not scored; an empty list or a null is.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from sepakat.errors import DataError
from sepakat.records import (
    AmountPurpose,
    CheckCode,
    CountKind,
    InstrumentKind,
    Part,
    PartialDate,
    Programme,
    RegulationKind,
    Segment,
    Status,
)

AsText = Annotated[str, BeforeValidator(str)]


class _GoldItem(BaseModel):
    """A closed record: a misspelt key is an error, not an item that is silently left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldPerson(_GoldItem):
    """A person who is named, with the fullest role as written."""

    name: str
    role: str | None = None
    part: Part | None = None
    acting: str | None = None
    titles: tuple[str, ...] = ()


class GoldAgreement(_GoldItem):
    """One agreement; `parties` are region codes, `bpjs/<level>/<name>`, or names as written."""

    status: Status
    instruments: tuple[InstrumentKind, ...] | None = None
    signed_on: PartialDate | None = None
    venue: str | None = None
    parties: tuple[str, ...] | None = None
    signatories: tuple[GoldPerson, ...] | None = None
    witnesses: tuple[str, ...] | None = None
    attendees: tuple[str, ...] | None = None
    programmes: tuple[Programme, ...] | None = None
    beneficiaries: tuple[str, ...] | None = None


class GoldCount(_GoldItem):
    """A number of people who work."""

    value: int
    value_max: int | None = None
    kind: CountKind | None = None
    group: str | None = None
    as_of: PartialDate | None = None


class GoldAmount(_GoldItem):
    """A sum in whole rupiah."""

    value: int
    value_max: int | None = None
    purpose: AmountPurpose | None = None


class GoldRate(_GoldItem):
    """A share in percent, as a decimal string."""

    value: Decimal
    segment: Segment | None = None


class GoldRegulation(_GoldItem):
    """A regulation; `year` null: the article tells none, and none is compared."""

    kind: RegulationKind
    number: AsText | None = None
    year: int | None = None


class Gold(BaseModel):
    """The gold of one article; keys beside the contract's (`url`, notes) are kept out of the scoring."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    article: str
    published: PartialDate | None = None
    outlet: str | None = None
    dateline: str | None = None
    byline: str | None = None
    agreements: tuple[GoldAgreement, ...] | None = None
    people: tuple[GoldPerson, ...] | None = None
    worker_counts: tuple[GoldCount, ...] | None = None
    amounts: tuple[GoldAmount, ...] | None = None
    rates: tuple[GoldRate, ...] | None = None
    regulations: tuple[GoldRegulation, ...] | None = None
    checks: tuple[CheckCode, ...] | None = None

    @property
    def published_on(self) -> date | None:
        """The publication date to hand to the pipeline: only one that names the day."""
        if self.published is None or len(self.published) < len("YYYY-MM-DD"):
            return None
        return date.fromisoformat(self.published)


def read_gold(path: Path) -> list[Gold]:
    """Read one gold file, or all `*.json` of a folder in order of their names.

    Args:
        path: A `.json` file or a folder of them.

    Returns:
        Gold, one for each article.

    Raises:
        DataError: If there is none, a file is not gold, or two files are about the same article.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise DataError(f"{path}: no gold here; a gold folder holds one NAME.json for each article NAME.txt")
    gold = [_read_one(file) for file in files]
    names: set[str] = set()
    for item, file in zip(gold, files, strict=True):
        if item.article in names:
            raise DataError(f"{file}: there is gold for {item.article} already; keep one file an article")
        names.add(item.article)
    return gold


def _read_one(file: Path) -> Gold:
    """Read and validate one file."""
    try:
        return Gold.model_validate_json(file.read_bytes())
    except OSError as error:
        raise DataError(f"{file}: cannot be read ({error.strerror}); check the path") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise DataError(f"{file}: not gold as in the contract: {where}: {first['msg']}") from error
