"""Person names with their titles, read at a place that the caller knows to be a name's.

Names follow no grammar of their own, so there is no search over the whole text here: `name_at` reads one name
where an office, a title or a cue word has ended, and `find` gives the names that carry a title of their own.
Academic titles follow Permendikbudristek 53/2023 and the older S.H./Drs. forms; religious and military ones are custom.
"""

import re
from dataclasses import dataclass
from typing import Final

from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.openings import matches_at
from sepakat.text.tables import read_lines

LABEL: Final = "name"


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as written.

    Attributes:
        name: Span of the name without titles.
        titles: Titles as written, those before the name first.
    """

    name: Span
    titles: tuple[str, ...] = ()


# Before the name, by first letter: what follows it. `dr.` is a physician, `Dr.` a doctorate.
_ARM: Final = r"(?:\s(?:Inf|Arm|Kav|Czi|Laut|Pnb|Mar))?"
_TITLES: Final = {
    "A": "KBP|KP|pt",
    "a": "pt",
    "B": r"rigjen(?:\s(?:Pol|TNI))?|uya|apak|pk|u",
    "C": "apt",
    "D": "rs|ra|rg|r|atuk|t",
    "d": "rg|rh|r",
    "G": "us",
    "H": r"j|i(?=\.)|M|",
    "I": r"rjen(?:\sPol)?|r|bu",
    "J": "enderal",
    "K": rf"\.?\s?H|yai|iai|ombes(?:\sPol)?|ompol|apten|olonel{_ARM}",
    "L": f"etkol{_ARM}|etjen",
    "M": r"ayjen(?:\sTNI)?|ayor",
    "N": "s",
    "P": "rof|dt|endeta|astor|ak",
    "R": r"omo|aden\sMas",
    "S": "dr",
    "T": r"gk|engku\s(?=H\b)|GH|GKH|uan\sGuru",
    "U": "st(?:adzah|ad?z?)?",
}
_PREFIX_RE: Final = re.compile(
    rf"(?:{'|'.join(f'{letter}(?:{rest})' for letter, rest in _TITLES.items())})"
    r"\.?(?:\s?\((?:HC|H\.C\.)\))?(?:\s?HC\b)?,?(?:\s{1,2}|(?<=\.)\s{0,2})(?=[A-Za-z])"
)
# Where such a title may stand: nothing is glued to its first letter. The look behind comes after the letter, so that
# the search goes from letter to letter.
_TITLE_STARTS: Final = re.compile(
    rf"[{''.join(_TITLES)}](?<![\w.].)"
    rf"(?:{'|'.join(f'(?<={letter})(?:{rest})' for letter, rest in _TITLES.items())})(?=[.,(\s]|HC)"
)
# Words before a name that are courtesy, not titles.
_COURTESY: Final = frozenset({"bapak", "ibu", "bpk", "pak", "bu", "sdr"})
_CLOSED_SUFFIXES: Final = (
    "SH MH SE MM SSos MSi SSTP SSi SIP MIP MAP SPd MPd SAg MAg ST MT SKom MKom SP MP SHut MHut SKM MKes MKn PhD MBA"
    " MHum MSc MPA Lc MA SIK SPi MPi SPt MPt SFarm SPsi MPsi SIKom MIKom SSn MSn SKep MKep SPdI MPdI SHI MHI SEI MEI"
    " SAP MTP MSE ME SS SFil AMd AMa BSc BA CA CPA CFP QIA AAAIJ AAIJ AAK CRGP CRMP CRP CHRP CGCAE CIA Apt Ak MAB"
    " SIAN MDev MTr SStMk SST STP MTA MTI STr MEng MTh STh SHum MEc MEcDev MPP MPM MPH DEA DFM IPU IPM CRBC CRBD CLA"
    " CMSE CPM CCMS CHRMP SPOG SpOG SpA SpB SpPD SpAn FISQua FINASIM CSEP SmHk SMn SKed SPsi SIA MIA SAk MAk MKM SGz"
    " MSM MMA MMTr MHan CSSL CIHCM MIKOM SPDi SPdi MPdi"
)
_SUFFIXES: Final = frozenset(_CLOSED_SUFFIXES.lower().split())
_SUFFIX: Final = re.compile(
    r"(?:\s?,\s?|\s|\.(?=[A-Z]))"
    r"(?P<title>[A-Z][A-Za-z]{0,5}(?:\.\s?[A-Z][A-Za-z]{0,6}){1,4}\.?(?:\s?\([A-Z][a-z]+\))?|[A-Z][A-Za-z]{1,7}\.?)(?![\w-])"
)
_DEGREE: Final = re.compile(r"(?:[SMDB]|Sp|Ph|AM|Dip|A|L|Q|C)\.?")
_DOTS: Final = re.compile(r"[.\s]")
_GAP: Final = re.compile(r"[ ]{1,2}")
_PART: Final = re.compile(
    r"(?:[A-Z]\.\s?(?=[A-Z])){1,4}(?:[A-Z][\w'`]{1,20})?"  # initials: R. P. Tendean, A.A. Sagung, M.Hidayat
    r"|(?:Moh|Mohd|Muh|Muhd|Mhd|Abd|Ach|Syf|St|Rr|Th|Fr|Ny|Tn|Md|Yoh|Gst|Ign|Ant|Rd|Dt|St)\.\s?(?=[A-Z])"
    r"|[A-Z][a-z'`]{1,20}(?:[A-Z][a-z]{1,20})?(?:-[A-Z]?[a-z]{1,20}){0,2}(?!\w)"
    r"|[A-Z]{2,20}(?:['`-][A-Z]{1,20})?(?!\w)"  # name in capitals
    r"|[A-Z](?:\.(?=[\s,;)]|$)|(?=\s[A-Z])|(?![\w.]))"  # lone or last initial
    r"|(?:bin|binti|van|de|al|el|der|von)(?=\s[A-Z])"
)
_MAX_PARTS: Final = 7
# Capitalised words that end a name: days, months, connectives at a sentence's start, body names.
_STOP: Final = frozenset(read_lines("not_names"))
_NICKNAME: Final = re.compile(
    r"\s?(?:,\s?)?\(?(?:yang\s)?(?:akrab|karib|biasa|kerap)?\s?(?:disapa|dipanggil|sapaan(?:\sakrab(?:nya)?)?|panggilan)"
    r"\s(?:akrab(?:nya)?\s)?(?:dengan\s)?(?P<nick>(?:[A-Z][\w'.]{1,20}\s?){1,3})"
)


# Days and months that are given names too, before another word of a name: `Hari Susanto`, `Juli Hartati`.
_ALSO_NAMES: Final = re.compile(r"(?:Hari|April|Mei|Juli)[ ](?P<next>[A-Z][a-z]{2,20})(?!\w)")
_COMMON: Final = frozenset(read_lines("common_words"))


def _is_given_name(text: str, position: int, stop: int) -> bool:
    match = _ALSO_NAMES.match(text, position, stop)
    return match is not None and is_name_word(match["next"]) and match["next"].lower() not in _COMMON


def is_name_word(word: str) -> bool:
    """Whether a capitalised word can be part of a name at all."""
    return word.lower().strip(".") not in _STOP


def titles_before(text: str, start: int, stop: int) -> tuple[list[str], int]:
    """Titles that begin at `start`, and the place where the name after them begins."""
    titles: list[str] = []
    while match := _PREFIX_RE.match(text, start, stop):
        title = match[0].strip().rstrip(",").strip()
        if title.rstrip(".").lower() not in _COURTESY:
            titles.append(title)
        start = match.end()
    return titles, start


def _titles_after(text: str, start: int, stop: int) -> tuple[list[str], int]:
    titles: list[str] = []
    while match := _SUFFIX.match(text, start, stop):
        title = match["title"]
        bare = _DOTS.sub("", title)
        dotted = "." in title.rstrip(".")
        known = bare.lower() in _SUFFIXES and (
            bare[0].isupper() and (len(bare) < 3 or not bare[1:].islower() or dotted)
        )
        degree = dotted and _DEGREE.match(title) is not None and len(bare) <= 9
        if not (known or degree):
            break
        titles.append(title.rstrip(",") if not title.endswith("..") else title[:-1])
        start = match.end()
    return titles, start


def name_at(text: str, start: int, stop: int) -> Mention[NameMention] | None:
    """Read one name, titles included, that begins exactly at `start`.

    Args:
        text: Normalised text of the article.
        start: Where the name or its first title must begin (code points).
        stop: No part of the name lies at or behind this place.

    Returns:
        The name with its titles, or None if no name begins there.
    """
    before, position = titles_before(text, start, stop)
    name_start = name_end = position
    parts = 0
    while parts < _MAX_PARTS and (match := _PART.match(text, position, stop)):
        word = match[0]
        bare = word.rstrip()
        if not is_name_word(bare) and (parts or not _is_given_name(text, position, stop)):
            break
        if parts and _is_suffix_word(text, position, stop):
            break
        name_end = position + len(bare)
        parts += 1
        position = match.end()
        gap = _GAP.match(text, position, stop)
        if gap is None and not word.endswith((".", " ")):
            break
        position = gap.end() if gap else position
    if name_end - name_start < 2 or _is_acronym(text, name_start, name_end):
        return None
    after, end = _titles_after(text, name_end, stop)
    value = NameMention(Span(name_start, name_end), tuple(before + after))
    return Mention(Span(start, end), LABEL, value, "names.at", 0.8)


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether one word in capitals stands in a text that is not (`PW`, `MPOL`)."""
    word = text[start:end]
    if len(word) > 5 or not (word.isupper() and word.isalpha()):
        return False
    around = text[max(0, start - 30) : start] + text[end : end + 30]
    return any(c.islower() for c in around)


