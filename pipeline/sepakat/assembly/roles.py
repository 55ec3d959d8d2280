"""What each person does in a sentence about a signing: signs, witnesses, attends, is represented, or only speaks.

Cue words open or close a role: some govern who follows (`disaksikan oleh X`), some who stands before (`X menyaksikan`).
A bare office (`Bupati`) acts like a name; `X diwakili Y` hands X's role to Y.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sepakat.linking.people import NameUse, Person
from sepakat.linking.positions import Position
from sepakat.recognisers.signing_verbs import SigningVerb
from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout, Sentence, Zone
from sepakat.text.openings import WordPattern

Role = Literal["signatory", "witness", "attendee", "represented", "none"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a bare office in a sentence; `use` is None for an office without a name."""

    span: Span
    person: Person | None
    use: NameUse | None
    position: Position | None


@dataclass(frozen=True, slots=True)
class Cast:
    """An actor with the role in one sentence, and the score of the rule that gave it."""

    actor: Actor
    role: Role
    score: float
    rule: str


CueKind = Literal[
    "witness_right",
    "witness_left",
    "attend_right",
    "attend_left",
    "represented",
    "by",
    "active",
    "passive",
    "nominal",
    "other_verb",
]


@dataclass(frozen=True, slots=True)
class _Cue:
    span: Span
    kind: CueKind


_CUES: Final[tuple[tuple[CueKind, str], ...]] = (
    (
        "witness_right",
        r"(?:turut\s|juga\s|ikut\s)?disaksikan(?:\slangsung)?(?:\soleh)?|saksi(?:-saksi)?(?=\s[a-z]*\s?oleh|:)",
    ),
    ("witness_left", r"(?:turut\s|ikut\s)?menyaksikan"),
    (
        "attend_right",
        (
            r"(?:turut\s|juga\s|ikut\s|tampak\s|serta\s)*(?:dihadiri|didampingi|disambut|menghadirkan"
            r"|mendampingi(?=[^.]{0,12}\b(?:adalah|yakni|yaitu)\b))(?:\slangsung)?(?:\soleh)?"
            r"|(?:turut|tampak|juga|ikut)\s(?:serta\s)?(?:hadir|mendampingi)|(?:^|(?<=[.,\"] ))hadir(?:\spula|\sjuga)?"
            r"|(?:^|(?<=[.,\"] ))(?:\w+\s){0,3}tampak(?!\s(?:hadir|pada|dari))|di\s?hadapan"
            r"|(?:acara|kegiatan)[^.]{0,30}\sdiikuti(?:\soleh)?"
        ),
    ),
    (
        "attend_left",
        r"menghadiri|mendampingi|(?:turut\s|ikut\s|juga\s)hadir|membuka(?:\ssecara\sresmi)?|memberikan\ssambutan",
    ),
    ("represented", r"(?:yang\s)?(?:dalam\shal\sini\s|di)?diwakili(?:kan)?(?:\soleh)?|mewakili|melalui"),
    (
        "by",
        r"(?:dilakukan|dilaksanakan|dilangsungkan|dibubuhkan)(?:\ssecara\s\w+)?(?:\slangsung|\sbersama)?(?:\soleh|\santara)?|(?:langsung\s)?oleh|antara|melainkan|pihak\spertama|pihak\skedua",
    ),
    (
        "other_verb",
        (
            r"menyerahkan|diserahkan|mengatakan|menyampaikan|mengapresiasi|menjelaskan|mengungkapkan|berharap"
            r"|menambahkan|menerima|diterima|memberikan|membuka|dipimpin|dipandu|ungkap|ujar|kata|tutur|jelas|didorong"
            r"|diinisiasi|menggantikan"
        ),
    ),
)
_PATTERN: Final = re.compile(
    "|".join(rf"(?P<{kind}>(?<!\w)(?:{pattern})(?!\w))" for kind, pattern in _CUES), re.MULTILINE
)
# What the cues begin with; `tampak` alone may have other words before it.
_CUE_WORDS: Final = WordPattern(
    _PATTERN,
    (
        *("acara", "antara", "berharap", "dalam", "di", "hadir", "ikut", "jelas", "juga", "kata", "kegiatan"),
        *("langsung", "melainkan", "melalui", "membe", "membuka", "menambahkan", "mendampingi", "menerima"),
        *("mengapresiasi", "mengatakan", "menggantikan", "menghadir", "mengungkapkan", "menjelaskan", "menyaksikan"),
        *("menyampaikan", "menyerahkan", "mewakili", "oleh", "pihak", "saksi", "serta", "tampak", "turut", "tutur"),
        *("ujar", "ungkap", "yang"),
    ),
)
_DOES: Final = re.compile(
    r"\b(?:melakukan|melaksanakan|menggelar|melangsungkan|mengadakan|menyelenggarakan|lakukan|gelar|laksanakan|menjalankan"
    r"|merealisasikan|resmi|secara\sresmi|melalui|ikut|membubuhkan)\s(?:\w+\s){0,3}$"
)
_SUBORDINATE: Final = re.compile(
    r"\b(?:setelah|usai|seusai|saat|ketika|sebelum|sesudah|agar|karena|sehingga|kata|ujar)\b"
)
_WITH: Final = re.compile(r"\b(?:dengan|bersama|dan|serta|beserta|antara|oleh)\b")
_TO_ACTOR: Final = re.compile(r"^[\s,(:-]*(?:\w+\s){0,2}$")


