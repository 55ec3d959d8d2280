from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sepakat.text.article import Article
from sepakat.text.layout import read_layout

BODY = (
    "Pemerintah Kabupaten Sukamaju menandatangani perjanjian kerja sama dengan BPJS Ketenagakerjaan, "
    "Rabu (5/6/2024).\n"
    "Bupati Wirya Kusuma hadir dalam acara itu bersama para kepala dinas dan camat.\n"
    '"Kami siap melindungi semua pekerja di sini," kata Wirya.'
)


def layout_of(text):
    return read_layout(Article(text))


def zones(text):
    return [(s.zone, s.span.of(text)) for s in layout_of(text).sentences]


def in_zone(text, zone):
    return [sentence for z, sentence in zones(text) if z == zone]


@pytest.mark.parametrize(
    ("dateline", "place", "outlet"),
    [
        ("Bandarlampung (ANTARA) - ", "Bandarlampung", "antara"),
        ("WARTAKITA.COM, SERANG \u2013 ", "SERANG", "wartakita.com"),
        ("Binjai, Suluh \u2013 ", "Binjai", "suluh"),
        ("SERANG-", "SERANG", None),
        ("Suluh-NTT | ", None, "suluh-ntt"),
        ("S7, Limapuluh Kota ~ ", "Limapuluh Kota", "s7"),
        ("Metro (Wartakita.co): ", "Metro", "wartakita.co"),
        ("LAMPUNG SELATAN \u2013 WARTAKITA.COM \u2013 ", "LAMPUNG SELATAN", "wartakita.com"),
        ("LAMBAR, WARTAKITA.CO.ID - ", "LAMBAR", "wartakita.co.id"),
        ("WARTAKITA.CO.ID - ", None, "wartakita.co.id"),
        ("Wartakita.com | Lhoksukon \u2014 ", "Lhoksukon", "wartakita.com"),
        ("WARTAKITA.ID|PALEMBANG \u2013 ", "PALEMBANG", "wartakita.id"),
        ("BENGKULU (HUMAS) --- ", "BENGKULU", None),
        ("DUMAI (SULUHPOS)-", "DUMAI", "suluhpos"),
        ("Kotapinang, 21/12 (Antarasumut) - ", "Kotapinang", "antarasumut"),
        ("pati-Wartakita.com-", "pati", "wartakita.com"),
        ("SULUHRAYA \u2013 ", None, "suluhraya"),
        ("Suluh News Magetan - ", "Magetan", "suluh news"),
        ("MEDIA CENTER REJANG LEBONG \u2013 ", None, "media center rejang lebong"),
        ("Tanjungsari (Suluh Desa) - ", "Tanjungsari", "suluh desa"),
        ("date 2024-06-06 wartakita.com, JAKARTA - ", "JAKARTA", "wartakita.com"),
        ("Gunungkidul, wartakita.co || ", "Gunungkidul", "wartakita.co"),
        ("SOLOK-KITA.com, SOLOK \u2013 ", "SOLOK", "solok-kita.com"),
        ("Suluhdesa.com. Tarutung \u2013 ", "Tarutung", "suluhdesa.com"),
        ("Tegal.WARTAKITA.COM. ", "Tegal", "wartakita.com"),
        ("KOTA - ", "KOTA", None),
    ],
)
def test_datelines(dateline, place, outlet):
    text = dateline + BODY
    layout = layout_of(text)
    assert (layout.dateline and layout.dateline.of(text)) == place
    assert layout.outlet_name == outlet
    assert layout.sentences[0].zone == "head"
    assert layout.sentences[1].span.of(text).startswith("Pemerintah Kabupaten Sukamaju")


@pytest.mark.parametrize(
    "line",
    [
        "Lumajang, Suluh",
        "Dumai, WARTAKITA.ID",
        "Bangkalan || Suluh Madura News",
        "Solok(Suluhpost)",
        "Pasbar, wartakita.com\u2013",
    ],
)
def test_dateline_alone_on_its_line(line):
    layout = layout_of(line + "\n" + BODY)
    assert layout.dateline is not None
    assert layout.outlet_name is not None