def _is_suffix_word(text: str, position: int, stop: int) -> bool:
    """Whether a title that stands without a comma begins here (`Iskandar SH MHum`)."""
    match = _SUFFIX.match(text, position - 1, stop) if position else None
    if match is None:
        return False
    bare = _DOTS.sub("", match["title"])
    dotted = "." in match["title"].rstrip(".")
    return bare.lower() in _SUFFIXES and (dotted or not bare[1:].islower()) and (len(bare) < 5 or not bare.isupper())


def nickname_after(text: str, end: int, stop: int) -> Mention[NameMention] | None:
    """The nickname that a phrase such as `yang akrab disapa Robi` gives right after a name."""
    match = _NICKNAME.match(text, end, stop)
    if match is None:
        return None
    nick = match["nick"].rstrip(" .")
    name = Span(match.start("nick"), match.start("nick") + len(nick))
    return Mention(Span(match.start(), name.end), LABEL, NameMention(name), "names.nickname", 0.9)


def find(layout: Layout) -> list[Mention[NameMention]]:
    """Names that carry a title before them (`Drs. H. Nama`), in order of place."""
    found: list[Mention[NameMention]] = []
    end = 0
    starts = (letter.start() for letter in _TITLE_STARTS.finditer(layout.text))
    for match in matches_at(_PREFIX_RE, layout.text, starts):
        if match.start() < end:
            continue
        sentence = layout.sentence_at(match.start())
        mention = name_at(layout.text, match.start(), sentence.span.end if sentence else len(layout.text))
        if mention and mention.value.titles:
            found.append(Mention(mention.span, LABEL, mention.value, "names.titled", 0.85))
            end = mention.span.end
    return found


