"""What a number near workers counts when it does not count people who work.

Shares, rupiah, ages and addresses; villages, firms, cases; guests of an event; claimants and the dead; and
norms for each village or firm (`10 orang per desa`). From the contract: none of these is a worker count.
All patterns run on lower-case text.
"""

import re

_NOT_AFTER = re.compile(r"\s{0,2}(?:%|persen\b|per mil\b)")
_NOT_BEFORE = re.compile(
    r"(?:rp|idr|us\$|\$|usia|umur|berusia|pasal|nomor|no|ke|kilometer|km|lantai|sila|grade|kelas"
    r"|jalan)[. -]{0,2}$",
)
_OTHER_UNIT = re.compile(
    r"\b(?<!di )(?<!se-)(?<!tingkat )(?:desa|kelurahan|pekon|kampung|nagari|gampong|kecamatan|kabupaten"
    r"|perusahaan|badan usaha|pemberi kerja|klaim|kasus|anak|siswa|ahli waris|skk|surat kuasa|hektare?|unit"
    r"|koperasi|sekolah|opd|anggaran|dana|nilai|nominal|penduduk|kepala keluarga|kk|rumah|sertifikat|kartu"
    r"|instansi|lembaga|masjid|peserta didik)\b",
)
_AT_EVENT = re.compile(
    r"\b(?:diikuti|dihadiri|menghadirkan|dihadirkan|mengundang|hadir|dihadirkan|diikuti oleh)\b[^,.;]{0,30}$",
)
_EVENT_STEMS = ("hadir", "diikuti", "mengundang")
_CLAIMANT_STEMS = ("santunan", "klaim", "beasiswa", "waris", "kasus", "manfaat", "korban", "simbolis")
_CLAIMANTS_BEFORE = re.compile(
    r"\b(?:santunan|klaim|beasiswa|ahli waris|kasus|manfaat (?:jkk|jkm|jht|jp)|korban"
    r"|simbolis(?:nya)?)\b([^;!?\"]{0,75})$",
)
_ENROLLED_SINCE = re.compile(r"daftar|lindung|ter-?cover|kepesertaan")
_CLAIMANTS_AFTER = re.compile(
    r",?[ \n](?:yang (?:telah |sudah )?)?(?:meninggal|wafat|tewas|mengalami (?:kecelakaan|musibah)|ter-?phk"
    r"|dirumahkan|ahli waris|penerima (?:santunan|manfaat|klaim|beasiswa)|korban|menerima (?:santunan|klaim"
    r"|manfaat|beasiswa)|mengajukan klaim|bpjs kesehatan|jkn|rapat|sosialisasi|upacara|pelatihan|seminar)",
)
_RESIDENTS_BEFORE = re.compile(
    r"\b(?:jumlah|total|seluruh)[ \n]penduduk\b(?![ \n](?:yang[ \n])?(?:bekerja|usia))[^.;,!?]{0,40}$"
)
_UNIT = (
    r"(?:desa|pekon|kampung|nagari|gampong|tiyuh|kelurahan|kalurahan|dusun|kecamatan|rt|rw|masjid"
    r"|perusahaan|opd|asn|kabupaten|kota|dinas|instansi|pegawai|keluarga|kk|orang|tahun|bulan|tps)"
)
_PER_UNIT_AFTER = re.compile(
    rf"[^.;,\n]{{0,25}}[ /](?:per|(?:di |untuk |pada )?(?:setiap|tiap|masing-masing|tiap-tiap)"
    rf"|/)[ -]?{_UNIT}\b",
)
_PER_UNIT_BEFORE = re.compile(
    rf"\b(?:setiap|tiap|tiap-tiap|per|masing-masing|satu|1)[ \n]?{_UNIT}\b"
    r"(?![^.;]{0,60}mempekerjakan)[^.;]{0,60}$",
)


def is_no_count(text: str, start: int, end: int) -> bool:
    """Whether the number at `[start, end)` is a share, an amount, an age, an address or an article of law."""
    return bool(_NOT_AFTER.match(text, end) or _NOT_BEFORE.search(text, max(0, start - 14), start))


def names_other_unit(text: str) -> bool:
    """Whether `text` names a thing that is counted and is no worker: a village, a firm, a budget."""
    return _OTHER_UNIT.search(text) is not None


def _has(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of the stems occurs, so that a search is worth its time."""
    return any(stem in text for stem in stems)


def counts_others(before: str, text: str, end: int) -> bool:
    """Whether people that a number counts are guests, claimants, or a norm for each village.

    Args:
        before: The sentence up to the number.
        text: The article.
        end: Where the number with its group ends in `text`.
    """
    if _CLAIMANTS_AFTER.match(text, end) or (_has(before, _EVENT_STEMS) and _AT_EVENT.search(before)):
        return True
    if "penduduk" in before and _RESIDENTS_BEFORE.search(before):
        return True
    if _PER_UNIT_AFTER.match(text, end) or _PER_UNIT_BEFORE.search(before):
        return True
    claimants = _CLAIMANTS_BEFORE.search(before) if _has(before, _CLAIMANT_STEMS) else None
    return claimants is not None and not _ENROLLED_SINCE.search(claimants[1])
