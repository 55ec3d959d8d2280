"""People: names tied to their offices, and later short forms and nicknames tied to the person.

A run of capitalised words is a person only with evidence: an office before or after it, a title, a verb of speech,
a cue such as `atas nama`, or a full name that it is a part of.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz

from sepakat.linking.positions import Position
from sepakat.ner.reading import Entity
from sepakat.recognisers.names import NameMention, is_name_word, name_at, nickname_after, titles_before
from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout, Sentence
from sepakat.text.openings import Openings
from sepakat.text.spans import SpanIndex
from sepakat.text.tables import read_lines

Evidence = Literal["office_before", "office_after", "title", "speech", "cue", "private", "short_form", "ner"]


@dataclass(frozen=True, slots=True)
class NameUse:
    """One place where a person is named.

    Attributes:
        span: Name with titles.
        name: Name alone.
        titles: Titles at this place.
        position: The office written beside the name, or None.
        evidence: What makes the words a person's name.
    """

    span: Span
    name: Span
    titles: tuple[str, ...]
    position: Position | None
    evidence: Evidence


@dataclass
class Person:
    """An individual with all uses of the name; `variants` are other spellings of it."""

    name: str
    uses: list[NameUse] = field(default_factory=list)
    variants: set[str] = field(default_factory=set)

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of the place that gives most of them."""
        return max((use.titles for use in self.uses), key=len, default=())

    @property
    def positions(self) -> list[Position]:
        """Positions written beside the name, in order of place."""
        return [use.position for use in self.uses if use.position is not None]

    @property
    def offices(self) -> list[Position]:
        """Positions, those with the same title only once."""
        positions = self.positions
        if len(positions) < 2:
            return positions
        return list({(p.title, p.kind, p.side, p.region, p.acting): p for p in reversed(positions)}.values())[::-1]

    @property
    def is_private(self) -> bool:
        """Whether the article names a member of the public: the deceased, heirs, card holders."""
        return not self.positions and any(use.evidence == "private" for use in self.uses)


_COMMON: Final = frozenset(read_lines("common_words"))
_SPEECH_VERB: Final = (
    r"(?:kata|ujar|ucap|tutur|jelas|ungkap|imbuh|tegas|papar|terang|tambah|pungkas|sambung|sebut|beber|tandas|harap|aku"
    r"|lanjut|cetus|tukas|urai|pesan|pinta|tutup|ajak|puji|simpul|seru|timpal|klaim|rinci|ulas|sampai)(?:nya)?"
)
_SAID_BEFORE: Final = re.compile(
    rf"(?:\b{_SPEECH_VERB}|\bmenurut|\bkata|\bdikatakan|\bdisampaikan|\bdiungkapkan)\s{{1,2}}$"
)
_SAYS_AFTER: Final = re.compile(
    r"\s{1,2}(?:juga\s|lalu\s|kemudian\s|pun\s|turut\s|sendiri\s|dalam\s(?:sambutannya|arahannya|kesempatan\s\w{2,12})\s?,?\s?)?"
    r"(?:mengatakan|menyampaikan|menjelaskan|menuturkan|mengungkapkan|menambahkan|berharap|mengharapkan|menegaskan"
    r"|menyebut(?:kan)?|mengaku|menilai|memaparkan|menerangkan|mengapresiasi|mengimbau|menghimbau|mengajak|berpesan|meminta"
    r"|menyambut|mengucapkan|menekankan|memastikan|mendorong|berkomitmen|menyatakan|membeberkan|mengingatkan|memberikan"
    r"|menyerahkan|melaporkan|menandatangani|meneken|menyoroti|optimis|optimistis|melanjutkan|memuji|menggarisbawahi"
    r"|merinci|mencontohkan|menginstruksikan|membenarkan|membuka|bertekad|bersyukur)\b"
)
_CUE_BEFORE: Final = re.compile(
    r"\b(?:diwakili(?:\s{1,2}oleh)?|didampingi(?:\s{1,2}oleh)?|disaksikan(?:\s{1,2}oleh)?|dihadiri(?:\s{1,2}oleh)?|oleh|bernama"
    r"|dijabat(?:\s{1,2}oleh)?|dipimpin(?:\s{1,2}oleh)?)\s{1,2}$"
)
_PRIVATE_BEFORE: Final = re.compile(
    r"\b(?:almarhum(?:ah)?|alm\.?|\(alm\)|atas\s{1,2}nama|a\.?n\.?|ahli\s{1,2}waris(?:nya)?(?:\s\w+){0,2}|diwakili|istri|suami|ibu"
    r"|anak|orang\s{1,2}tua|mendiang|janda|peserta|penerima|korban|diterima|bernama|yakni|yaitu)\s{1,2}$"
)
_AGED: Final = re.compile(r"\s\(\d{1,2}(?:\s(?:tahun|th))?\)")  # `Ahmad (37), warga …`
_RECEIVES: Final = re.compile(
    r"\s{0,2}(?:,[^.;\"]{0,60}?,?)?\s{0,2}(?:me)?nerima\s(?:\w+\s){0,2}(?:santunan|manfaat|beasiswa|klaim|kartu)"
)
_KIN: Final = re.compile(
    r"\s{0,2},\s(?:istri|suami|anak|putr[ai]|ibu|ayah|orang\stua|janda|ahli\swaris)\b"
)  # `Siti, istri almarhum …`
_PLACE_IN_PHOTO: Final = re.compile(r"\s\((?:\w+\sdari\s)?(?:kiri|kanan|tengah)\)")
_PRIVATE_SENTENCE: Final = re.compile(
    r"\b(?:almarhum|alm\b|ahli waris|santunan|meninggal|kartu|penerima manfaat|beasiswa|atas nama|wafat|korban)"
)
_AFTER_OFFICE: Final = re.compile(r"\s{0,2}(?:[,:(]|-|yaitu|yakni|yang dijabat(?: oleh)?|atas nama|bernama)?\s{0,2}")
_BEFORE_OFFICE: Final = re.compile(
    r"\s{0,2}(?:,|\(|-|(?:, ?)?selaku|sebagai|(?:, ?)?yang juga"
    r"|yang (?:juga )?(?:menjabat|merupakan)(?: sebagai)?)\s{0,2}"
)
# The look behind comes after the letter, so that the search goes from capital to capital.
_CAPITAL: Final = re.compile(r"[A-Zd](?<![\w.'-].)(?:(?<=[A-Z])|r[gh]?\.\s[A-Z])")
_READ_ZONES: Final = frozenset({"body", "title", "caption"})


