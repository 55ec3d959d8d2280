"""Count which words plain text writes in lower case: `sepakat/data/lowercase_words.txt`.

    python scripts/build_lowercase_words.py FOLDER

FOLDER has plain Indonesian text as `*.txt`. A capital counts inside a sentence only: behind a word in lower case.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from sepakat.text.tables import read_lines

TABLE: Final = Path(__file__).parents[1] / "pipeline" / "sepakat" / "data" / "lowercase_words.txt"
SHORTEST: Final = 4
"""Letters of a word, at least."""
LEAST: Final = 8
"""How often it is written in lower case, at least."""
RATIO: Final = 10
"""How many times as often as with a capital, at least; `Untung` is a person more often than that."""
_TOKEN: Final = re.compile(r"[A-Za-z][A-Za-z'-]*|[^\sA-Za-z]")


def count(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written in lower case, and how often with a capital inside a sentence."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                before = ""
                for word in _TOKEN.findall(line):
                    if len(word) >= SHORTEST and word.isalpha():
                        if word.islower():
                            lower[word] += 1
                        elif word.istitle() and before.isalpha() and before.islower():
                            capital[word.lower()] += 1
                    before = word
        print(f"{path.name}: {len(lower):,} words", file=sys.stderr)
    return lower, capital


def main() -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="plain text, *.txt")
    arguments = parser.parse_args()
    if not any(arguments.folder.glob("*.txt")):
        parser.error(f"{arguments.folder}: no *.txt there; give a folder of plain text")
    lower, capital = count(arguments.folder)
    common = set(read_lines("common_words"))
    words = sorted(word for word, n in lower.items() if n >= max(LEAST, RATIO * capital[word]) and word not in common)
    comments = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    TABLE.write_text("\n".join([*comments, *words]) + "\n", encoding="utf-8")
    print(f"{TABLE.name}: {len(words):,} words of {lower.total():,} counted", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
