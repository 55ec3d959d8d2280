import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from builders import TEXT, a_result
from sepakat.display import on_one_line, printable
from sepakat.explain import KINDS, Explanation, Place, _segments, describe
from sepakat.extraction import Reading
from sepakat.page import render_page
from sepakat.records import Extractor, Result
from sepakat.terminal.article import STYLES, print_explanation
from sepakat.text.article import Article, Mention, Span
from sepakat.text.layout import read_layout

VOID = {"meta", "link", "br", "img", "input"}


def mention(words: str, rule: str, score: float = 0.9) -> Mention[str]:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), rule.partition(".")[0], words, rule, score)


MENTIONS = (
    mention("Rahmat Sudirja", "names.after_office", 0.95),
    mention("Bupati Pringsewu", "offices.head"),
    mention("1.250 petani", "workers.count"),
    mention("Rabu (4/6/2025)", "dates.numeric"),
    mention("Utama", "regions.alias", 0.2),
)


def reading(text: str = TEXT, mentions: tuple[Mention[Any], ...] = MENTIONS, result: Result | None = None) -> Reading:
    return Reading(read_layout(Article(text, source="contoh.txt")), mentions, result or a_result())


def nothing_in(text: str) -> Result:
    article = Article(text)
    return Result(extractor=Extractor(version="0"), article={"id": article.id, "source": "<i>.txt", "chars": len(text)})


