"""The part each person plays in the whole article: the strongest of what single sentences say."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sepakat.assembly.agreements import Draft
from sepakat.assembly.roles import Cast
from sepakat.linking.merge import Linked
from sepakat.linking.people import NameUse, Person
from sepakat.records import Part
from sepakat.text.layout import Sentence

_SAID: Final = re.compile(
    r"(?:\b(?:kata|ujar|ucap|tutur|jelas|ungkap|imbuh|tegas|papar|terang|tambah|pungkas|sambung|sebut|beber|tandas|harap|aku|lanjut"
    r"|cetus|tukas|urai|pesan|pinta|tutup|ajak|puji|simpul|seru|timpal|klaim|rinci|ulas)(?:nya)?|\bmenurut|\bdikatakan(?:\soleh)?"
    r"|\bdisampaikan(?:\soleh)?|\bdiungkapkan(?:\soleh)?|\bdijelaskan(?:\soleh)?|\bditambahkan(?:\soleh)?|\bditegaskan(?:\soleh)?"
    r"|\bmasih\skata|\bkatanya)\s{1,2}$"
)
_SAYS: Final = re.compile(
    r"^[\s,)]{0,3}(?:\([^()]{1,40}\)\s?)?(?:(?:[^.\"]{0,70}?)\b)?(?:mengatakan|menyampaikan|menjelaskan|menuturkan|mengungkapkan"
    r"|menambahkan|berharap|mengharapkan|menegaskan|menyebut(?:kan)?|mengaku|menilai|memaparkan|menerangkan|mengapresiasi|mengimbau"
    r"|menghimbau|mengajak|berpesan|meminta|menyambut\sbaik|mengucapkan|menekankan|memastikan|menyatakan|membeberkan|mengingatkan"
    r"|melaporkan|menyoroti|optimis\w*|melanjutkan|memuji|merinci|mencontohkan|berkomitmen|dalam\s(?:sambutan|arahan)|bertekad|menginginkan"
    r"|menguraikan|bersyukur|mendorong)\b"
)
_REACH: Final = 60


def part_of(linked: Linked, person: Person, drafts: Sequence[Draft], casts: Mapping[Sentence, Sequence[Cast]]) -> Part:
    """The strongest part of a person: signatory, witness, attendee, speaker, mentioned, or private."""
    if person.is_private:
        return "private"
    if any(signer.person is person for agreement in drafts for signer in agreement.signers):
        return "signatory"
    if any(person in agreement.witnesses for agreement in drafts):
        return "witness"
    roles = {item.role for items in casts.values() for item in items if item.actor.person is person}
    if "witness" in roles:
        return "witness"
    if "attendee" in roles:
        return "attendee"
    if any(_speaks(linked, use) for use in person.uses):
        return "speaker"
    return "mentioned"


def _speaks(linked: Linked, use: NameUse) -> bool:
    lower = linked.layout.lower
    start = min(use.span.start, use.position.span.start) if use.position else use.span.start
    end = max(use.span.end, use.position.span.end) if use.position else use.span.end
    sentence = linked.layout.sentence_at(start)
    if sentence is None:
        return False
    left = lower[max(sentence.span.start, start - _REACH) : start]
    right = lower[end : min(sentence.span.end, end + 2 * _REACH)]
    return bool(_SAID.search(left) or _SAYS.match(right))
