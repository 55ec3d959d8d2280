import importlib.util
from pathlib import Path

from sepakat.text.tables import read_lines

SCRIPT = Path(__file__).parents[1] / "scripts" / "build_lowercase_words.py"
spec = importlib.util.spec_from_file_location("build_lowercase_words", SCRIPT)
assert spec is not None
assert spec.loader is not None
build = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build)


def test_a_capital_counts_inside_a_sentence_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sembako dibagi. Bantuan sembako dari Untung, kata Pak Untung.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("untung besar dan Untung senang\n", encoding="utf-8")
    lower, capital = build.count(tmp_path)
    assert (lower["sembako"], capital["sembako"]) == (1, 0)
    assert (lower["untung"], capital["untung"]) == (1, 2)
    assert "pak" not in lower


def test_the_table_is_what_the_script_would_write() -> None:
    words = read_lines("lowercase_words")
    assert list(words) == sorted(set(words))
    assert all(word.islower() and word.isalpha() and len(word) >= build.SHORTEST for word in words)
    assert not set(words) & set(read_lines("common_words"))