def _cues(layout: Layout, sentence: Sentence, signings: Sequence[Mention[SigningVerb]]) -> list[_Cue]:
    cues: list[_Cue] = []
    strong = [m for m in signings if not m.value.weak and sentence.span.covers(m.span)]
    for mention in strong:
        if mention.value.tense != "negated":
            cues.append(_Cue(mention.span, mention.value.form))
    start, end = sentence.span.start, sentence.span.end
    looks = _PATTERN if layout.lower.find("tampak", start, end) >= 0 else _CUE_WORDS
    for match in looks.finditer(layout.lower, start, end):
        span = Span(*match.span())
        if not any(span.overlaps(m.span) for m in strong):
            cues.append(_Cue(span, match.lastgroup))  # type: ignore[arg-type]
    return sorted(cues, key=by_place)


def _turned(layout: Layout, cues: Sequence[_Cue], actors: Sequence[Actor]) -> list[_Cue]:
    """`X turut hadir, begitu juga Y`: with nobody right behind it, the word governs who stands before."""
    last = actors[-1].span.start if actors else 0
    first = actors[0].span.end if actors else 0
    return [
        _Cue(cue.span, "attend_left")
        if cue.kind == "attend_right"
        and cue.span.start >= first
        and (cue.span.start > last or _STOPS.match(layout.text, cue.span.end))
        else cue
        for cue in cues
    ]


_WHO: Final = re.compile(r"[\s,)]{1,3}yang\s(?:\w+(?:-\w+)?\s){0,3}")


def _guests_who_sign(layout: Layout, cues: Sequence[_Cue], actors: Sequence[Actor]) -> Sequence[_Cue]:
    """`dihadiri A dan B, yang bersama-sama menandatangani …`: the guests are those who sign."""
    for cue in cues:
        before = [actor.span.end for actor in actors if actor.span.end < cue.span.start]
        if cue.kind == "active" and before and _WHO.fullmatch(layout.lower, before[-1], cue.span.start):
            return [c for c in cues if c.kind != "attend_right" or c.span.start > cue.span.start]
    return cues


_STOPS: Final = re.compile(r"\s?[,.;]")


