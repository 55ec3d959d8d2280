"""What holds for any text whatever: the contract is never broken.

The examples are the same in every run; `SEPAKAT_EXAMPLES=5000` looks at that many new ones.
"""

import json
import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fragments import MARKS, PIECES, mixed, news
from sepakat import extract
from sepakat.errors import SourceError
from sepakat.records import Result, json_schema, verify
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

_MORE = os.environ.get("SEPAKAT_EXAMPLES")
EXAMPLES = settings(max_examples=int(_MORE or 150), deadline=None, derandomize=not _MORE)
VALIDATOR = Draft202012Validator(json_schema())
days = st.none() | st.dates(date(2010, 1, 1), date(2030, 12, 31))


def check(text: str, published: date | None = None) -> Result:
    """Everything that the contract promises of one result."""
    result = extract(text, published=published)
    assert result.article.chars == len(text)
    assert result.article.id == Article(text).id
    for path, evidence in result.evidence():
        assert text[evidence.start : evidence.end] == evidence.text, path
    verify(result, text)
    line = result.model_dump_json()
    assert Result.model_validate_json(line) == result
    VALIDATOR.validate(json.loads(line))
    assert extract(text, published=published).model_dump_json() == line
    return result


@EXAMPLES
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    check(text)


@EXAMPLES
@given(news, days)
def test_pieces_of_news(text: str, published: date | None) -> None:
    check(text, published)


@EXAMPLES
@given(mixed, days)
def test_pieces_among_anything(text: str, published: date | None) -> None:
    check(text, published)


@EXAMPLES
@given(st.data())
def test_sample_articles_cut_anywhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(samples()))
    start = data.draw(st.integers(0, len(text)))
    check(text[start : data.draw(st.integers(start, len(text)))])


@EXAMPLES
@given(mixed)
def test_normalising_moves_nothing(text: str) -> None:
    layout = read_layout(Article(text))
    assert len(layout.text) == len(layout.lower) == len(text)
    spans = [sentence.span for sentence in layout.sentences]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize("text", ["", " ", "\n", "a\x00b", "\ufeff", "\U0010ffff", "İ", "ﬁ ŉ ǰ"])
def test_odd_code_points(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ["\ud800", "Bupati \udcff Lampung Barat"])
def test_text_that_utf8_cannot_write(text: str) -> None:
    with pytest.raises(SourceError, match="surrogate"):
        extract(text)


def test_same_output_in_every_process(tmp_path: Path) -> None:
    """The order of sets and dictionaries, which differs between processes, must not show."""
    rng = random.Random(3)
    for number, text in enumerate(samples()):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    for number in range(20):
        text = "".join(rng.choice(PIECES) + rng.choice(MARKS) for _ in range(80))
        opening = "Dari yang ini untuk itu dan dengan pada oleh. "  # enough of it to pass for Indonesian
        (tmp_path / f"made-{number}.txt").write_text(opening * 4 + text, encoding="utf-8")
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "sepakat", "extract", "."],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def samples() -> list[str]:
    """The articles of the corpus."""
    corpus = Path(__file__).parent.parent / "corpus" / "articles"
    texts = [file.read_text(encoding="utf-8") for file in sorted(corpus.glob("*.txt"))]
    assert texts, "corpus/articles is empty"
    return texts