def link(
    layout: Layout,
    positions: Sequence[Position],
    blocked: Iterable[Span],
    known: Sequence[Mention[Entity]] = (),
) -> list[Person]:
    """Find the people of an article.

    Args:
        layout: The article.
        positions: Offices with their complements, in order of place.
        blocked: Spans that are no names: bodies, regions, documents, programmes, dates, groups.
        known: What trained readers found, in order of place (see `_with_known` for who is right when).

    Returns:
        People in order of first mention.
    """
    walls = _Walls([*blocked, *(p.span for p in positions)])
    offices = _by_sentence(layout, positions)
    found: list[NameUse] = []
    for sentence in layout.sentences:
        if sentence.zone in _READ_ZONES:
            found += _uses_in(layout, sentence, offices.get(sentence.span.start, ()), walls)
    if known:
        found = _with_known(layout, found, known, walls)
    people = _gather(layout, [u for u in found if _is_sure(u)])
    taken = {use.span for person in people for use in person.uses}
    left = _add_short_forms(layout, people, [use for use in found if use.span not in taken])
    people += _private_people(layout, left)
    for person in people:
        person.uses.sort(key=by_place)
    return sorted(people, key=lambda p: p.uses[0].span)


def _by_sentence(layout: Layout, positions: Iterable[Position]) -> dict[int, list[Position]]:
    """Offices by the start of the sentence that they lie wholly inside, in their order."""
    offices: dict[int, list[Position]] = {}
    for position in positions:
        sentence = layout.sentence_at(position.span.start)
        if sentence is not None and position.span.end <= sentence.span.end:
            offices.setdefault(sentence.span.start, []).append(position)
    return offices