def cast(
    layout: Layout,
    sentence: Sentence,
    actors: Sequence[Actor],
    signings: Sequence[Mention[SigningVerb]],
    instruments: Sequence[Span],
) -> list[Cast]:
    """Give each actor of a sentence a role.

    Args:
        layout: The article.
        sentence: One sentence.
        actors: Those of this sentence, in order of place.
        signings: Signing words of the article.
        instruments: Spans of documents of the article.

    Returns:
        One `Cast` an actor, in the same order.
    """
    cues = _turned(layout, _guests_who_sign(layout, _cues(layout, sentence, signings), actors), actors)
    papers = [span for span in instruments if sentence.span.covers(span)]
    breaks = [m.start() for m in _BREAK.finditer(layout.lower, sentence.span.start, sentence.span.end)]
    result: list[Cast] = []
    for index, actor in enumerate(actors):
        previous = actors[index - 1] if index else None
        part = _part_of(sentence, breaks, actor.span)
        role, score, rule = _role(layout, sentence, part, actor, cues, papers, previous, result)
        result.append(Cast(actor, role, score, rule))
    return result


def _role(
    layout: Layout,
    sentence: Sentence,
    part: Span,
    actor: Actor,
    cues: Sequence[_Cue],
    papers: Sequence[Span],
    previous: Actor | None,
    done: list[Cast],
) -> tuple[Role, float, str]:
    left = [cue for cue in cues if part.start <= cue.span.start and cue.span.end <= actor.span.start]
    right = [cue for cue in cues if actor.span.end <= cue.span.start and cue.span.end <= part.end]
    if _NOT_BEFORE.search(layout.lower, max(part.start, actor.span.start - _NOT_REACH), actor.span.start):
        return "none", 0.9, "roles.not"
    last = left[-1] if left else None
    after = next((c for c in right if c.kind not in ("attend_right", "witness_right", "represented", "by")), None)
    if last and last.kind == "represented" and done and _is_next(layout, last, previous, actor):
        inherited = done[-1]
        if inherited.role in ("signatory", "attendee", "witness"):
            done[-1] = Cast(inherited.actor, "represented", inherited.score, "roles.represented")
            return inherited.role, inherited.score, "roles.represents"
    if last and _SPEAKS_FOR.fullmatch(layout.lower, last.span.start, actor.span.start):
        return "represented", 0.9, "roles.spoken_for"
    if last and _stands_for_a_side(cues, last, actor):
        return "signatory", 0.85, "roles.stands_for"
    signing_left = next((c for c in reversed(left) if c.kind in ("active", "passive", "nominal")), None)
    blocker = next((c for c in reversed(left) if c.kind in ("witness_right", "attend_right", "other_verb")), None)
    directly = _directly_signs(layout, actor, after)
    guest = blocker is not None and blocker.kind != "other_verb" and _is_guest(layout, sentence, blocker, actor, done)
    if directly and not guest:
        return "signatory", 0.95, "roles.subject"
    if (
        blocker
        and blocker.kind != "other_verb"
        and (signing_left is None or blocker.span.start > signing_left.span.start)
    ):
        return ("witness" if blocker.kind == "witness_right" else "attendee"), 0.9, f"roles.{blocker.kind}"
    if blocker and signing_left and blocker.span.start > signing_left.span.start:
        return "none", 0.5, "roles.other_verb"
    if signing_left is not None:
        return _after_signing(layout, actor, signing_left, left, after)
    return _before_signing(layout, actor, right, papers, last, sentence.zone)


def _stands_for_a_side(cues: Sequence[_Cue], last: _Cue, actor: Actor) -> bool:
    """`Pemkab diwakili X dan BPJS Ketenagakerjaan diwakili Y`: both sides at the table, and nothing else told."""
    both = sum(cue.kind == "represented" for cue in cues) >= 2
    alone = all(cue.kind in ("represented", "by") for cue in cues)
    return both and alone and last.kind == "represented" and actor.span.start - last.span.end <= 14


# `A dan B menandatangani, sedangkan C menyaksikan`: what is told of one part holds for that part alone.
_BREAK: Final = re.compile(r"[,;]\s(?:sedangkan|sementara(?!\situ)|adapun|lalu|kemudian)\b")
_SPEAKS_FOR: Final = re.compile(r"mewakili\s")  # `Kepala Dinas X mewakili Bupati`
_NOT_BEFORE: Final = re.compile(r"\bbukan\s(?:oleh\s)?$")
_NOT_REACH: Final = 12  # code points; no match is longer


