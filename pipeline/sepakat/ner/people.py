"""A person as a trained reader bounds it, put right by what the package's tables know for certain.

Readers slip at the ends of a name: they take an office or a verb of speech along (`Sekdakab Adi Erlansyah`, `Ujar
Widodo`), begin late behind a place (`Bupati Deli Serdang [Asri] Ludin`), or cut a long name in two. And they take for
people what only looks like a name: capitalised words of a headline, abbreviations, agencies. A word that is a word or a
place besides is believed to be a name only beside a cue (`Pak`, `kata`, an age), or as part of a fuller name elsewhere.
"""

import re
from collections.abc import Container, Sequence
from typing import Final, Literal

from sepakat.ner import lexicon
from sepakat.ner.titles import BEFORE_NAME, TITLE_WORDS, without_titles
from sepakat.text.tables import read_lines

_SPEECH: Final = frozenset(
    [
        "kata",
        "ujar",
        "ungkap",
        "tutur",
        "jelas",
        "terang",
        "imbuh",
        "sambung",
        "tegas",
        "papar",
        "beber",
        "ucap",
        "pungkas",
        "lanjut",
        "tambah",
        "tandas",
        "sebut",
        "katanya",
        "ujarnya",
        "ungkapnya",
        "tuturnya",
        "jelasnya",
        "terangnya",
        "imbuhnya",
        "tegasnya",
        "ucapnya",
        "kenang",
        "harap",
        "cetus",
        "tukas",
    ]
)
"""Verbs that stand before the speaker after a quotation, often with a wrong capital."""
_ABBREVIATION: Final = re.compile(r"[A-Z]{2,}[a-z]+|[A-Z][a-z]+[A-Z]{2,}")
"""`LLDikti`, `PermenPUPR`: capitals where no name has them."""
_NAME_WORD: Final = re.compile(r"[A-Z][a-z']{2,}")
_NEVER_NAMES: Final = frozenset("conat")
_NOT_PEOPLE: Final = frozenset(read_lines("not_people"))
_COMMON: Final = frozenset(read_lines("common_words"))
_LOWER_CASE: Final = frozenset(read_lines("lowercase_words"))
_AFFIXED: Final = re.compile(r"(?:di|ter|ber|meng?|mem|meny?|pen?g?)([a-z]{4,}?)(?:kan|i|nya|an)?")
"""A verb or noun with its affixes: `Terbantu`, `Didukung`; its root tells whether it is one."""
_AGENCY: Final = re.compile(r"Dis[b-df-jl-np-rt-z][a-z]{2,}|Din(?:k|p|s)[a-z]{2,}")
"""`Dispertan`, `Dinkop`: short names of agencies (Dinas)."""
_INTRODUCES: Final = frozenset(
    [
        "almarhum",
        "almarhumah",
        "alm",
        "anak",
        "bernama",
        "bersama",
        "disapa",
        "inisial",
        "istri",
        "istrinya",
        "kepada",
        "keluarga",
        "menurut",
        "namanya",
        "oleh",
        "panggil",
        "saudara",
        "suami",
        "suaminya",
        "waris",
        "cecar",
        "aku",
        "diwakili",
        "kandung",
    ]
)
"""Words that a name alone may follow, besides titles, offices and verbs of speech."""
_SAYS: Final = frozenset(
    [
        "bercerita",
        "berharap",
        "mengaku",
        "mengatakan",
        "mengungkapkan",
        "menambahkan",
        "menegaskan",
        "menjelaskan",
        "menuturkan",
        "menyampaikan",
        "menyebut",
        "menyebutkan",
        "meninggal",
    ]
)
_BEFORE_PLACE: Final = frozenset(["asal", "dari", "di", "ke", "orang", "pemda", "pemkab", "pemkot", "pemprov", "warga"])
_VILLAGE_KINDS: Final = frozenset(["desa", "dusun", "gampong", "jorong", "kampung", "kel", "kelurahan", "nagari"])
"""Before the name of a village; behind an office (`Kepala Desa`) a person may follow as well."""
_PLACE_KINDS: Final = _VILLAGE_KINDS | {"kabupaten", "kec", "kecamatan"}
_COMPANY_KINDS: Final = frozenset(["bumdes", "bumdesa", "cv", "gp", "koperasi", "paguyuban", "pt", "ud", "yayasan"])
"""Before the name of a company or an association, which often is a person's or sounds like one."""
_THING_KINDS: Final = _VILLAGE_KINDS | _COMPANY_KINDS
_LEGAL_FORMS: Final = frozenset(["cv", "gp", "pt", "ud"])
"""Those that no person's name follows even behind an office: `Direktur PT Sinar Jaya`."""
_DASHES: Final = frozenset("-–—")
_DOMAINS: Final = frozenset(["co", "com", "id", "net"])
"""Last parts of web addresses, which stand for an outlet."""
_OPENING_MARKS: Final = frozenset("\"“”‘'`?!")
"""Marks that a word with a capital follows, whatever it is."""
_SUFFIXED: Final = re.compile(r"([a-z]{4,}?)(?:pun|nya|lah|an|kan)")
_ABBREVIATED_WORDS: Final = 2
"""Words of a name that is nothing but short words in capitals (`OK OCE`); a Chinese name has three."""
_SHORT: Final = 4
"""Letters of an abbreviation in capitals (`WA`), at most."""
_FUNCTION_WORD: Final = 4
"""Letters of the words that a headline leaves small, at most."""
_HEADLINE_WORDS: Final = 4
"""Words that a sentence in title case has at least."""
_MOST_MISSED: Final = 2
"""Words of a name that a reader misses at its start."""
_ELSEWHERE: Final = frozenset("onra")
"""Classes of words that are something else besides names, apart from common words."""