def test_dateline_alone_behind_a_caption():
    text = "Wali Kota Dumai hadir di aula itu.(foto:suluh/ist)\nDumai, WARTAKITA.ID\n" + BODY
    layout = layout_of(text)
    assert layout.dateline is not None
    assert layout.dateline.of(text) == "Dumai"


def test_dateline_of_a_district_and_its_regency():
    layout = layout_of("TANJUNG SARI , SUMEDANG\u2013 " + BODY + " Rapat digelar di Kecamatan Tanjung Sari.")
    assert layout.dateline is not None
    assert layout.dateline.of(layout.text) == "TANJUNG SARI , SUMEDANG"
    assert layout.outlet is None


@pytest.mark.parametrize(
    "start",
    [
        "",
        "Pemkot Metro-BPJS mempererat kerja. ",
        "Penjabat (Pj) Bupati hadir. ",
        "Jalan Solok-Padang ramai. ",
        "Badan Amil Zakat Nasional (Baznas) - mitra lama - hadir. ",
        "Bupati: kita harus maju. ",
        "TEKEN MOU - ",
    ],
)
def test_no_dateline(start):
    layout = layout_of(start + BODY)
    assert layout.dateline is None
    assert layout.outlet is None
    assert in_zone(start + BODY, "head") == []


def test_head_of_a_page():
    text = (
        "#beritalokal#sukamaju\n\nBupati Sukamaju Teken Kerja Sama Perlindungan Pekerja\n\n"
        "( kata)\n133\n\u00d7\n"
        "Sebarkan artikel ini\nSari Melati - Kamis, 6 Juni 2024 11:55 WIB\n"
        "Bupati Sukamaju Teken Kerja Sama Perlindungan Pekerja\nFoto: Dok/Humas\n"
        "Bupati Wirya (kedua dari kiri) usai meneken naskah kerja sama di pendopo.(ist)\n\n"
        "Serang, Wartakita - " + BODY
    )
    layout = layout_of(text)
    assert layout.title.of(text) == "Bupati Sukamaju Teken Kerja Sama Perlindungan Pekerja"
    assert layout.byline.of(text) == "Sari Melati"
    assert layout.published == date(2024, 6, 6)
    assert layout.published_span.of(text) == "Kamis, 6 Juni 2024"
    assert len(in_zone(text, "title")) == 2
    assert in_zone(text, "caption")[0] == "Foto: Dok/Humas"
    assert len(in_zone(text, "caption")) >= 2
    assert len(in_zone(text, "body")) == 3


def test_title_is_the_headline_that_shares_words_with_the_body():
    text = (
        "Pilihan\nTim Sepak Bola Menang Telak\nHarga Cabai Turun Lagi\n"
        "Pemkab Sukamaju Lindungi Pekerja bersama BPJS\nSerang - " + BODY
    )
    layout = layout_of(text)
    assert layout.title.of(text) == "Pemkab Sukamaju Lindungi Pekerja bersama BPJS"
    assert in_zone(text, "read_also") == ["Tim Sepak Bola Menang Telak", "Harga Cabai Turun Lagi"]