def _part_of(sentence: Sentence, breaks: Sequence[int], span: Span) -> Span:
    """The part of a sentence, between two breaks, in which an actor stands."""
    if not breaks:
        return sentence.span
    start = max((b for b in breaks if b <= span.start), default=sentence.span.start)
    end = min((b for b in breaks if b >= span.end), default=sentence.span.end)
    return Span(start, end)


def _is_next(layout: Layout, cue: _Cue, previous: Actor | None, actor: Actor) -> bool:
    """Whether the cue stands between the two actors and nothing else does."""
    if previous is None or cue.span.start < previous.span.end:
        return False
    return (
        cue.span.start - previous.span.end <= 12
        and actor.span.start - cue.span.end <= 14
        and not layout.lower.startswith("mewakili", cue.span.start)
    )


def _is_guest(layout: Layout, sentence: Sentence, cue: _Cue, actor: Actor, done: Sequence[Cast]) -> bool:
    """Whether an actor before the verb belongs to the guests: `X didampingi Y menandatangani`.

    In `Didampingi Y, X menandatangani` nobody stands before the cue, and X follows a comma right before the verb.
    """
    if any(item.actor.span.end <= cue.span.start for item in done):
        return True
    first = not any(item.actor.span.start >= cue.span.end for item in done)
    comma = layout.text[sentence.span.start : actor.span.start].rstrip().endswith(",")
    return first or not comma


def _directly_signs(layout: Layout, actor: Actor, after: _Cue | None) -> bool:
    """`X menandatangani`, `X bersama Y melakukan penandatanganan`: the verb is the next cue to the right."""
    if after is None or after.span.start - actor.span.end > 160:
        return False
    if after.kind == "active":
        return True
    return after.kind == "nominal" and _DOES.search(layout.lower[actor.span.end : after.span.start]) is not None


def _after_signing(
    layout: Layout, actor: Actor, signing: _Cue, left: Sequence[_Cue], after: _Cue | None
) -> tuple[Role, float, str]:
    between = layout.lower[signing.span.end : actor.span.start]
    if _SUBORDINATE.search(between):
        return "none", 0.5, "roles.subordinate"
    by = any(c.kind == "by" and c.span.start >= signing.span.end for c in left)
    if after is not None and after.kind == "witness_left":
        return "witness", 0.85, "roles.witness_left"
    if by:
        return "signatory", 0.95, "roles.by"
    if signing.kind == "passive":
        return "signatory", 0.9, "roles.passive"
    if _WITH.search(between):
        return "signatory", 0.8 if signing.kind == "active" else 0.7, "roles.counterpart"
    return "none", 0.5, "roles.object"


def _before_signing(
    layout: Layout,
    actor: Actor,
    right: Sequence[_Cue],
    papers: Sequence[Span],
    last: _Cue | None,
    sentence_zone: Zone,
) -> tuple[Role, float, str]:
    for cue in right:
        if cue.kind == "active":
            return "signatory", 0.9, "roles.subject"
        if cue.kind == "nominal" and sentence_zone == "caption":
            return "signatory", 0.75, "roles.caption"
        if cue.kind == "nominal":
            doing = _DOES.search(layout.lower[actor.span.end : cue.span.start])
            return ("signatory", 0.85, "roles.does") if doing else ("none", 0.5, "roles.setting")
        if cue.kind in ("witness_left", "attend_left"):
            return ("witness" if cue.kind == "witness_left" else "attendee"), 0.85, f"roles.{cue.kind}"
        if cue.kind in ("other_verb", "passive"):
            break
    if last and last.kind == "by" and any(span.end <= last.span.start for span in papers):
        return "signatory", 0.85, "roles.paper_by"
    return "none", 0.5, "roles.none"