def bounded(words: Sequence[str], start: int, end: int, known: Container[str] = frozenset()) -> tuple[int, int]:
    """Put the bounds of a person right.

    Args:
        words: The tokens of the sentence.
        start: First token of the name.
        end: Its last token plus one.
        known: Words, in small letters, of names in the same article that are sure: full ones, or beside a cue.

    Returns:
        The bounds of the name; nothing (`start == end`) when there is none.
    """
    start, end = without_titles(words, start, end)
    end = next((i for i in range(start + 1, end) if words[i].lower() in _PLACE_KINDS), end)
    start = _after_region(words, start, end)
    if _is_named_thing(words, start, end):
        return start, start
    while end - start > 1 and (kind := _opening(words[start])):
        start, end = without_titles(words, start + 1, end)
        if kind == "other" and start < end and words[start].lower() not in known:
            return start, start
    while end - start > 1 and words[end - 1].lower() in _NOT_PEOPLE:
        end -= 1
    if start == end or _is_no_name(words, start, end, known):
        return start, start
    return _extended(words, start), end


def _opening(word: str) -> Literal["office", "other"] | None:
    """What a word is that no name begins with: before a name, or in what was taken for one; None for all others."""
    lowered = word.lower()
    if lowered in _SPEECH or lowered in lexicon.offices():
        return "office"
    return "other" if _is_word(word) or lexicon.classes(word) == "a" else None


def _after_region(words: Sequence[str], start: int, end: int) -> int:
    """Where a name begins that took along the region of the body before it: `BPJS Ketenagakerjaan [Garut Ali]`."""
    before = words[start - 1] if start else ""
    is_body = before.lower() == "ketenagakerjaan" or (before.isupper() and len(before) > 1 and not is_shouted(words))
    if not is_body or before.lower() in TITLE_WORDS:
        return start
    lowered = tuple(word.lower() for word in words[start:end])
    return start + next((n for n in range(len(lowered) - 1, 0, -1) if lowered[:n] in lexicon.regions()), 0)


