from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from builders import TEXT, a_result, evidence, result_data
from sepakat.errors import ContractError
from sepakat.records import Result, to_json_lines, verify


def broken(path: str, value: Any) -> dict[str, Any]:
    """The complete result with one value replaced; `path` is dotted."""
    data = deepcopy(result_data())
    place: Any = data
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    for key in parents:
        place = place[key]
    place[last] = value
    return data


def test_complete_result_is_valid() -> None:
    result = a_result()
    assert verify(result, TEXT) is result
    assert Result.model_validate_json(result.model_dump_json()) == result


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("agreements.0.status", "done"),
        ("agreements.0.instruments.0.kind", "mou"),
        ("agreements.0.programmes", ["JKK", "JHT!"]),
        ("agreements.0.confidence", 1.01),
        ("agreements.0.evidence", []),
        ("agreements.0.parties", ["o9"]),
        ("agreements.0.parties", ["p9"]),
        ("agreements.0.signatories.0.person", "p9"),
        ("agreements.0.witnesses", ["p9"]),
        ("agreements.0.worker_counts", ["w9"]),
        ("agreements.0.signed_on.date", "2025-06-31"),
        ("agreements.0.signed_on.date", "4/6/2025"),
        ("agreements.0.signed_on.date", "2025-13"),
        ("agreements.0.term", {"evidence": [evidence("Rabu")]}),
        ("agreements.0.id", "a1"),
        ("organisations.0.region.code", "18"),
        ("organisations.0.region.code", "17.10"),
        ("organisations.0.region.code", "18.1"),
        ("organisations.0.bpjs_unit", {"level": "pusat"}),
        ("organisations.0.evidence.0.end", 187),
        ("people.0.id", "p2"),
        ("people.0.evidence", []),
        ("people.3.name", None),
        ("people.0.part", "guest"),
        ("worker_counts.0.value", -1),
        ("worker_counts.0.value", 1.5),
        ("worker_counts.0.value_max", 2000),
        ("worker_counts.0.approx", "range"),
        ("amounts.0.value_idr", 16800.5),
        ("rates.0.percent", "22,41"),
        ("rates.0.percent", "22%"),
        ("regulations.0.year", 20021),
        ("checks.0.refs", ["r2"]),
        ("checks.0.code", "wrong"),
        ("article.id", "XYZ"),
        ("article.published", "2025-06-04"),  # without published_basis
        ("article.extra", 1),
        ("schema_version", "2.0"),
    ],
)
def test_rules_of_the_contract(path: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        Result.model_validate(broken(path, value))


def test_range_goes_up() -> None:
    data = broken("worker_counts.0.approx", "range")
    data["worker_counts"][0]["value_max"] = 1300
    assert Result.model_validate(data).worker_counts[0].value_max == 1300
    data["worker_counts"][0]["value_max"] = 1200
    with pytest.raises(ValidationError, match="not below"):
        Result.model_validate(data)


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        a_result().people[0].name = "Lain"  # type: ignore[misc]


class TestVerify:
    def test_evidence_must_be_the_slice(self) -> None:
        shifted = {**evidence("Rahmat Sudirja"), "text": "Rahmat Sudirjo"}
        result = Result.model_validate(broken("people.0.evidence", [shifted]))
        with pytest.raises(ContractError, match=r"people\[0\]\.evidence\[0\]: 'Rahmat Sudirjo'"):
            verify(result, TEXT)

    def test_beyond_the_end(self) -> None:
        beyond = {"start": len(TEXT), "end": len(TEXT) + 2, "text": "ab"}
        with pytest.raises(ContractError):
            verify(Result.model_validate(broken("people.0.evidence", [beyond])), TEXT)

    def test_other_text(self) -> None:
        with pytest.raises(ContractError, match="was not read from"):
            verify(a_result(), TEXT + " ")


def test_evidence_with_its_path() -> None:
    paths = [path for path, _ in a_result().evidence()]
    assert paths[0] == "agreements[0].instruments[0].evidence[0]"
    assert "people[0].positions[0].evidence[0]" in paths
    assert "organisations[1].mentions[0]" in paths
    assert len(paths) == len(set(paths))


def test_json_lines() -> None:
    [line] = to_json_lines([a_result(article={**result_data()["article"], "title": "Réka — “baru”\nlain"})])
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert "Réka — “baru”\\nlain" in line
    assert list(Result.model_validate_json(line).model_dump()) == [
        "schema_version", "extractor", "article", "agreements", "organisations", "people", "worker_counts",
        "amounts", "rates", "regulations", "checks",
    ]  # fmt: skip
