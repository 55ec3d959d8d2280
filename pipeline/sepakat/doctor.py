"""What this installation consists of, what is missing from it, and the command that installs it."""

import json
import locale
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from importlib.resources import files
from time import perf_counter
from typing import Any, Final, Literal

from packaging.requirements import Requirement

from sepakat import __version__
from sepakat.ner import weights
from sepakat.ner.weights import SPACY_MODEL, STANZA_MODEL

Status = Literal["ok", "info", "problem"]
MODELS: Final[tuple[str, ...]] = (SPACY_MODEL, STANZA_MODEL)
"""Trained readers that lie in the package."""

_SENTENCE: Final = (
    "Bupati Lampung Barat Sutan Contoh menandatangani nota kesepahaman dengan BPJS Ketenagakerjaan "
    "untuk melindungi 125 pekerja rentan."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        section: What it belongs to.
        name: What it is.
        status: `problem`: sepakat does not work as it should. `info`: good to know, nothing is broken.
        detail: Version, number of rows, or what is wrong.
        remedy: The command that helps.
    """

    section: str
    name: str
    status: Status
    detail: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings."""

    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """Whether there is no problem."""
        return all(finding.status != "problem" for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The report as data."""
        return {"healthy": self.healthy, "findings": [asdict(finding) for finding in self.findings]}


def examine() -> Report:
    """Look at the interpreter, the packages, the tables, the models and the locale, and read one sentence."""
    sections = (_versions, _dependencies, _tables, _models, _extras, _encoding, _trial)
    return Report(tuple(finding for section in sections for finding in section()))


def _versions() -> Iterator[Finding]:
    yield Finding("versions", "python", "ok", f"{platform.python_version()} ({sys.executable})")
    yield Finding("versions", "sepakat", "ok", __version__)


def _requirements(extra: str = "") -> list[Requirement]:
    """What the installed package asks for, always or for one of its extras."""
    try:
        written = [Requirement(line) for line in metadata.requires("sepakat") or ()]
    except metadata.PackageNotFoundError:
        return []
    if not extra:
        return [r for r in written if r.marker is None or r.marker.evaluate({"extra": ""})]
    return [
        r for r in written if r.marker and not r.marker.evaluate({"extra": ""}) and r.marker.evaluate({"extra": extra})
    ]


def _check(requirement: Requirement) -> tuple[str, bool]:
    """The installed version, and whether it will do."""
    try:
        version = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return "not installed", False
    if requirement.specifier.contains(version, prereleases=True):
        return version, True
    return f"{version}, but {requirement.specifier} is needed", False


def _dependencies() -> Iterator[Finding]:
    requirements = _requirements()
    if not requirements:
        install = "python -m pip install sepakat"
        yield Finding("dependencies", "sepakat", "problem", "not installed as a package", install)
    for requirement in sorted(requirements, key=lambda requirement: requirement.name):
        detail, good = _check(requirement)
        remedy = None if good else f"python -m pip install '{requirement.name}{requirement.specifier}'"
        yield Finding("dependencies", requirement.name, "ok" if good else "problem", detail, remedy)


def _tables() -> Iterator[Finding]:
    """Gazetteers and word lists with their rows."""
    from sepakat.text.tables import read_csv, read_lines

    found = False
    for table in sorted(files("sepakat.data").iterdir(), key=lambda entry: entry.name):
        stem, _, suffix = table.name.rpartition(".")
        if suffix in ("csv", "txt"):
            found = True
            n_rows = len(read_csv(stem) if suffix == "csv" else read_lines(stem))
            yield Finding("tables", table.name, "ok" if n_rows else "problem", f"{n_rows} rows")
    if not found:
        remedy = "python -m pip install --force-reinstall sepakat"
        yield Finding("tables", "sepakat.data", "problem", "no tables in the package", remedy)


def _models() -> Iterator[Finding]:
    """Trained readers: whether their files are the ones that were written."""
    for name in MODELS:
        folder = weights.folder(name)
        try:
            weights.check(folder)
            version = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["version"]
        except (OSError, ValueError, KeyError) as error:
            remedy = "python -m pip install --force-reinstall sepakat"
            yield Finding("models", name, "problem", f"{error}; until then: --ner none", remedy)
        else:
            yield Finding("models", name, "ok", version)


def _extras() -> Iterator[Finding]:
    """Extras of the package: optional, so a missing one is no problem."""
    try:
        extras = metadata.metadata("sepakat").get_all("Provides-Extra") or []
    except metadata.PackageNotFoundError:
        return
    for extra in extras:
        checked = {requirement.name: _check(requirement) for requirement in _requirements(extra)}
        detail = ", ".join(f"{name} {version}" for name, (version, _) in checked.items())
        if all(good for _, good in checked.values()):
            yield Finding("extras", extra, "ok", detail)
        else:
            yield Finding("extras", extra, "info", detail, f"python -m pip install 'sepakat[{extra}]'")


def _encoding() -> Iterator[Finding]:
    """Results are UTF-8 everywhere; a terminal that is not may lack letters in tables."""
    yield Finding("encoding", "locale", "ok", locale.setlocale(locale.LC_CTYPE, None) or "C")
    names = {"terminal": sys.stdout.encoding or "", "file names": sys.getfilesystemencoding()}
    for name, encoding in names.items():
        good = encoding.lower().replace("-", "") == "utf8"
        remedy = None if good else "export PYTHONUTF8=1"
        yield Finding("encoding", name, "ok" if good else "info", encoding or "unknown", remedy)


def _trial() -> Iterator[Finding]:
    """Read one sentence from end to end."""
    try:
        from sepakat.extraction import extract

        extract(_SENTENCE)
        start = perf_counter()
        result = extract(_SENTENCE)
        milliseconds = 1000 * (perf_counter() - start)
    except Exception as error:  # whatever is wrong with the installation is to be told, not raised
        yield Finding("trial", "extract", "problem", f"{type(error).__name__}: {error}")
        return
    found = bool(result.agreements) and any(count.value == 125 for count in result.worker_counts)
    detail = f"one sentence in {milliseconds:.1f} ms" if found else "the sentence's agreement was not found"
    yield Finding("trial", "extract", "ok" if found else "problem", detail)