def _is_named_thing(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a place or a company has that name, as the words around it say: `(BUMDes) Tirta Agung`."""
    before = [word.lower() for word in words[:start] if word not in "()"][-3:]
    after = [word.lower() for word in words[end : end + 2]]
    if before and before[-1] in _BEFORE_PLACE and len(after) > 1 and after[0] == "," and after[1] in _PLACE_KINDS:
        return True
    if end - start == 1 and len(before) > 1 and before[-2] in _VILLAGE_KINDS and _NAME_WORD.fullmatch(words[start - 1]):
        before.pop()
    if not before or before[-1] not in _THING_KINDS:
        return False
    return before[-1] in _LEGAL_FORMS or lexicon.offices().isdisjoint(before[-2:-1])


def _is_no_name(words: Sequence[str], start: int, end: int, known: Container[str]) -> bool:
    """Whether only common words, offices and the like stand there, or an abbreviation, or the place of a dateline."""
    name = [word for word in words[start:end] if word[0].isalpha()]
    if name and name[-1].lower() in _DOMAINS and words[end - 2] == ".":
        return True
    if len(name) > 1:
        if all(not _NEVER_NAMES.isdisjoint(lexicon.classes(word)) or _is_word(word) for word in name):
            return True
        short = len(name) == _ABBREVIATED_WORDS and all(_is_short(word) for word in name)
        if short and not (is_shouted(words) or has_cue(words, start, end)):
            return True
        mixed = len({word.isupper() for word in name if len(word) > 2}) > 1
        if mixed and not (start and words[start - 1].lower() in BEFORE_NAME):
            return True
        plain = all(_is_lower_case(word) for word in name) and not any(word.lower() in known for word in name)
        if plain and not has_cue(words, start, end):
            return True
        return start == 0 and _is_dateline(words, end)
    if not name or _ABBREVIATION.fullmatch(name[0]):
        return True
    return name[0].lower() not in known and _is_no_name_alone(words, start, end, name[0])


def _is_no_name_alone(words: Sequence[str], start: int, end: int, name: str) -> bool:
    """Whether one word, which no fuller name in the article holds, is something else than a person."""
    kinds = set(lexicon.classes(name))
    if kinds & {"n", "a"} or name.lower() in lexicon.offices() or _is_word(name):
        return True
    before = words[start - 1].lower() if start else ""
    if "r" in kinds and (before in lexicon.region_heads() or before == "cabang"):
        return True  # `Pj Bupati [Pati] menyambut`
    if start == 0 and words[end : end + 1] and words[end] in _DASHES:
        return True  # a dateline: `[Wates] - …`
    short = _is_short(name) and not is_shouted(words)
    at_place = before in _BEFORE_PLACE or before == ")"
    doubted = short or (name.islower() and any(word[0].isupper() for word in words))
    doubted = doubted or (start == 0 and not kinds.isdisjoint("cr"))
    doubted = doubted or ((start == 0 or words[start - 1] in _OPENING_MARKS) and _has_suffix(name))
    doubted = doubted or name.lower() in _LOWER_CASE or ("r" in kinds and (at_place or is_headline(words)))
    return bool(doubted) and not has_cue(words, start, end)


def _is_lower_case(word: str) -> bool:
    """Whether news and reference works write a word in lower case nearly always."""
    return word.lower() in _LOWER_CASE or word.lower() in _COMMON


def _is_short(word: str) -> bool:
    """Whether a word looks like an abbreviation: `WA`."""
    return word.isupper() and 1 < len(word) <= _SHORT


def _has_suffix(word: str) -> bool:
    """Whether a word is a common one with a suffix: `Wargapun`, `Harapan`."""
    suffixed = _SUFFIXED.fullmatch(word.lower())
    return suffixed is not None and (suffixed[1] in _COMMON or suffixed[1] in _SPEECH)


def _is_word(word: str) -> bool:
    """Whether a word is known to be none of a name, whatever stands beside it."""
    lowered = word.lower()
    if lowered in _NOT_PEOPLE or _AGENCY.fullmatch(word):
        return True
    affixed = _AFFIXED.fullmatch(lowered)
    return affixed is not None and affixed[1] in _COMMON


def is_something_else(word: str) -> bool:
    """Whether a word of a name is an office, a place, an agency or a common word besides."""
    return bool(_ELSEWHERE.intersection(lexicon.classes(word))) or _is_word(word) or _is_lower_case(word)


def has_cue(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a title, an office, a verb of speech or the like stands before, an age or a verb of speech after."""
    before = words[start - 1].lower() if start else ""
    if before in TITLE_WORDS or before in _SPEECH or before in _INTRODUCES or "o" in lexicon.classes(before):
        return True
    after = [word.lower() for word in words[end : end + 3]]
    return after[:1] == ["("] and after[1:2] != [] and after[1].isdigit() or (after != [] and after[0] in _SAYS)


def is_shouted(words: Sequence[str]) -> bool:
    """Whether the sentence is in capitals."""
    return all(word.isupper() for word in words if word.isalpha())


def is_headline(words: Sequence[str]) -> bool:
    """Whether nearly every long word of a sentence has a capital, so that capitals tell nothing."""
    n_long = 0
    for word in words:
        if len(word) > _FUNCTION_WORD and word.isalpha():
            if not word[0].isupper():
                return False
            n_long += 1
    return n_long >= _HEADLINE_WORDS


def _is_dateline(words: Sequence[str], end: int) -> bool:
    """Whether the sentence opens with a place in capitals and the region that it lies in: `TAROGONG KALER, GARUT`."""
    if not all(word.isupper() for word in words[:end]) or words[end : end + 1] != [","]:
        return False
    return end + 1 < len(words) and "r" in lexicon.classes(words[end + 1])


def _extended(words: Sequence[str], start: int) -> int:
    """Further to the left, where only capitalised words stand between a title or an office over a region and the name.

    All regions that a bupati is over are known; what is none of them is part of the name.
    """
    first = start
    while first and start - first < _MOST_MISSED and _NAME_WORD.fullmatch(words[first - 1]):
        if lexicon.classes(words[first - 1]).replace("c", "") or words[first - 1].lower() in BEFORE_NAME:
            break
        first -= 1
    if first == start or not first:
        return start
    if start - first == 1 and words[first - 1][0].isupper() and "t" in lexicon.classes(words[first - 1]):
        return first
    office = first
    while office and "r" in lexicon.classes(words[office - 1]) and words[office - 1][0].isupper():
        office -= 1
    return first if office and words[office - 1].lower() in lexicon.region_heads() else start


def joined(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names that touch made one: Indonesian puts a comma or a word between two people."""
    whole: list[tuple[int, int]] = []
    for start, end in found:
        if whole and whole[-1][1] == start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole
