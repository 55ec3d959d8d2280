import json
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from sepakat import doctor, extraction
from sepakat.doctor import Finding, Report, examine
from sepakat.ner import weights


def by_name(report: Report) -> dict[tuple[str, str], Finding]:
    return {(finding.section, finding.name): finding for finding in report.findings}


def test_this_installation_is_healthy() -> None:
    report = examine()
    assert [finding for finding in report.findings if finding.status == "problem"] == []
    findings = by_name(report)
    assert findings["dependencies", "spacy"].detail == metadata.version("spacy")
    assert findings["tables", "regions.csv"].detail == f"{38 + 514} rows"
    assert findings["trial", "extract"].status == "ok"
    assert findings["models", "id_sepakat_news"].status == "ok"
    assert {section for section, _ in findings} == {
        "versions", "dependencies", "tables", "models", "extras", "encoding", "trial",
    }  # fmt: skip


def test_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_check", lambda requirement: ("not installed", requirement.name != "stanza"))
    finding = by_name(examine())["extras", "stanza"]
    assert finding.status == "info"
    assert finding.remedy == "python -m pip install 'sepakat[stanza]'"


def test_missing_or_old_dependency_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [Requirement("spacy>=99"), Requirement("no-such-package>=1"), Requirement("pydantic")]
    monkeypatch.setattr(doctor, "_requirements", lambda extra="": [] if extra else wanted)
    report = examine()
    findings = by_name(report)
    assert not report.healthy
    assert findings["dependencies", "spacy"].detail.endswith("but >=99 is needed")
    assert findings["dependencies", "no-such-package"].remedy == "python -m pip install 'no-such-package>=1'"
    assert findings["dependencies", "pydantic"].status == "ok"


def test_broken_extraction_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("table is gone")

    monkeypatch.setattr(extraction, "extract", broken)
    finding = by_name(examine())["trial", "extract"]
    assert (finding.status, finding.detail) == ("problem", "ValueError: table is gone")


def test_damaged_model_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(weights, "folder", lambda name: tmp_path / name)
    finding = by_name(examine())["models", "id_sepakat_news"]
    assert finding.status == "problem"
    assert "--ner none" in finding.detail
    assert finding.remedy == "python -m pip install --force-reinstall sepakat"


class TestCommand:
    def test_table(self, sepakat: Any) -> None:
        run = sepakat("doctor")
        assert run.exit_code == 0
        assert "regions.csv" in run.stdout
        assert "sepakat[stanza]" in run.stdout or "stanza" in run.stdout
        assert "all is well" in run.stdout

    def test_json(self, sepakat: Any) -> None:
        report = json.loads(sepakat("doctor", "--json").stdout)
        assert report["healthy"] is True
        assert {"section", "name", "status", "detail", "remedy"} == set(report["findings"][0])

    def test_exit_code(self, sepakat: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        sick = Finding("tables", "regions.csv", "problem", "0 rows", "python -m pip install sepakat")
        monkeypatch.setattr(doctor, "examine", lambda: Report((sick,)))
        run = sepakat("doctor")
        assert run.exit_code == 1
        assert "!!" in run.stdout
        assert "python -m pip install sepakat" in run.stdout
