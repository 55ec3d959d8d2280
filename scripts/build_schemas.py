"""Write `schemas/result.schema.json` from the models of the contract, or check that it is up to date."""

import argparse
import json
import sys
from pathlib import Path

from sepakat.records import json_schema

SCHEMA = Path(__file__).resolve().parent.parent / "schemas" / "result.schema.json"


def main() -> int:
    """Write or check the file; 1 when it is not up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only look whether the file is up to date")
    check_only = parser.parse_args().check

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if SCHEMA.is_file() and SCHEMA.read_text(encoding="utf-8") == text:
        return 0
    if check_only:
        print(f"{SCHEMA} is not up to date; run: python scripts/build_schemas.py", file=sys.stderr)
        return 1
    SCHEMA.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