class _Walls:
    """What is no name, for a walk through the text: stretches in order of place, joined where they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def between(self, span: Span) -> Iterator[tuple[int, int]]:
        """What the walls leave of a span: where each such stretch starts and ends, in order."""
        start = span.start
        for i in range(bisect_right(self._ends, start), len(self._ends)):
            if self._starts[i] >= span.end:
                break
            if start < self._starts[i]:
                yield start, self._starts[i]
            start = self._ends[i]
        if start < span.end:
            yield start, span.end

    def touch(self, span: Span) -> bool:
        """Whether a wall shares at least one code point with `span`."""
        i = bisect_right(self._ends, span.start)
        return i < len(self._ends) and self._starts[i] < span.end


def _is_sure(use: NameUse) -> bool:
    return use.evidence != "short_form"


def _with_known(
    layout: Layout, found: Sequence[NameUse], known: Sequence[Mention[Entity]], walls: _Walls
) -> list[NameUse]:
    """Names of the rules, put right by what a trained reader found in the same places.

    A weak name that the reader knows becomes sure, and a sure one that is a part of the reader's name gets its bounds
    (`br Sihotang` of `Rosinta br Sihotang`); what the reader takes, in the same bounds, for a place or a body, and no
    title stands before, becomes weak. Where the rules saw nothing at all, a full name of the reader is added.
    """
    entities = SpanIndex((m.span, m) for m in known)
    uses: list[NameUse] = []
    taken: set[Span] = set()
    for use in found:
        over = [m for _, m in entities.touching(use.name)]
        if not over:  # most often
            uses.append(use)
            continue
        names = [m.span for m in over if m.value.label == "PER"]
        taken.update(names)
        if len(over) != 1:
            uses.append(use)
        elif not names:
            doubted = over[0].span == use.name and " " in use.name.of(layout.text)
            doubted = doubted and not use.titles and over[0].value.agreed is not False
            uses.append(replace(use, evidence="short_form") if doubted else use)
        elif names[0] == use.name and _is_sure(use):
            uses.append(use)
        elif _is_plausible(layout, names[0]) and not walls.touch(names[0]):
            uses.append(_bounded(layout, use, names[0]))
        else:
            uses.append(use)
    for mention in known:
        is_new = mention.value.label == "PER" and mention.span not in taken and not walls.touch(mention.span)
        if is_new and _is_plausible(layout, mention.span):
            uses.append(NameUse(mention.span, mention.span, (), None, _evidence_of_reader(layout, mention.span)))
    return sorted(uses, key=by_place)


def _bounded(layout: Layout, use: NameUse, name: Span) -> NameUse:
    """A use of the rules with the reader's bounds of the name."""
    evidence = use.evidence if _is_sure(use) else _evidence_of_reader(layout, name)
    if name == use.name:
        return replace(use, evidence=evidence)
    if name.covers(use.name):
        span = Span(min(use.span.start, name.start), max(use.span.end, name.end))
        return replace(use, span=span, name=name, evidence=evidence)
    if _is_sure(use) or not use.name.covers(name):
        return use
    return NameUse(name, name, (), None, evidence)


def _is_plausible(layout: Layout, name: Span) -> bool:
    """Whether words that only a trained reader vouches for can be a name: two or more, no place's, not all common."""
    words = name.of(layout.text).split()
    if len(words) < 2 or _is_common(name.of(layout.text)) or _PLACE_WORD.search(name.of(layout.lower)):
        return False
    if len({word.isupper() for word in words if len(word) > 2}) > 1:
        return False  # capitals among small letters: an abbreviation, a degree
    after_place = _follows_place_word(layout.lower, max(0, name.start - 24), name.start)
    return all(is_name_word(word) for word in words) and not after_place


def _evidence_of_reader(layout: Layout, name: Span) -> Evidence:
    """Whom a trained reader found in a sentence about a death or a benefit is a member of the public."""
    sentence = layout.sentence_at(name.start)
    told = sentence is not None and _BEREFT.search(layout.lower, sentence.span.start, sentence.span.end)
    return "private" if told else "ner"


def _uses_in(layout: Layout, sentence: Sentence, positions: Sequence[Position], walls: _Walls) -> list[NameUse]:
    """Name candidates of one sentence with their evidence; weak ones are kept as `short_form`.

    `positions` are those of this sentence, in order of place.
    """
    text = layout.text
    uses: list[NameUse] = []
    cursor = sentence.span.start
    headline = sentence.zone == "title" or _is_headline(layout, sentence)
    for start, stop in walls.between(sentence.span):
        cursor = max(cursor, start)  # a word that was no name may reach into the wall
        while match := _CAPITAL.search(text, cursor, stop):
            begin = match.start()
            use = _read_use(layout, sentence, begin, stop, positions, headline=headline)
            if use is None:
                cursor = _skip_word(text, begin)
                continue
            uses.append(use)
            cursor = max(use.span.end, begin + 1)
    return uses


