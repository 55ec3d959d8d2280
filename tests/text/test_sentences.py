import pytest

from sepakat.text.normalise import normalise
from sepakat.text.quotes import is_speech, pair_quotes
from sepakat.text.sentences import split_sentences


def split(original):
    text = normalise(original)
    quotes = pair_quotes(text, original, 0, len(text))
    return [span.of(original) for span in split_sentences(text, 0, len(text), quotes)]


@pytest.mark.parametrize(
    "marked",
    [
        "Pemkab Sukamaju meneken PKS.| Bupati hadir.",
        "Ia tinggal di Jl. Merdeka No. 5 Kec. Cendana.| Rumahnya besar.",
        "Hadir Drs. H. Wirya Kusuma, M.Si. dan Hj. Sari Melati, S.H., M.H. di aula.| Acara lancar.",
        "Dipimpin Bambang Surya, M.Si.| Ia menyebut angka.",
        "Dipimpin Drs.H. Bambang Surya dan dr. Anita.| Semua hadir.",
        "Kata R. P. Simatupang dan M. Yusuf Hadi.| Mereka setuju.",
        "Anggota TNI, Polri, dll. ikut serta.| Kegiatan usai.",
        "Bupati, camat, lurah, dkk.| Mereka pulang.",
        "Besarnya Rp. 42.000.000,- atau Rp42 juta.| Iuran 16.800 sebulan.",
        "Cakupan naik 12.5 persen.| 500 orang menyusul.",
        "Dilansir Wartakita.co kemarin.| Ketua hadir.",
        "Situs WARTAKITA.CO.ID memuatnya.| Ketua hadir.",
        '"Kami siap. Semua ikut," kata Wirya.| Ia optimistis.',
        '"Kami siap. Semua ikut."| Ia optimistis.',
        'Ia hadir.| "Kami siap," katanya.',
        "\u201cKami siap.\u201d kata Wirya.| Ia optimistis.",
        "\u201c Kami siap. Semua ikut, \u201c ungkap Wirya.| Ia optimistis.",
        "Angkanya rendah.|Kepala dinas mengakuinya.",
        "Disaksikan M.Supriyanto dan Hadi Surya, SH.MH kemarin.",
        "Diteken pada 12 Juli 2023.|Kepala cabang hadir.",
        "Apakah cukup?| Belum!| Harus lebih.",
        "Tunggu...| Nanti diumumkan.",
        "Pelaksana Harian (Plh.) Sekretaris Daerah hadir.| Ia membuka acara.",
        "Diteken di Aula Wisma. Kamis, (31/3).| Acara ramai.",
        'Naik pada triwulan I.| "Kami puas," ujarnya.',
        "1. Bupati menandatangani naskah.| 2. Camat menyaksikan.",
        "Perusahaan itu (PT. Maju Jaya. Tbk) ikut.| Selesai.",
        "Ia meminta tambahan anggaran.| selain itu, ia pamit.",
        "a.n. Bupati, s.d. 31 Mei, tgl. 5.| Demikian.",
    ],
)
def test_splits(marked):
    parts = marked.split("|")
    assert split("".join(parts)) == [part.strip() for part in parts]


def quotations(original):
    text = normalise(original)
    pairs = pair_quotes(text, original, 0, len(text))
    return [(pair.span.of(original), pair.closed) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap," kata ia.', [('"Kami siap,"', True)]),
        (
            'Ia bilang \u201cKami siap\u201d lalu "pergi".',
            [("\u201cKami siap\u201d", True), ('"pergi"', True)],
        ),
        ('"Nama program "Padi Emas" bagus," ujarnya.', [('"Nama program "Padi Emas" bagus,"', True)]),
        ('"Kami siap membantu warga, ujar Bupati Wirya.', [('"Kami siap membantu warga, ', False)]),
        (
            '"Kami siap. "Kami mulai besok," katanya.',
            [('"Kami siap. ', False), ('"Kami mulai besok,"', True)],
        ),
        ('Lebar 5" saja.', []),
        ("tidak ada", []),
    ],
)
def test_pairs_quotes(text, expected):
    assert quotations(text) == expected


def test_terms_are_no_speech():
    text = 'Program "Padi Emas" dan "Kami siap," katanya.'
    assert [is_speech(text, pair) for pair in pair_quotes(text, text, 0, len(text))] == [False, True]


@pytest.mark.parametrize("piece", ['"', '"A. ', "(a) ", "(). ", "A. ", ". ", "...", "“", "(", "Kata. "])
def test_hostile_text_takes_linear_time(piece, seconds):
    split(piece * (150_000 // len(piece)))
    assert seconds() < 6
