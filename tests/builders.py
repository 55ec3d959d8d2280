"""Results and gold made by hand, for tests that must not depend on what the rules find; linked articles."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sepakat import extract
from sepakat.extraction import RECOGNISERS
from sepakat.linking.merge import Linked, link
from sepakat.records import Evidence, Result
from sepakat.scoring.gold import Gold
from sepakat.text.article import Article, Mention
from sepakat.text.layout import read_layout

TEXT = """\
PRINGSEWU, KABARCONTOH.ID - Bupati Pringsewu Rahmat Sudirja dan Kepala BPJS Ketenagakerjaan Cabang Metro \
Melati Anggraini menandatangani Nota Kesepahaman dan Rencana Kerja di Aula Utama Pemkab, Rabu (4/6/2025).
Sekretaris Daerah Budi Hartanto hadir. Sebanyak 1.250 petani didaftarkan, dengan iuran Rp16.800 per bulan.
Cakupan baru 22,41%, sesuai Inpres Nomor 2 Tahun 2021. Santunan diterima ahli waris almarhum Karto Wiryo.
"""


def evidence(words: str, text: str = TEXT) -> dict[str, Any]:
    """The first place where words stand in a text."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def result_data(text: str = TEXT, source: str = "folder/contoh.txt") -> dict[str, Any]:
    """A result that says everything that `gold_data` asks for."""
    article = Article(text)

    def at(words: str) -> list[dict[str, Any]]:
        return [evidence(words, text)]

    def person(number: int, name: str, title: str | None, part: str) -> dict[str, Any]:
        positions = [{"title": title, "evidence": at(title)}] if title else []
        return {
            "id": f"p{number}",
            "name": name,
            "positions": positions,
            "part": part,
            "public_official": part != "private",
            "confidence": 0.9,
            "evidence": at(name),
        }

    region = {"code": "18.10", "name": "Kabupaten Pringsewu", "level": "regency", "province_code": "18"}
    return {
        "extractor": {"version": "0.1.0"},
        "article": {
            "id": article.id,
            "source": source,
            "outlet": "kabarcontoh.id",
            "dateline": "PRINGSEWU",
            "chars": len(text),
        },
        "agreements": [
            {
                "id": f"{article.id}-a1",
                "status": "signed",
                "instruments": [
                    {
                        "kind": "nota_kesepahaman",
                        "label": "Nota Kesepahaman",
                        "evidence": at("Nota Kesepahaman"),
                    },
                    {"kind": "rencana_kerja", "label": "Rencana Kerja", "evidence": at("Rencana Kerja")},
                ],
                "signed_on": {
                    "date": "2025-06-04",
                    "basis": "explicit",
                    "weekday_agrees": True,
                    "evidence": at("Rabu (4/6/2025)"),
                },
                "venue": {"text": "Aula Utama Pemkab", "evidence": at("Aula Utama Pemkab")},
                "parties": ["o1", "o2"],
                "signatories": [
                    {"person": "p1", "party": "o1", "evidence": at("Rahmat Sudirja")},
                    {"person": "p2", "party": "o2", "evidence": at("Melati Anggraini")},
                ],
                "programmes": ["JKK", "JKM"],
                "beneficiaries": [{"label": "petani", "category": "petani", "evidence": at("petani")}],
                "worker_counts": ["w1"],
                "confidence": 0.9,
                "evidence": at("menandatangani"),
            }
        ],
        "organisations": [
            {
                "id": "o1",
                "name": "Pemkab Pringsewu",
                "kind": "regional_government",
                "region": region,
                "mentions": at("Pemkab"),
                "confidence": 0.9,
                "evidence": at("Pemkab"),
            },
            {
                "id": "o2",
                "name": "BPJS Ketenagakerjaan Cabang Metro",
                "kind": "bpjs_ketenagakerjaan",
                "bpjs_unit": {"level": "kantor_cabang", "name": "Metro"},
                "mentions": at("BPJS Ketenagakerjaan Cabang Metro"),
                "confidence": 0.9,
                "evidence": at("BPJS Ketenagakerjaan Cabang Metro"),
            },
        ],
        "people": [
            person(1, "Rahmat Sudirja", "Bupati Pringsewu", "signatory"),
            person(2, "Melati Anggraini", "Kepala BPJS Ketenagakerjaan Cabang Metro", "signatory"),
            person(3, "Budi Hartanto", "Sekretaris Daerah", "attendee"),
            person(4, "Karto Wiryo", None, "private"),
        ],
        "worker_counts": [
            {
                "id": "w1",
                "value": 1250,
                "approx": "exact",
                "kind": "covered_by_agreement",
                "group": "petani",
                "category": "petani",
                "confidence": 0.9,
                "evidence": at("1.250 petani"),
            }
        ],
        "amounts": [
            {
                "id": "m1",
                "value_idr": 16800,
                "approx": "exact",
                "purpose": "contribution",
                "per": "person_month",
                "confidence": 0.9,
                "evidence": at("Rp16.800"),
            }
        ],
        "rates": [
            {
                "id": "r1",
                "percent": "22.41",
                "of": "coverage",
                "segment": "all",
                "confidence": 0.9,
                "evidence": at("22,41%"),
            }
        ],
        "regulations": [
            {
                "id": "l1",
                "kind": "inpres",
                "label": "Inpres Nomor 2 Tahun 2021",
                "number": "2",
                "year": 2021,
                "confidence": 0.9,
                "evidence": at("Inpres Nomor 2 Tahun 2021"),
            }
        ],
        "checks": [
            {
                "code": "coverage_arithmetic",
                "severity": "warning",
                "message": {"id": "Persentase tidak sesuai.", "en": "The share does not follow."},
                "refs": ["r1"],
                "evidence": at("22,41%"),
            }
        ],
    }


