import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builders import TEXT, a_result, result_data
from sepakat import extract
from sepakat.records import json_schema

SCRIPT = "scripts/build_schemas.py"


@pytest.fixture
def validator(root: Path) -> Draft202012Validator:
    schema = json.loads((root / "schemas" / "result.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_up_to_date(root: Path) -> None:
    written = json.loads((root / "schemas" / "result.schema.json").read_text(encoding="utf-8"))
    assert written == json_schema()
    subprocess.run([sys.executable, SCRIPT, "--check"], cwd=root, check=True)


def test_results_are_valid_by_the_schema_alone(validator: Draft202012Validator) -> None:
    for result in (a_result(), extract(TEXT), extract("Hujan turun.")):
        validator.validate(json.loads(result.model_dump_json()))


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("agreements", "status", "done"),
        ("agreements", "confidence", 2),
        ("agreements", "evidence", []),
        ("people", "part", "guest"),
        ("rates", "percent", "22,41"),
        ("worker_counts", "value", "1250"),
        ("organisations", "unknown", 1),
    ],
)
def test_schema_sees_what_is_wrong(validator: Draft202012Validator, section: str, key: str, value: Any) -> None:
    data = deepcopy(result_data())
    data[section][0][key] = value
    assert not validator.is_valid({**json.loads(a_result().model_dump_json()), section: data[section]})