_WORD_END: Final = re.compile(r"[\w'-]*")


def _skip_word(text: str, begin: int) -> int:
    match = _WORD_END.match(text, begin)
    return max(match.end() if match else begin, begin + 1)


def _read_use(
    layout: Layout, sentence: Sentence, begin: int, limit: int, positions: Sequence[Position], *, headline: bool
) -> NameUse | None:
    text = layout.text
    mention = name_at(text, begin, limit)
    if mention is None:
        return None
    before = after = None
    for position in positions:
        if position.span.end <= begin and _joins(_AFTER_OFFICE, text, position.span.end, begin):
            before = position
            break
    if before is None:
        if _follows_place_word(layout.lower, max(sentence.span.start, begin - 16), begin):
            return None
        end = mention.span.end
        for position in positions:
            if position.span.start > begin and _joins(_BEFORE_OFFICE, text, end, position.span.start):
                after = position
                break
    evidence: Evidence = "short_form"  # headlines capitalise every word: nobody is known from them alone
    if not headline:
        evidence = _evidence(layout, sentence, mention, before, after)
    return NameUse(mention.span, mention.value.name, mention.value.titles, before or after, evidence)


def _joins(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether the text between two places is a joint and nothing else."""
    if end - start > 40 or end < start or (start == end and pattern is _BEFORE_OFFICE):
        return False
    return pattern.fullmatch(text, start, end) is not None


def _evidence(
    layout: Layout,
    sentence: Sentence,
    mention: Mention[NameMention],
    before: Position | None,
    after: Position | None,
) -> Evidence:
    lower = layout.lower
    begin, end = mention.span.start, mention.span.end
    left = lower[max(sentence.span.start, begin - 40) : begin]
    words = lower[mention.value.name.start : mention.value.name.end].split()
    ordinary = all([word.strip(".,'") in _COMMON for word in words])
    if not ordinary and before is None and after is None and _is_told_of(lower, end, sentence.span):
        return "private"
    if before is not None and not (ordinary and len(words) == 1 and text_is_lower(layout, before)):
        return "office_before"
    private = _PRIVATE_BEFORE.search(left) and _PRIVATE_SENTENCE.search(lower, sentence.span.start, sentence.span.end)
    if private and not (ordinary and len(words) > 1):  # `peserta Kredit Usaha Rakyat`
        return "private"
    opens = begin == sentence.span.start and len(words) == 1
    if after is not None and not ordinary and not (opens and not mention.value.titles):
        return "office_after"
    if mention.value.titles and not ordinary:
        return "title"
    if ordinary:
        return "short_form"
    if len(words) > 1 and (_SAID_BEFORE.search(left) or _SAYS_AFTER.match(lower, end, sentence.span.end)):
        return "speech"
    if len(words) > 1 and (_CUE_BEFORE.search(left) or _PLACE_IN_PHOTO.match(lower, end)):
        return "cue"
    return "short_form"


def _is_told_of(lower: str, end: int, sentence: Span) -> bool:
    """Whether the words behind a name give an age, a benefit received, or kinship in a sentence about a death."""
    if _AGED.match(lower, end):
        return True
    if lower.find("nerima", end, sentence.end) >= 0 and _RECEIVES.match(lower, end, sentence.end):
        return True
    return _KIN.match(lower, end) is not None and _BEREFT.search(lower, sentence.start, sentence.end) is not None


def _is_headline(layout: Layout, sentence: Sentence) -> bool:
    """Whether nearly every word of a sentence begins with a capital, as in headlines and some captions."""
    if layout.text[sentence.span.start : sentence.span.end].rstrip(' "').endswith("."):
        return False
    words = _LETTERS.findall(layout.text, sentence.span.start, sentence.span.end)
    return 6 <= len(words) <= 25 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")


def text_is_lower(layout: Layout, position: Position) -> bool:
    """Whether an office is written without a capital (`bupati`), so that what follows may open a clause."""
    return layout.text[position.title_span.start].islower()


@lru_cache(maxsize=1024)  # asked for the same names of one article again and again
def _tokens(name: str) -> tuple[str, ...]:
    """Words of a name, for comparing."""
    return tuple(token for token in _BETWEEN_TOKENS.split(name.casefold()) if token)


_BETWEEN_TOKENS: Final = re.compile(r"[\s.]+")


def _is_part_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether all words of a short form stand in the full name in the same order (initials match)."""
    remaining = iter(full)  # `in` goes on from the last word found
    return all(
        [word in remaining if len(word) > 1 else any(other.startswith(word) for other in remaining) for word in short]
    )


def _gather(layout: Layout, uses: Sequence[NameUse]) -> list[Person]:
    """Bring uses of one person's name together; the fullest form is the name."""
    people: list[Person] = []
    nicknames = [_nickname(layout, use) for use in uses]
    introduced = {_tokens(name.of(layout.text)) for name in nicknames if name is not None}
    fullest = sorted(zip(uses, nicknames, strict=True), key=lambda pair: -len(_tokens(pair[0].name.of(layout.text))))
    for use, nickname in fullest:
        text = layout.article.text[use.name.start : use.name.end]
        tokens = _tokens(text)
        if tokens in introduced and use.position is None:
            continue  # taken up as a short form, once the full name is known
        person = _match(people, tokens, use)
        if person is None:
            person = Person(_tidy(text))
            people.append(person)
        elif tokens != (full := _tokens(person.name)) and not _is_part_of(tokens, full):
            person.variants.add(_tidy(text))
        person.uses.append(use)
        if nickname is not None:
            person.uses.append(NameUse(nickname, nickname, (), None, "short_form"))
    return people


def _tidy(name: str) -> str:
    """A name as written, white space folded."""
    return " ".join(name.split())


def _nickname(layout: Layout, use: NameUse) -> Span | None:
    """The nickname that the article introduces right behind a name (`akrab disapa Koh Hen`)."""
    sentence = layout.sentence_at(use.span.start)
    found = nickname_after(layout.text, use.span.end, sentence.span.end if sentence else len(layout.text))
    return None if found is None else found.value.name


def _match(people: Sequence[Person], tokens: tuple[str, ...], use: NameUse) -> Person | None:
    for person in people:
        if _is_part_of(tokens, _tokens(person.name)) and not (len(tokens) == 1 and len(tokens[0]) < 3):
            return person
    name = " ".join(tokens)
    for person in people:
        ratio = fuzz.ratio(name, " ".join(_tokens(person.name)))
        if ratio >= 90 or (ratio >= 75 and _same_office(person, use)):
            return person
    return None


def _same_office(person: Person, use: NameUse) -> bool:
    """Whether the name is written beside the same office: spelling drifts within an article."""
    if use.position is None:
        return False
    return any(
        p.kind == use.position.kind and p.side == use.position.side and p.region == use.position.region
        for p in person.positions
    )


def _private_people(layout: Layout, uses: Sequence[NameUse]) -> list[Person]:
    """Names without an office in a sentence about a death, an heir or a benefit: members of the public."""
    told = _BEREFT_OPENINGS.places(layout.lower).get("told")
    if told is None:
        return []
    people: list[Person] = []
    for use in uses:
        sentence = layout.sentence_at(use.span.start)
        if sentence is None or sentence.zone != "body" or not _holds_any(sentence.span, told):
            continue
        name = use.name.of(layout.text)
        if len(name) < 4 or _is_common(name):
            continue
        if _is_headline(layout, sentence):
            continue
        left = layout.lower[max(sentence.span.start, use.span.start - 30) : use.span.start]
        if _IN_PLACE.search(left) or (" " not in name and not _ONE_BEFORE.search(left)):
            continue
        if not _BEREFT.search(layout.lower, sentence.span.start, sentence.span.end):
            continue
        person = next((p for p in people if _is_part_of(_tokens(name), _tokens(p.name))), None)
        if person is None:
            person = Person(_tidy(layout.article.text[use.name.start : use.name.end]))
            people.append(person)
        person.uses.append(NameUse(use.span, use.name, use.titles, None, "private"))
    return people


def _holds_any(span: Span, places: Sequence[int]) -> bool:
    """Whether one of some places, ascending, lies in a span."""
    first = bisect_left(places, span.start)
    return first < len(places) and places[first] < span.end


def _is_common(name: str) -> bool:
    """Whether every word is one that news writes in lower case."""
    return all(word.strip(".,'") in _COMMON for word in name.lower().split())


_IN_PLACE: Final = re.compile(r"\b(?:di|ke|dari|asal|warga|wilayah|daerah|se)\s{1,2}$")
_BEREFT: Final = re.compile(
    r"\b(?:santunan|ahli\swaris\w*|almarhum\w*|mendiang|meninggal\w*|wafat|duka|beasiswa|janda|yatim|disemayamkan|dimakamkan)\b"
)
_BEREFT_OPENINGS: Final = Openings(
    {
        "told": (
            *("santunan", "ahli", "almarhum", "mendiang", "meninggal", "wafat", "duka", "beasiswa", "janda", "yatim"),
            *("disemayamkan", "dimakamkan"),
        )
    }
)
_ONE_BEFORE: Final = re.compile(
    r"\b(?:kepada|(?:istri|suami|ibu|ayah|bapak|anak)(?:nya,?)?|almarhum(?:ah)?|mendiang|ahli\swaris|bernama|meninggalnya|yakni|yaitu|ibunda|ayahanda)\s(?:\w+\s)?$"
)
_PLACE_WORD: Final = re.compile(r"\b(?:jalan|jl|hotel|gedung|aula|masjid|gereja|desa|kecamatan|kabupaten|kota|pasar)\b")
# A capitalised run after such a word is a place's name.
_PLACES: Final = (
    "desa kelurahan kalurahan kecamatan kampung dusun pekon nagari gampong jorong distrik lingkungan jalan jl pasar"
    " sungai pulau pantai masjid musala gereja pura vihara sekolah rsud pelabuhan terminal kompleks perumahan"
    " gunung danau hotel gedung aula bandara stadion kabupaten kota provinsi kec kab tim grup harian rumah warga"
)
_PLACE_WORDS: Final = tuple(_PLACES.split())
_PLACE_BEFORE: Final = re.compile(rf"\b(?:{'|'.join(_PLACE_WORDS)})\.?\s{{1,2}}$")


def _follows_place_word(lower: str, first: int, start: int) -> bool:
    """Whether the text before `start`, looked at from `first` on, ends with a word that a place's name follows."""
    left = lower[first:start]
    ends_so = left.rstrip().rstrip(".").endswith(_PLACE_WORDS)  # most words are none of these: soon told
    return ends_so and _PLACE_BEFORE.search(left) is not None


def _add_short_forms(layout: Layout, people: Sequence[Person], uses: Iterable[NameUse]) -> list[NameUse]:
    """Later `Bambang` or `Budi` is the person whose name holds it; between two such people, nobody.

    Returns:
        Uses that are nobody's short form.
    """
    left: list[NameUse] = []
    holders_of: dict[str, set[int]] = {}  # word of a name: indexes of the people who have it
    for index, person in enumerate(people):
        for word in {w for use in person.uses for w in _tokens(use.name.of(layout.text))}:
            holders_of.setdefault(word, set()).add(index)
    for use in uses:
        tokens = _tokens(use.name.of(layout.text))
        if holders_of.keys().isdisjoint(tokens):
            left.append(use)
            continue
        use = _without_rest(layout, holders_of, use)
        tokens = _tokens(use.name.of(layout.text))
        holders = set.intersection(*(holders_of.get(token, set()) for token in tokens)) if tokens else set()
        if len(holders) == 1:
            short = NameUse(use.span, use.name, use.titles, use.position, "short_form")
            people[holders.pop()].uses.append(short)
        elif not holders:
            left.append(use)
    return left


def _without_rest(layout: Layout, known: Container[str], use: NameUse) -> NameUse:
    """In a headline a verb follows the name with a capital (`Budiman Lindungi Pekerja`): only the known name stands."""
    sentence = layout.sentence_at(use.span.start)
    if sentence is None or not (sentence.zone == "title" or _is_headline(layout, sentence)):
        return use
    end = start = use.name.start
    for match in _WORD_IN_NAME.finditer(layout.text, start, use.name.end):
        if not all(token in known for token in _tokens(match[0])):
            break
        end = match.end()
    if end == start:
        return use
    return NameUse(Span(use.span.start, end), Span(start, end), use.titles, use.position, use.evidence)


_WORD_IN_NAME: Final = re.compile(r"[^\s]+")

__all__ = ["Evidence", "NameUse", "Person", "is_name_word", "link", "titles_before"]