def describe(value: NameMention) -> str:
    """Short form for examples: the titles, joined by `+`, or `-`."""
    return "+".join(value.titles) or "-"


EXAMPLES: Final = (
    ("Hadir [Drs. Wiryawan Satoto, M.M] pagi itu.", "Drs.+M.M"),
    ("Hadir [H. Basri Lubuk, S.Sos.] pagi itu.", "H.+S.Sos."),
    ("Hadir [Dr. Ir. Hj. Rukmini Saleh SH MHum] pagi itu.", "Dr.+Ir.+Hj.+SH+MHum"),
    ("Hadir [AKBP Togar Sinambela] pagi itu.", "AKBP"),
    ("Hadir [KH Zaenal Mustofa] pagi itu.", "KH"),
    ("Hadir [Prof. Dr. Ni Luh Sekarwati, S.Pd., M.Pd.] pagi itu.", "Prof.+Dr.+S.Pd.+M.Pd."),
    ("Hadir [Letkol Inf Agus Widodo] pagi itu.", "Letkol Inf"),
    ("Hadir [dr. Wulan Prameswari] pagi itu.", "dr."),
    ("Hadir [Dr. dr. Sutan Mahmud, Sp.PD.] pagi itu.", "Dr.+dr.+Sp.PD."),
    ("Hadir [drg. Maya Puspita, M.Kes.] pagi itu.", "drg.+M.Kes."),
    ("Hadir [Dr. (HC) Amran Rasyid] pagi itu.", "Dr. (HC)"),
    ("Hadir [Ir Darmadi Putra SIP MSi] pagi itu.", "Ir+SIP+MSi"),
    ("Hadir [Drs H Amran Rasyid MSi] pagi itu.", "Drs+H+MSi"),
    ("Hadir [H. M. Yusran, S.E., M.M.], serta tamu.", "H.+S.E.+M.M."),
    ("Hadir [H.Basri Lubuk] pagi itu.", "H."),
    ("Hadir [Hj. Nur'aini Daulay, S.Pd.I] pagi itu.", "Hj.+S.Pd.I"),
    ("Hadir [Capt. Yosef Marpaung] pagi itu.", "Capt."),
    ("Hadir [Romo Sutikno] pagi itu.", "Romo"),
    ("Hadir [Tgk. Munawar Ibrahim] pagi itu.", "Tgk."),
    ("Hadir [Drs. Amran bin Rasyid] pagi itu.", "Drs."),
    ("Hadir [Drs. R. P. Tambunan] pagi itu.", "Drs."),
    ("Hadir [Bapak Drs. Slamet Widodo] pagi itu.", "Drs."),
    ("[Kombes Pol Rudi Hartawan] dan [AKP Laras Anjani] memimpin.", "Kombes Pol; AKP"),
)
NEGATIVES: Final = (
    "Jalan itu ditutup.",
    "Kegiatan berlangsung di Hotel Senja.",
    "Hadir Bapak Slamet Widodo pagi itu.",
    "Pak lurah datang dengan Ibu Kota sebagai tema.",
    "Gedung H tampak sepi, golongan darah H tidak ada.",
    "Dr atau dokter, keduanya boleh.",
    "Ia memakai drs sebagai singkatan.",
)