@pytest.mark.parametrize(
    ("tail", "byline"),
    [
        (" (hen/rif/kmf)", "hen/rif/kmf"),
        ("\n\nSari Melati\n\nBerita Terkait\n\nKomentar", "Sari Melati"),
        (" [tyi/loy]", "tyi/loy"),
        (" (Red)", "Red"),
        (" /Ash/ADV", "Ash/ADV"),
        ("\n(SM)", "SM"),
        (" (*)", None),
        ("\nPewarta: Sari Melati\nEditor: Adi Nugraha\nCopyright \u00a9 ANTARA 2022", "Sari Melati"),
        ("\nPenulis: Sari Melati | Editor: Adi Nugraha", "Sari Melati"),
        ("\nEditor: Adi Nugraha", "Adi Nugraha"),
        ("\nReporter : Sari Melati\nTags: bpjs, pekerja", "Sari Melati"),
        ("\nOleh: Sari Melati", "Sari Melati"),
        ("\nLaporan Wartawan Wartakita.com, Sari Melati", "Sari Melati"),
        (" Pesertanya dilindungi Jaminan Kematian (JKM).", None),
        ("\nWirya Kusuma", None),
    ],
)
def test_bylines(tail, byline):
    text = BODY + tail
    layout = layout_of(text)
    assert (layout.byline and layout.byline.of(text)) == byline
    if byline:
        assert layout.zone_at(layout.byline.start) == "tail"
    assert layout.zone_at(BODY.index("Kami siap")) == "body"


def test_labels_and_names_on_lines_of_their_own():
    text = (
        "Bupati Teken Kerja Sama Lindungi Pekerja\nReporter\nSari Melati\nEditor\nAdi Nugraha\n"
        "25 - Apr - 2025, 12:05\nSULUHTIMES - " + BODY
    )
    layout = layout_of(text)
    assert layout.byline.of(text) == "Sari Melati"
    assert layout.published == date(2025, 4, 25)
    assert in_zone(text, "title") == ["Bupati Teken Kerja Sama Lindungi Pekerja"]


def test_icons_of_a_theme():
    text = (
        "Bupati Teken Kerja Sama Lindungi Pekerja\n- account_circle Sari Melati\n"
        "- calendar_month Jum, 7 Nov 2025\n- visibility 67\n\nSerang, Suluhkita.com \u2013 " + BODY
    )
    layout = layout_of(text)
    assert layout.byline.of(text) == "Sari Melati"
    assert layout.published == date(2025, 11, 7)
    assert len(in_zone(text, "body")) == 3


def test_title_and_caption_repeated_after_the_body():
    text = (
        BODY + "\nBaca juga: Kota lain meniru program itu\n\nPemkab Sukamaju lindungi pekerja\n\n"
        "Bupati Sukamaju Wirya Kusuma. ANTARA/Sari Melati"
    )
    assert [zone for zone, _ in zones(text)[3:]] == ["read_also", "tail", "caption", "caption"]


def test_copyright_names_the_outlet_but_no_date():
    layout = layout_of(BODY + "\nPewarta: Sari Melati\nCopyright \u00a9 ANTARA 2022")
    assert layout.outlet_name == "antara"
    assert layout.published is None


def test_source_may_give_the_outlet():
    assert read_layout(Article(BODY, outlet="Suluh")).outlet_name == "suluh"
    assert read_layout(Article("Metro (Wartakita.co): " + BODY, outlet="Suluh")).outlet_name == "wartakita.co"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Rabu, 20 Juli 2022 14:05 WIB", date(2022, 7, 20)),
        ("Diterbitkan: 20/07/2022", date(2022, 7, 20)),
        ("2022-07-20 14:05", date(2022, 7, 20)),
        ("July 20, 2022", date(2022, 7, 20)),
        ("20 Nopember 2022 | 09.15", date(2022, 11, 20)),
        ("31 Februari 2022 09:15", None),
        ("Rabu, 20 Juli", None),
    ],
)
def test_publication_dates(line, value):
    layout = layout_of("Bupati Teken Kerja Sama Lindungi Pekerja\n" + line + "\nSerang - " + BODY)
    assert layout.published == value


def test_two_bare_dates_leave_none():
    head = "Bupati Teken Kerja Sama Lindungi Pekerja\n20 Juli 2022\n21 Juli 2022\nSerang - "
    assert layout_of(head + BODY).published is None


def test_a_bare_date_above_the_title_is_no_publication():
    head = "20 Juli 2022\nBupati Teken Kerja Sama Lindungi Pekerja\n"
    assert layout_of(head + "Serang - " + BODY).published is None
    assert layout_of(head + "18 Juli 2022\nSerang - " + BODY).published == date(2022, 7, 18)


