"""The record contract as frozen pydantic models: what sepakat emits, and nothing else.

One `Result` an article. The models check everything that can be checked without the article's text; `verify`
checks what needs it: that each piece of evidence is exactly the slice of the text that it claims to be.
Field order here is key order in the output.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from sepakat.errors import ContractError

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Status = Literal["signed", "planned", "discussed", "in_force", "expired"]
Action = Literal["new", "renewal", "amendment"]
InstrumentKind = Literal[
    "nota_kesepahaman",
    "nota_kesepakatan",
    "kesepakatan_bersama",
    "perjanjian_kerja_sama",
    "rencana_kerja",
    "adendum",
    "komitmen_bersama",
    "lainnya",
]
Programme = Literal["JKK", "JKM", "JHT", "JP", "JKP"]
FundingSource = Literal["apbn", "apbd", "apbdes", "add", "dbh_sawit", "dbhcht", "csr", "zakat", "self_paid", "other"]
OrganisationKind = Literal[
    "regional_government",
    "regional_agency",
    "bpjs_ketenagakerjaan",
    "prosecutor",
    "village",
    "ministry",
    "university",
    "company",
    "association",
    "religious_charity",
    "other",
]
RegionLevel = Literal["province", "regency", "city"]
UnitLevel = Literal["pusat", "kantor_wilayah", "kantor_cabang", "kantor_cabang_perintis"]
ActingForm = Literal["Pj", "Plt", "Plh", "Pjs"]
Part = Literal["signatory", "witness", "attendee", "speaker", "mentioned", "private"]
Approx = Literal["exact", "about", "more_than", "less_than", "range"]
CountKind = Literal["covered_by_agreement", "covered", "uncovered", "workforce", "target", "other"]
WorkerCategory = Literal[
    "pekerja_umum",
    "pekerja_rentan",
    "non_asn",
    "pppk",
    "perangkat_desa",
    "lembaga_kemasyarakatan",
    "rt_rw",
    "kader",
    "pekerja_keagamaan",
    "petani",
    "pekebun",
    "peternak",
    "nelayan",
    "buruh",
    "pedagang_umkm",
    "pekerja_transportasi",
    "petugas_kebersihan",
    "pendidik",
    "tenaga_kesehatan",
    "mahasiswa_magang",
    "penyelenggara_pemilu",
    "relawan",
    "jasa_konstruksi",
    "pekerja_migran",
    "pekerja_seni",
    "atlet",
    "pekerja_penerima_upah",
    "pekerja_bukan_penerima_upah",
    "disabilitas",
    "jaksa_pegawai",
    "lainnya",
]
AmountPurpose = Literal[
    "death_benefit",
    "accident_benefit",
    "old_age_benefit",
    "pension_benefit",
    "job_loss_benefit",
    "scholarship",
    "claims_total",
    "contribution",
    "budget",
    "arrears",
    "wage",
    "other",
]
AmountPer = Literal["total", "person", "person_month", "year"]
RateOf = Literal["coverage", "other"]
Segment = Literal["all", "PU", "BPU", "jakon", "PMI", "non_asn", "other"]
RegulationKind = Literal[
    "uu",
    "pp",
    "perpres",
    "inpres",
    "permen",
    "pergub",
    "perbup",
    "perwali",
    "perda",
    "perdes",
    "instruksi_gubernur",
    "instruksi_bupati",
    "instruksi_wali_kota",
    "keputusan",
    "surat_edaran",
    "fatwa",
    "lainnya",
]
CheckCode = Literal[
    "coverage_arithmetic",
    "weekday_mismatch",
    "impossible_date",
    "breakdown_sum",
    "contribution_arithmetic",
    "caption_disagrees",
    "name_variants",
    "region_ambiguous",
    "region_type",
    "branch_not_of_region",
    "conflicting_counts",
    "date_ambiguous",
    "status_disagrees",
]

Confidence = Annotated[float, Field(ge=0.0, le=1.0, description="Calibrated: of values given 0.9, 9 in 10 are right.")]
NonEmpty = Annotated[str, StringConstraints(min_length=1)]


def article_id(text: str) -> str:
    """First 16 hex digits of the SHA-256 of the text as UTF-8 (lone surrogates as `surrogatepass` writes them)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _is_partial_date(value: str) -> str:
    """Accept `YYYY`, `YYYY-MM` and `YYYY-MM-DD` when the calendar has such a day."""
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    date(int(year), int(month or 1), int(day or 1))
    return value


PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_is_partial_date)]


class Record(BaseModel):
    """Base of all records: frozen, closed, validated."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Record):
    """A slice of the article's text, `[start, end)` in code points."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    text: NonEmpty

    @model_validator(mode="after")
    def _fits(self) -> "Evidence":
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence [{self.start}, {self.end}) does not have the length of its text")
        return self


EvidenceList = Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Extractor(Record):
    """Which program and which model wrote a result."""

    name: Literal["sepakat"] = "sepakat"
    version: str
    model: str | None = None


class ArticleRecord(Record):
    """The article that was read; `chars` is its length in code points."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    source: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    dateline: str | None = None
    byline: str | None = None
    published: PartialDate | None = None
    published_basis: Literal["given", "text", "url"] | None = None
    chars: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _published_has_basis(self) -> "ArticleRecord":
        if (self.published is None) != (self.published_basis is None):
            raise ValueError("published and published_basis are given together or not at all")
        return self


class Region(Record):
    """A province, regency or city by its Kemendagri code (`18`, `18.01`)."""

    code: Annotated[str, StringConstraints(pattern=r"^\d{2}(\.\d{2})?$")]
    name: str
    level: RegionLevel
    province_code: Annotated[str, StringConstraints(pattern=r"^\d{2}$")]

    @model_validator(mode="after")
    def _code_fits_level(self) -> "Region":
        if not self.code.startswith(self.province_code) or (len(self.code) == 2) != (self.level == "province"):
            raise ValueError(f"region code {self.code} does not fit level {self.level}")
        return self


class Instrument(Record):
    """A document that was, or is to be, signed."""

    kind: InstrumentKind
    label: NonEmpty
    number: str | None = None
    evidence: EvidenceList


class SignedOn(Record):
    """The date of the signing."""

    date: PartialDate
    basis: Literal["explicit", "resolved"]
    weekday_agrees: bool | None = None
    evidence: EvidenceList


class Term(Record):
    """How long the agreement runs."""

    years: Annotated[float, Field(gt=0)] | None = None
    until: PartialDate | None = None
    evidence: EvidenceList

    @model_validator(mode="after")
    def _says_something(self) -> "Term":
        if self.years is None and self.until is None:
            raise ValueError("a term has years, an end, or both")
        return self


class Venue(Record):
    """Where the signing took place."""

    text: NonEmpty
    region: Region | None = None
    evidence: EvidenceList


class Signatory(Record):
    """A person who signed, and the party that the person signed for."""

    person: str
    party: str | None = None
    evidence: EvidenceList


class Beneficiary(Record):
    """A group of workers that the agreement covers, as written."""

    label: NonEmpty
    category: WorkerCategory
    evidence: EvidenceList


class Purpose(Record):
    """The clause that says what the agreement is for."""

    text: NonEmpty
    evidence: EvidenceList


class Agreement(Record):
    """An agreement to which BPJS Ketenagakerjaan is a party."""

    id: NonEmpty
    status: Status
    action: Action | None = None
    instruments: tuple[Instrument, ...] = ()
    signed_on: SignedOn | None = None
    term: Term | None = None
    venue: Venue | None = None
    parties: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    witnesses: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    programmes: tuple[Programme, ...] = ()
    beneficiaries: tuple[Beneficiary, ...] = ()
    worker_counts: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()
    funding: tuple[FundingSource, ...] = ()
    purpose: Purpose | None = None
    confidence: Confidence
    evidence: EvidenceList


class BpjsUnit(Record):
    """A unit of BPJS Ketenagakerjaan; `name` without the words that say the level."""

    level: UnitLevel | None = None
    name: str | None = None


class Organisation(Record):
    """A body that is named in the article; `mentions` are all places, `evidence` the fullest one."""

    id: str
    name: NonEmpty
    kind: OrganisationKind
    region: Region | None = None
    bpjs_unit: BpjsUnit | None = None
    mentions: EvidenceList
    confidence: Confidence
    evidence: EvidenceList

    @model_validator(mode="after")
    def _unit_is_of_bpjs(self) -> "Organisation":
        if self.bpjs_unit is not None and self.kind != "bpjs_ketenagakerjaan":
            raise ValueError("only BPJS Ketenagakerjaan has a bpjs_unit")
        return self


class Position(Record):
    """An office that a person holds, as written without the acting word."""

    title: NonEmpty
    acting: ActingForm | None = None
    organisation: str | None = None
    region: Region | None = None
    evidence: EvidenceList


class Person(Record):
    """An individual; `name` is null when the article names only the office."""

    id: str
    name: str | None = None
    titles: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    part: Part
    public_official: bool
    confidence: Confidence
    evidence: EvidenceList

    @model_validator(mode="after")
    def _is_somebody(self) -> "Person":
        if self.name is None and not self.positions:
            raise ValueError("a person has a name, an office, or both")
        return self


def _check_range(low: int, high: int | None, approx: Approx) -> None:
    """An upper value goes with a range, and only with a range."""
    if (high is not None) != (approx == "range"):
        raise ValueError("an upper value goes with approx = range")
    if high is not None and high < low:
        raise ValueError("the upper value of a range is not below the lower one")


class WorkerCount(Record):
    """A number of people who work; `value` counts people."""

    id: str
    value: Annotated[int, Field(ge=0)]
    value_max: int | None = None
    approx: Approx
    kind: CountKind
    group: str | None = None
    category: WorkerCategory
    as_of: PartialDate | None = None
    region: Region | None = None
    confidence: Confidence
    evidence: EvidenceList

    @model_validator(mode="after")
    def _range(self) -> "WorkerCount":
        _check_range(self.value, self.value_max, self.approx)
        return self


class Amount(Record):
    """A sum of money; `value_idr` is in whole rupiah."""

    id: str
    value_idr: Annotated[int, Field(ge=0)]
    value_idr_max: int | None = None
    approx: Approx
    purpose: AmountPurpose
    per: AmountPer
    recipient: str | None = None
    confidence: Confidence
    evidence: EvidenceList

    @model_validator(mode="after")
    def _range(self) -> "Amount":
        _check_range(self.value_idr, self.value_idr_max, self.approx)
        return self


class Rate(Record):
    """A share in percent, as a decimal string (`"22.41"`)."""

    id: str
    percent: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?$")]
    of: RateOf
    segment: Segment
    as_of: PartialDate | None = None
    confidence: Confidence
    evidence: EvidenceList


class Regulation(Record):
    """A law, regulation, instruction or circular that the article names."""

    id: str
    kind: RegulationKind
    label: NonEmpty
    number: str | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    region: Region | None = None
    confidence: Confidence
    evidence: EvidenceList


class Message(Record):
    """One message in the two languages of the project."""

    id: NonEmpty
    en: NonEmpty


class Check(Record):
    """What a fact-checker should look at; it never changes a value. `refs` are ids of this result."""

    code: CheckCode
    severity: Literal["info", "warning"]
    message: Message
    refs: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Result(Record):
    """Everything that was read from one article."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    extractor: Extractor
    article: ArticleRecord
    agreements: tuple[Agreement, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    worker_counts: tuple[WorkerCount, ...] = ()
    amounts: tuple[Amount, ...] = ()
    rates: tuple[Rate, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    checks: tuple[Check, ...] = ()

    @model_validator(mode="after")
    def _ids_refer(self) -> "Result":
        lists: dict[str, tuple[Any, ...]] = {
            "o": self.organisations,
            "p": self.people,
            "w": self.worker_counts,
            "m": self.amounts,
            "r": self.rates,
            "l": self.regulations,
            f"{self.article.id}-a": self.agreements,
        }
        for prefix, records in lists.items():
            for number, record in enumerate(records, 1):
                if record.id != f"{prefix}{number}":
                    raise ValueError(f"id {record.id} stands where {prefix}{number} belongs")
        if missing := self.dangling():
            raise ValueError(f"ids without an object: {missing}")
        return self

    def dangling(self) -> list[str]:
        """Ids that an object uses to name another and that no object has; a sound result has none."""
        records = (self.agreements, self.organisations, self.people, self.worker_counts, self.amounts)
        known = {record.id for records in (*records, self.rates, self.regulations) for record in records}
        return sorted({reference for reference in self.references() if reference not in known})

    def references(self) -> Iterator[str]:
        """Every id that one object of this result uses to name another."""
        for agreement in self.agreements:
            yield from agreement.parties
            for signatory in agreement.signatories:
                yield signatory.person
                if signatory.party is not None:
                    yield signatory.party
            yield from agreement.witnesses
            yield from agreement.attendees
            yield from agreement.worker_counts
            yield from agreement.amounts
            yield from agreement.regulations
        for person in self.people:
            yield from (p.organisation for p in person.positions if p.organisation is not None)
        for check in self.checks:
            yield from check.refs

    def evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every piece of evidence with the path of the field that it belongs to (`people[0].evidence[0]`)."""
        yield from _walk_evidence("", self)


def _walk_evidence(path: str, value: object) -> Iterator[tuple[str, Evidence]]:
    """Go through a record depth first, in field order."""
    if isinstance(value, Evidence):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _walk_evidence(f"{path}.{name}" if path else name, getattr(value, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_evidence(f"{path}[{index}]", item)


def verify(result: Result, text: str) -> Result:
    """Check a result against the text that it was read from.

    Args:
        result: A valid result.
        text: The article's text, which all offsets count in.

    Returns:
        The same result.

    Raises:
        ContractError: If the id is not the text's, or evidence is not the slice that it claims to be.
    """
    if result.article.id != article_id(text):
        raise ContractError(f"result {result.article.id} was not read from text {article_id(text)}")
    if missing := result.dangling():
        raise ContractError(f"ids without an object: {missing}")
    if any(text[piece.start : piece.end] != piece.text for piece in _pieces(result)):
        for path, piece in result.evidence():
            if text[piece.start : piece.end] != piece.text:
                raise ContractError(f"{path}: {piece.text!r} does not stand at [{piece.start}, {piece.end})")
    return result


def _pieces(record: Record) -> list[Evidence]:
    """Every piece of evidence in a record, without the paths that only an error tells."""
    found: list[Evidence] = []
    open_records = [record]
    while open_records:
        holder = open_records.pop()
        for name in _nested_fields(type(holder)):
            value = getattr(holder, name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Evidence):
                    found.append(item)
                elif isinstance(item, Record):
                    open_records.append(item)
    return found


@cache
def _nested_fields(kind: type[Record]) -> tuple[str, ...]:
    """Fields of a kind of record that can hold other records."""
    return tuple(name for name, field in kind.model_fields.items() if _holds_records(field.annotation))


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(_holds_records(part) for part in get_args(annotation))


def to_json_lines(results: Iterable[Result]) -> Iterator[str]:
    """Each result as one line of JSON with its newline; UTF-8 characters as they are, keys in contract order."""
    for result in results:
        yield result.model_dump_json() + "\n"


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of `Result` as it is written out."""
    schema = Result.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sepakat result",
        **{key: value for key, value in schema.items() if key != "title"},
    }
