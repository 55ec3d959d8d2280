"""The examples and counter-examples of every recogniser in the register, and what holds for all of them."""

import re
import sys
from dataclasses import is_dataclass
from enum import Enum
from itertools import groupby
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

from builders import TEXT
from sepakat import recognisers
from sepakat.extraction import RECOGNISERS
from sepakat.text.article import Article, Mention, Span
from sepakat.text.layout import read_layout

MODULES = [sys.modules[find.__module__] for find in RECOGNISERS]
IDS = [module.__name__.rpartition(".")[2] for module in MODULES]
MARK = re.compile(r"[\[\]]")
EXAMPLES = [
    pytest.param(module, example, expected, id=f"{name}-{number}")
    for module, name in zip(MODULES, IDS, strict=True)
    for number, (example, expected) in enumerate(module.EXAMPLES)
]
NEGATIVES = [
    pytest.param(module, text, id=f"{name}-{number}")
    for module, name in zip(MODULES, IDS, strict=True)
    for number, text in enumerate(module.NEGATIVES)
]


def found(module: ModuleType, text: str) -> list[Mention[Any]]:
    mentions: list[Mention[Any]] = module.find(read_layout(Article(text)))
    return mentions


def is_loose(mention: Mention[Any]) -> bool:
    """Whether a word only may be meant: `kerja sama` names no document, `menggandeng` no signature."""
    return bool(getattr(mention.value, "plain", False) or getattr(mention.value, "weak", False))


def marked(text: str, mentions: list[Mention[Any]]) -> str:
    """The text with brackets around what was found, each place once."""
    for span in sorted({mention.span for mention in mentions}, reverse=True):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


@pytest.mark.parametrize(("module", "example", "expected"), EXAMPLES)
def test_example(module: ModuleType, example: str, expected: str) -> None:
    text = MARK.sub("", example)
    mentions = found(module, text)
    if "~" not in expected:
        mentions = [mention for mention in mentions if not is_loose(mention)]
    assert marked(text, mentions) == example
    assert "; ".join(module.describe(mention.value) for mention in mentions) == expected


@pytest.mark.parametrize(("module", "text"), NEGATIVES)
def test_negative(module: ModuleType, text: str) -> None:
    assert marked(text, found(module, text)) == text


@pytest.mark.parametrize("module", MODULES, ids=IDS)
class TestEveryRecogniser:
    def test_has_examples_and_negatives(self, module: ModuleType) -> None:
        assert len(set(module.EXAMPLES)) >= 10
        assert len(set(module.NEGATIVES)) >= 3

    def test_mentions_are_well_formed(self, module: ModuleType) -> None:
        name = module.__name__.rpartition(".")[2]
        for text in [TEXT, *(MARK.sub("", example) for example, _ in module.EXAMPLES)]:
            mentions = found(module, text)
            assert [m.span for m in mentions] == sorted(m.span for m in mentions)
            for mention in mentions:
                assert 0 <= mention.span.start < mention.span.end <= len(text)
                assert mention.span.of(text) == mention.span.of(text).strip()
                assert 0 < mention.score <= 1
                assert mention.rule.startswith(f"{name}.")
                assert is_frozen(mention.value)

    def test_mentions_of_one_label_are_disjoint(self, module: ModuleType) -> None:
        for text in [TEXT, *(MARK.sub("", example) for example, _ in module.EXAMPLES)]:
            ordered = sorted(found(module, text), key=lambda m: (m.label, m.span))
            for _, same in groupby(ordered, key=lambda m: m.label):
                spans = [mention.span for mention in same]
                assert not any(a.overlaps(b) for a, b in zip(spans, spans[1:], strict=False))

    def test_offsets_count_the_text_from_its_start(self, module: ModuleType) -> None:
        example = MARK.sub("", module.EXAMPLES[0][0])
        shift = "Pagi itu cuaca cerah.\n"
        moved = [Span(m.span.start + len(shift), m.span.end + len(shift)) for m in found(module, example)]
        assert [m.span for m in found(module, shift + example)] == moved

    def test_finds_nothing_in_nothing(self, module: ModuleType) -> None:
        for text in ("", " \n\t", "x", "Cuaca cerah sejak subuh."):
            assert found(module, text) == []


def is_frozen(value: object) -> bool:
    if isinstance(value, (str, Enum)):
        return True
    return is_dataclass(value) and bool(value.__dataclass_params__.frozen)  # type: ignore[attr-defined]


def test_every_recogniser_is_registered_once() -> None:
    names = [module.name for module in iter_modules(recognisers.__path__)]
    assert sorted(IDS) == sorted(names)


def test_labels_belong_to_one_recogniser() -> None:
    owners: dict[str, set[str]] = {}
    for module, name in zip(MODULES, IDS, strict=True):
        for example, _ in module.EXAMPLES:
            for mention in found(module, MARK.sub("", example)):
                owners.setdefault(mention.label, set()).add(name)
    assert {label: names for label, names in owners.items() if len(names) > 1} == {}
