"""Numerals one by one: reading a whole string, and finding those in running text that count something.

Dates, years, clock times, phone numbers, numbers of documents and digits glued to letters (`P3K`, `B.02`,
`21/22023`) count nothing; nor do the words in `salah satu`, `Terpadu Satu Pintu`, `Lima Puluh Kota`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from sepakat.text.normalise import lower
from sepakat.text.number_digits import MONEY_NUMBER, NUMBER, read_digits
from sepakat.text.number_words import FIRST_WORDS, WORDS, read_words


def read(text: str, *, money: bool = False, whole: bool = False) -> Decimal | None:
    """Read a numeral; the whole string must be one, with one reading.

    Args:
        text: Digits or words, any case, with or without scale: `4.746`, `2,7 juta`, `setengah juta`.
        money: Whether it counts rupiah: then `M` and `T` are scales, `,-` may follow, and `16,800` groups.
        whole: Whether it counts what comes in wholes (people): then `1,485` is 1485, not 1.485.

    Returns:
        The value, integral values without fraction digits; None when the string is anything else.
    """
    text = text.strip()
    digits = "0" <= text[:1] <= "9"
    value = read_digits(text, money=money, whole=whole) if digits else read_words(text)
    return None if value is None else plain(value)


def plain(value: Decimal) -> Decimal:
    """The same value without exponent and without trailing zeros after the comma."""
    whole = int(value)
    return Decimal(whole) if value == whole else value.normalize()


class Token(NamedTuple):  # made for every number of an article: much faster than a dataclass
    """One numeral in a text, from `start` to `end`; its `value` is None when it must not be used."""

    start: int
    end: int
    value: Decimal | None
    words: bool
    bare: bool  # digits without scale
    about: bool  # suffix -an


def find_tokens(text: str, *, money: bool, whole: bool) -> list[Token]:
    """Numerals of a text in order of place; `money` and `whole` as in `read`."""
    return sorted([*_digit_tokens(text, money=money, whole=whole), *_word_tokens(text)], key=_start)


def _start(token: Token) -> int:
    """Where a numeral begins."""
    return token.start


# --- In digits


_CLUSTER = re.compile(r"[0-9](?:[.,]?[0-9])*")
_PLAIN = re.compile(NUMBER)
_MONEY = re.compile(MONEY_NUMBER)
# Digits that surely go on with no scale, suffix or `,-`: most numbers, and faster to match than all forms.
_BARE = re.compile(
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3}|[1-9][0-9]{0,7})(?![0-9]|[.,][0-9-])"
    r"(?![ \t\n]{0,5}(?:[Rr][Ii]?[Bb]|[Jj][Uu]?[Tt]|[Mm][Ii][Ll]|[Tt][Rr][Ii][Ll]|[MT](?![a-z])"
    r"|[Aa][Nn](?!\w)|-))"
)
_RP_END = re.compile(r"(?<![^\W_])(?:rp|idr)\.?$", re.IGNORECASE)


def _digit_tokens(text: str, *, money: bool, whole: bool) -> Iterator[Token]:
    """Numerals in digits that are glued to nothing; those that count nothing have no value."""
    number, position = _MONEY if money else _PLAIN, 0
    for cluster in _CLUSTER.finditer(text):
        start = cluster.start()
        if start < position or not _free_before(text, start):
            continue
        bare = _BARE.match(text, start)
        match = bare or number.match(text, start)
        if match is None or not _free_after(text, match.end()):
            continue
        position, digits = match.end(), match[0]
        if not _digits_count(text, match):
            value = None
        elif bare:
            value = Decimal(digits.replace(".", ""))
        else:
            value = read(digits, money=money, whole=whole)
        yield Token(start, position, value, False, digits[-1].isdigit(), digits[-2:].lower() == "an")


def _free_before(text: str, start: int) -> bool:
    """Whether nothing is glued to the front of a numeral, except a currency sign or plain punctuation."""
    last, before = text[start - 1 : start], text[max(0, start - 2) : start - 1]
    if last in " \n(":
        return True
    if last.isalnum() or last in "./-":
        second_of_range = last == "-" and before.isdigit()  # judged together with the numeral on its left
        return second_of_range or _RP_END.search(text[max(0, start - 5) : start]) is not None
    if last in ":,|":
        return not before.isdigit()
    return last not in "_+#@\\"


def _free_after(text: str, end: int) -> bool:
    """Whether nothing is glued to the back of a numeral (`21/22`, `14:05`, `25|3`, `3K`)."""
    following, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if following.isalnum() or following == "_":
        return False
    if following in ("/", ":", "|"):
        return not beyond.isdigit()
    return not (following == "-" and beyond.isalpha())


_MONTHS = {
    "januari", "jan", "februari", "pebruari", "feb", "maret", "mar", "april", "apr", "mei", "juni", "jun",
    "juli", "jul", "agustus", "agu", "agt", "ags", "september", "sept", "sep", "oktober", "okt",
    "november", "nopember", "nov", "nop", "desember", "des",
}  # fmt: skip
_AFTER_DAY_OR_TIME = {*_MONTHS, "wib", "wita", "wit"}
_NEXT_WORD = re.compile(r"\.?\s{0,2}(?:-\s?[0-9]{1,2}\s)?([A-Za-z]{3,9})(?![A-Za-z])")
_LIST_ITEM = re.compile(r"[.)]\s")
_LINE_START = re.compile(r"(?:^|\n)[ (]{0,4}$")
_SPLIT_GROUP = re.compile(r"[.,]?\s000(?![0-9])")  # `42 000 000`: the numeral goes on
_LONG = 8  # digits of phone and identity numbers, unless a currency stands before
_NOUN = re.compile(r"\s[a-z]")
_LABELS = {
    "nomor", "no", "nmr", "pasal", "ayat", "pukul", "jam", "rt", "rw", "tanggal", "tgl", "telp", "telepon",
    "hp", "wa", "whatsapp", "nik", "pos", "center", "lantai", "kilometer", "peringkat", "urutan", "kelas",
    "tahap", "triwulan", "kuartal", "semester", "gelombang", "angkatan", "komisi", "asisten", "covid", "uu",
    "pp", "perpu", "perpres", "inpres", "keppres", "permen", "permendagri", "permenaker", "pmk", "pergub",
    "perbup", "perwali", "perwako", "perda", "perdes", "qanun", "instruksi",
}  # fmt: skip
_BEFORE_YEAR = {
    "tahun", "anggaran", "ta", "t.a", "sejak", "akhir", "awal", "pertengahan", "sepanjang", "periode", "pada",
    *_MONTHS,
}  # fmt: skip
_BEFORE_YEAR_OR_COUNT = {"di", "dari", "hingga", "sampai", "menuju"}


def _digits_count(text: str, numeral: "re.Match[str]") -> bool:
    """Whether digits count something instead of naming a day, year, time, article or phone."""
    start, end = numeral.span()
    digits = numeral[0]
    following = _NEXT_WORD.match(text, end) if len(digits) <= 5 else None  # a day or a time: `7-8`, `19.30`
    if following and following[1].lower() in _AFTER_DAY_OR_TIME:
        return False
    if "000" in text[end + 1 : end + 5] and _SPLIT_GROUP.match(text, end):
        return False
    before = text[max(0, start - 18) : start]
    if len(digits) <= 2 and _LIST_ITEM.match(text, end) and _LINE_START.search(before):
        return False
    if len(digits) >= _LONG and digits.isdigit() and not _RP_END.search(before.rstrip()):
        return False
    words = before.lower().rsplit(None, 1)
    word = words[-1].strip(".:(") if words else ""
    if is_year(digits):
        return not (word in _BEFORE_YEAR or (word in _BEFORE_YEAR_OR_COUNT and not _NOUN.match(text, end)))
    return word not in _LABELS or digits.endswith("an")


def is_year(digits: str) -> bool:
    """Whether digits may be a year of our time."""
    return len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdigit()


# --- In words


_RUN = re.compile(WORDS)
_FIRST_WORDS = AhoCorasick(FIRST_WORDS)
_NO_COUNT_BEFORE = re.compile(
    r"(?<![^\W_])(?:salah|terpadu|nomor|asisten|tahun|pasal|ke|jam|pukul)\s{1,2}$", re.IGNORECASE
)
_OPENS = re.compile(r"(?:^|[.!?:\"'(\n])\s{0,3}$")
_CAPITAL = re.compile(r"\s{1,2}[A-Z]")


def _word_tokens(text: str) -> Iterator[Token]:
    """Runs of numeral words that count something; those with no reading have no value."""
    position = 0
    for _, start, _ in _FIRST_WORDS.find_matches_as_indexes(lower(text), overlapping=True):
        match = _RUN.match(text, start) if start >= position else None
        if match is None or not _words_count(text, start, match.end()):
            continue
        position, words = match.end(), match[0].lower()
        about = words.endswith("an") and not words.endswith(("delapan", "sembilan"))
        yield Token(start, position, read(words), True, False, about)


def _words_count(text: str, start: int, end: int) -> bool:
    """Whether numeral words count something: not `salah satu`, not part of a name (`Lima Puluh Kota`)."""
    if "-" in (text[end : end + 1], text[start - 1 : start]):
        return False
    if _NO_COUNT_BEFORE.search(text[max(0, start - 12) : start]):
        return False
    if not text[start].isupper():
        return True
    opens = start < 3 or _OPENS.search(text[start - 3 : start])
    return bool(opens) and not text[start : start + 2].isupper() and not _CAPITAL.match(text, end)
