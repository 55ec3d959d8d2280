"""Near-duplicates: what counts as the same release."""

from pathlib import Path

import pytest

from sepakat.run.syndication import N_BANDS, SIMILAR, bands, signature, similarity


def articles(root: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((root / "corpus" / "articles").glob("*.txt"))]


def test_a_release_with_another_head_and_tail_is_the_same(root: Path) -> None:
    for text in articles(root)[:10]:
        copy = f"MEDIALAIN.ID, {text.partition(' ')[2]}\n\nBaca juga: Harga cabai turun di pasar.\n(mli/red)\n"
        one, other = signature(text), signature(copy)
        assert similarity(one, other) >= SIMILAR
        assert set(bands(one)) & set(bands(other))


def test_different_articles_are_not(root: Path) -> None:
    sketches = [signature(text) for text in articles(root)]
    alike = [similarity(one, other) for number, one in enumerate(sketches) for other in sketches[number + 1 :]]
    assert max(alike) < SIMILAR


@pytest.mark.parametrize("text", ["", "satu", "satu dua tiga"])
def test_short_texts(text: str) -> None:
    assert similarity(signature(text), signature(text)) == 1.0


def test_a_band_is_its_own_key() -> None:
    assert len(set(bands(bytes(512)))) == N_BANDS  # equal bytes in two bands are no reason to compare