def test_the_event_is_no_publication():
    assert layout_of(BODY).published is None


@pytest.mark.parametrize(
    "mark",
    [
        "BACA JUGA:",
        "Baca juga: ",
        "**Baca juga:** ",
        "\u2022 Baca Juga : ",
        "Simak juga: ",
        "Baca Juga ",
        "- Lihat juga: ",
    ],
)
def test_read_also_lines(mark):
    line = mark + "Pemkot Jayaraya Gandeng BPJS Lindungi 9.000 Pekerja"
    lines = BODY.split("\n")
    text = "\n".join([*lines[:2], line, lines[2]])
    assert in_zone(text, "read_also") == [line.strip()]
    assert len(in_zone(text, "body")) == 3


def test_read_also_mark_with_the_headline_on_the_next_line():
    lines = BODY.split("\n")
    text = "\n".join([lines[0], "Baca Juga:", "Wali Kota Jayaraya Resmikan Pasar Baru", *lines[1:]])
    assert in_zone(text, "read_also") == ["Baca Juga:", "Wali Kota Jayaraya Resmikan Pasar Baru"]
    text = "\n".join([lines[0], "Baca Juga:", *lines[1:]])
    assert in_zone(text, "read_also") == ["Baca Juga:"]


@pytest.mark.parametrize(
    ("before", "insert", "after"),
    [
        (
            "Bupati hadir di acara itu.",
            "Baca Juga: Wali Kota Jayaraya Serahkan Kartu",
            "Menurut dia, pekerja harus aman.",
        ),
        (
            "Bupati hadir di acara itu.",
            "(Baca juga: Harga cabai naik lagi)",
            "Ia meminta pekerja didaftarkan.",
        ),
        ("Bupati hadir di acara itu.", "BACA JUGA: Pasar Baru Dibuka!", "Ia meminta pekerja didaftarkan."),
        ("Bupati hadir di acara itu.", "(Foto: Humas Sukamaju)", "Ia meminta pekerja didaftarkan."),
    ],
)
def test_noise_inside_a_paragraph(before, insert, after):
    text = " ".join([BODY.split("\n")[0], before, insert, after])
    assert [s for z, s in zones(text) if z != "body"] == [insert]
    assert in_zone(text, "body")[1:] == [before, after]


def test_noise_that_cuts_a_sentence():
    text = (
        BODY
        + "\nPemkab akan mendaftarkan petani dan\nBaca juga: Pasar Baru Jayaraya Dibuka\n"
        + "nelayan pada tahun depan dengan dana daerah."
    )
    sentences = layout_of(text).sentences
    assert [s.zone for s in sentences[-3:]] == ["body", "read_also", "body"]
    assert sentences[-1].continues
    assert sentences[-1].paragraph == sentences[-3].paragraph
    assert not any(s.continues for s in sentences[:-1])


def test_reading_on_is_no_read_also():
    text = BODY + "\nWarga dapat baca juga aturan itu di kantor desa setempat."
    assert in_zone(text, "read_also") == []


def test_tail():
    text = (
        BODY + " (an/njo)\nCek Berita dan Artikel yang lain di Google News\nBerita Terkait\n"
        "Gubernur Resmikan Jembatan Baru di Jayaraya\nHarga Cabai Turun Lagi di Pasar Induk\n"
        "Komentar\nBagus sekali program ini."
    )
    assert len(in_zone(text, "body")) == 3
    assert in_zone(text, "tail")[0] == "(an/njo)"
    assert len(in_zone(text, "tail")) == 7


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "N3, Limapuluh Kota ~ Bupati Wirya Kusuma melakukan penandatanganan nota\n"
        "kesepahaman dengan BPJS Ketenagakerjaan untuk perangkat nagari dan\n"
        "pekerja rentan lain di daerah itu, di\ngedung pertemuan kota.\n"
        "Hadir dalam kesempatan itu Wakil Bupati dan para kepala dinas serta\n"
        "wali nagari dari seluruh kecamatan yang\nmenyambut baik program.\n"
    )
    layout = layout_of(text)
    body = [s for s in layout.sentences if s.zone == "body"]
    assert len(body) == 2
    assert body[0].span.of(text).startswith("Bupati Wirya")
    assert body[0].span.of(text).endswith("pertemuan kota.")