class Page(HTMLParser):
    """The elements of a page, and the article's text as a reader sees it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [(attributes.get("class") or "").split() for _, attributes in self.open]
        if any("text" in names for names in classes) and not any("numeral" in names for names in classes):
            self.text += data

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [attributes["href"] or "" for _, attributes in self.tags if "href" in attributes]


class TestValues:
    def test_every_piece_of_evidence_has_a_place(self) -> None:
        result = a_result()
        explanation = Explanation(reading(result=result))
        places = {(place.span.start, place.span.end) for value in explanation.values for place in value.places}
        assert places == {(piece.start, piece.end) for _, piece in result.evidence()}
        numbers = [place.number for value in explanation.values for place in value.places]
        assert numbers == list(range(1, len(numbers) + 1))

    def test_rule_that_found_it(self) -> None:
        found = {value.path: value for value in Explanation(reading()).values}
        assert found["people[0]"].places[0].rule == "names.after_office"
        assert found["people[0]"].places[0].score == 0.95
        assert found["people[0].positions[0]"].places[0].rule == "offices.head"
        assert found["agreements[0].venue"].places[0].rule is None  # one word of three is not what found it
        assert found["agreements[0].signed_on"].kind == "date"
        assert found["checks[0]"].record == "coverage_arithmetic"

    def test_what_no_value_uses(self) -> None:
        assert [unused.rule for unused in Explanation(reading()).unused] == ["regions.alias"]

    def test_describe(self) -> None:
        result = a_result()
        assert describe(result.people[0].positions[0]) == "title: Bupati Pringsewu"
        assert describe(result.organisations[1]).split(" · ") == [
            "name: BPJS Ketenagakerjaan Cabang Metro",
            "kind: bpjs_ketenagakerjaan",
            "bpjs_unit: kantor_cabang Metro",
        ]

    def test_every_kind_has_a_colour(self) -> None:
        assert set(STYLES) == set(KINDS)
        template = Path(__import__("sepakat").__file__).parent / "templates" / "explain.html"
        style = template.read_text(encoding="utf-8")
        assert all(style.count(f"--{kind}: #") == 2 for kind in KINDS)  # light and dark


class TestSegments:
    def test_overlaps_are_cut(self) -> None:
        text = "abcdefgh"
        places = [
            Place(n, n, Span(*span), text[slice(*span)], None, None)
            for n, span in enumerate([(0, 8), (2, 4), (3, 6), (2, 4)], 1)
        ]
        segments = list(_segments(reading(text, (), nothing_in(text)), places))
        assert [(s.text, s.place and s.place.number, s.first) for s in segments] == [
            ("ab", 1, True),
            ("c", 2, True),
            ("d", 2, False),
            ("ef", 3, True),
            ("gh", 1, False),
        ]
        assert [[p.number for p in s.numerals] for s in segments] == [[], [], [4], [], []]

    @given(
        text=st.text(min_size=1, max_size=60),
        spans=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=12),
    )
    def test_whole_text_and_every_place_once(self, text: str, spans: list[tuple[int, int]]) -> None:
        places = []
        for start, length in spans:
            span = Span(min(start, len(text) - 1), min(start + length, len(text)))
            if len(span) > 0:
                places.append(Place(len(places) + 1, 1, span, span.of(text), None, None))
        segments = list(_segments(reading(text, (), nothing_in(text)), places))
        assert "".join(segment.text for segment in segments) == text
        targets = [s.place.number for s in segments if s.place and s.first]
        targets += [place.number for segment in segments for place in segment.numerals]
        assert sorted(targets) == [place.number for place in places]


class TestPage:
    def test_links_lead_to_the_record_and_back(self) -> None:
        explanation = Explanation(reading())
        page = Page(render_page(explanation))
        assert page.open == []
        assert len(page.ids) == len(set(page.ids))
        assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
        for value in explanation.values:
            assert f"v{value.number}" in page.ids
            for place in value.places:
                assert f"t{place.number}" in page.ids
                assert f"#t{place.number}" in page.links
            if value.places:
                assert f"#v{value.number}" in page.links

    def test_article_is_whole(self) -> None:
        assert Page(render_page(Explanation(reading()))).text == TEXT

    def test_self_contained(self) -> None:
        html = render_page(Explanation(reading()))
        page = Page(html)
        assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.tags}
        assert not re.search(r"https?:|url\(|@import|src=", html)
        assert "default-src 'none'" in html
        assert "prefers-color-scheme: dark" in html
        assert "names.after_office" in html

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script> & <b>tebal</b> \"kutip\" 'satu'",
            "</div></main><img src=x onerror=alert(1)>",
            "{{ 7 * 7 }} {% raw %} --> ]]>",
            "baris satu\n  baris dua\tdan\x00\x1b[31m nol \u202e kanan\n",
        ],
    )
    def test_article_is_only_text(self, text: str) -> None:
        html = render_page(Explanation(reading(text, (), nothing_in(text))))
        page = Page(html)
        assert page.open == []
        assert page.text == printable(text)
        assert {tag for tag, _ in page.tags} <= {
            "html", "head", "meta", "title", "style", "body", "header", "p", "h1", "ul", "main", "article",
            "div", "span", "section", "footer",
        }  # fmt: skip
        assert "<i>.txt" not in html

    def test_mention_is_only_text(self) -> None:
        text = '"><script>alert(1)</script>'
        mentions = (Mention(Span(0, len(text)), text, text, text, 0.5),)
        assert "<script" not in render_page(Explanation(reading(text, mentions, nothing_in(text))))


class TestTerminal:
    def shown(self, explanation: Explanation) -> str:
        console = Console(file=StringIO(), width=120)
        print_explanation(explanation, console)
        return console.file.getvalue()  # type: ignore[attr-defined]

    def test_text_legend_values_and_rules(self) -> None:
        shown = self.shown(Explanation(reading()))
        assert " ".join(TEXT.split()) in " ".join(shown.split())
        assert "names.after_office 0.95" in shown
        assert "people[0].positions[0]" in shown
        assert "Utama (regions.alias)" in shown

    def test_colours(self) -> None:
        console = Console(file=StringIO(), width=120, force_terminal=True, color_system="256")
        print_explanation(Explanation(reading()), console)
        assert "\x1b[" in console.file.getvalue()  # type: ignore[attr-defined]

    def test_article_cannot_drive_the_terminal(self) -> None:
        text = "merah \x1b[31m dan \x9b31m dan \x07"
        shown = self.shown(Explanation(reading(text, (), nothing_in(text))))
        assert not re.search("[\x07\x1b\x9b]", shown)

    def test_nothing_read(self) -> None:
        assert "No value was read" in self.shown(Explanation(reading("Hujan.", (), nothing_in("Hujan."))))


class TestCommand:
    def test_terminal(self, sepakat: Any, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        run = sepakat("explain", tmp_path / "a.txt")
        assert run.exit_code == 0
        assert "Rahmat Sudirja" in run.stdout

    def test_html(self, sepakat: Any, tmp_path: Path) -> None:
        run = sepakat("explain", "-", "--html", tmp_path / "out.html", stdin=TEXT.encode())
        assert run.exit_code == 0
        assert run.stdout == ""
        assert Page((tmp_path / "out.html").read_text(encoding="utf-8")).text == TEXT

    def test_exit_codes(self, sepakat: Any, tmp_path: Path) -> None:
        assert sepakat("explain", tmp_path / "none.txt").exit_code == 3
        assert sepakat("explain", "-", "--html", tmp_path, stdin=TEXT.encode()).exit_code == 4


@given(st.text())
def test_printable_has_no_controls(text: str) -> None:
    assert len(printable(text)) == len(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printable(text))
    assert "\n" not in on_one_line(text)