def gold_data() -> dict[str, Any]:
    """Gold of `TEXT`."""
    return {
        "article": "contoh.txt",
        "published": None,
        "outlet": "KabarContoh.id",
        "dateline": "Pringsewu",
        "agreements": [
            {
                "status": "signed",
                "instruments": ["nota_kesepahaman", "rencana_kerja"],
                "signed_on": "2025-06-04",
                "venue": "Aula Utama Pemkab Pringsewu",
                "parties": ["18.10", "bpjs/kantor_cabang/METRO"],
                "signatories": [
                    {"name": "H. Rahmat Sudirja, S.H.", "role": "Bupati Pringsewu"},
                    {"name": "Melati Anggraini", "role": "Kepala BPJS Ketenagakerjaan Cabang Metro"},
                ],
                "programmes": ["JKK", "JKM"],
                "beneficiaries": ["para petani"],
            }
        ],
        "people": [
            {"name": "Rahmat Sudirja", "role": "Bupati Pringsewu", "part": "signatory"},
            {
                "name": "Melati Anggraini",
                "role": "Kepala BPJS Ketenagakerjaan Cabang Metro",
                "part": "signatory",
            },
            {"name": "Budi Hartanto", "role": "Sekretaris Daerah", "part": "attendee"},
            {"name": "Karto Wiryo", "role": None, "part": "private"},
        ],
        "worker_counts": [{"value": 1250, "kind": "covered_by_agreement", "group": "petani"}],
        "amounts": [{"value": 16800, "purpose": "contribution"}],
        "rates": [{"value": "22.410", "segment": "all"}],
        "regulations": [{"kind": "inpres", "number": "2", "year": None}],
        "checks": ["coverage_arithmetic"],
    }


def a_result(**changes: Any) -> Result:
    """The complete result, with whole keys changed."""
    return Result.model_validate({**result_data(), **changes})


def a_gold(**changes: Any) -> Gold:
    """The complete gold, with whole keys changed."""
    return Gold.model_validate({**gold_data(), **changes})


def words_at(words: str) -> Evidence:
    """Evidence in `TEXT`."""
    return Evidence.model_validate(evidence(words))


def linked(text: str, **article: Any) -> Linked:
    """An article with everything that the recognisers find, tied together; `article` as for `Article`."""
    layout = read_layout(Article(text, **article))
    found: dict[str, list[Mention[Any]]] = {}
    for find in RECOGNISERS:
        for mention in find(layout):
            found.setdefault(mention.label, []).append(mention)
    return link(layout, {label: sorted(mentions, key=lambda m: m.span) for label, mentions in found.items()})


@dataclass(frozen=True)
class Told:
    """One agreement as a reader would retell it: names instead of ids."""

    status: str
    action: str | None
    kinds: list[str]
    signed_on: str | None
    venue: str | None
    parties: list[str]
    signers: list[str]
    sides: dict[str, str | None]
    witnesses: list[str]
    attendees: list[str]
    programmes: list[str]
    beneficiaries: list[str]
    funding: list[str]
    years: float | None
    purpose: str | None


def told(text: str, published: date | None = date(2025, 6, 5)) -> list[Told]:
    """The agreements of a text; `sides` gives the body that each signer signs for."""
    result = extract(text, published=published)
    bodies = {body.id: body.name for body in result.organisations}
    people = {person.id: person.name or "" for person in result.people}
    return [
        Told(
            status=a.status,
            action=a.action,
            kinds=[i.kind for i in a.instruments],
            signed_on=a.signed_on.date if a.signed_on else None,
            venue=a.venue.text if a.venue else None,
            parties=[bodies[id_] for id_ in a.parties],
            signers=[people[s.person] for s in a.signatories],
            sides={people[s.person]: bodies[s.party] if s.party else None for s in a.signatories},
            witnesses=[people[id_] for id_ in a.witnesses],
            attendees=[people[id_] for id_ in a.attendees],
            programmes=list(a.programmes),
            beneficiaries=[b.label for b in a.beneficiaries],
            funding=list(a.funding),
            years=a.term.years if a.term else None,
            purpose=a.purpose.text if a.purpose else None,
        )
        for a in result.agreements
    ]