def test_one_paragraph_with_escaped_quotes():
    text = "SERANG - " + BODY.replace("\n", " ").replace('"', '\\"') + ' \\"Semoga lancar. Kami siap,\\" tambahnya.'
    layout = layout_of(text)
    assert [s.zone for s in layout.sentences] == ["head"] + ["body"] * 4
    assert len(layout.quotations) == 2
    assert layout.is_quoted(text.index("Semoga"))
    assert not layout.is_quoted(text.index("tambahnya"))


def test_mid_article_page():
    text = "yang sudah lama menjadi mitra pemerintah daerah dalam program itu.\n" + BODY
    assert {z for z, _ in zones(text)} == {"body"}


@pytest.mark.parametrize("text", ["Sebanyak 2.727 petani didaftarkan.", "Bupati hadir", "a", "Rabu (5/6/2024)"])
def test_a_single_line_is_body(text):
    assert zones(text) == [("body", text)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\r\n"])
def test_empty(text):
    assert layout_of(text).sentences == ()


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                *BODY.split("\n"),
                "Baca juga:",
                "Foto: X",
                "\n",
                " ",
                "SERANG - ",
                '"',
                "\u201c",
                "(",
                ")",
                ".",
                "(a/b)",
                "Adi Sari",
                "2 Juli 2022 10:00",
                "Berita Terkait",
                "\r\n",
                '\\"',
                "Kompas.com",
                "baca juga: A B C d",
                "x" * 50,
                "\u0130",
                "!?",
            ]
        )
        | st.text(max_size=8),
        max_size=30,
    ).map(" ".join)
    | st.lists(st.text(max_size=30), max_size=10).map("\n".join)
)
def test_nothing_is_lost(text):
    layout = layout_of(text)
    assert len(layout.text) == len(layout.lower) == len(text)
    position, kept = 0, []
    for sentence in layout.sentences:
        assert position <= sentence.span.start < sentence.span.end <= len(text)
        position = sentence.span.end
        kept.append(sentence.span.of(layout.text))
    assert "".join("".join(kept).split()) == "".join(layout.text.split())
    spans = [
        layout.title,
        layout.dateline,
        layout.outlet,
        layout.byline,
        layout.published_span,
        *layout.quotations,
    ]
    assert all(0 <= s.start < s.end <= len(text) for s in spans if s)
    assert all(a.end <= b.start for a, b in zip(layout.quotations, layout.quotations[1:], strict=False))
    for offset in range(0, len(text), 7):
        layout.zone_at(offset)
        layout.is_quoted(offset)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1.",
        " ",
        "(",
        '"',
        "\n",
        "a\n",
        "Baca juga: ",
        "Baca juga:\n",
        "#a\n",
        "Foto: x\n",
        "Adi Sari\n",
        "A - ",
        "! A",
        "\u201c",
        "Rabu, 20 Juli 2022 14:05 WIB\n",
        "abc def ghi jkl mno pqr stu vwx yz abc def\n",
        "(foto ",
        '\\"',
        BODY + "\n",
        BODY + " ",
    ],
)
def test_hostile_text_takes_linear_time(piece, seconds):
    read_layout(Article(piece * (120_000 // len(piece))))
    assert seconds() < 6


def test_a_megabyte_on_one_line(seconds):
    read_layout(Article(BODY.replace("\n", " ") * (1_000_000 // len(BODY))))
    assert seconds() < 10


def test_distinct_names_take_linear_time(seconds):
    read_layout(
        Article(
            BODY
            + "".join(f"\nAdi Sari{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(9000))
        )
    )
    assert seconds() < 6
