from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archives import articles
from sepakat.errors import SourceError
from sepakat.extraction import extract
from sepakat.sources.html_page import read_page

MODERN = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">
<title>Bupati Teken MoU Perlindungan Pekerja - Kabar Contoh</title>
<meta property="og:title" content="Bupati Teken MoU Perlindungan Pekerja">
<meta property="og:site_name" content="Kabar Contoh">
<meta property="article:published_time" content="2024-03-12T10:15:00+07:00">
<meta property="article:modified_time" content="2024-05-30T08:00:00+07:00">
<link rel="canonical" href="https://kabarcontoh.id/2024/03/12/bupati-teken">
</head><body><header><nav><ul><li><a href="/">Beranda</a></li><li><a href="/daerah">Daerah</a></li></ul></nav></header>
<main><article><h1>Bupati Teken MoU Perlindungan Pekerja</h1>
<div class="meta"><span>Penulis: Sari Dewi</span> |
<time datetime="2024-03-12">Selasa, 12 Maret 2024 10:15 WIB</time></div>
<figure><img src="a.jpg"><figcaption>Bupati saat penandatanganan. (Foto: Diskominfo)</figcaption></figure>
<div class="content"><p><strong>LAMPUNG BARAT</strong> – Pemerintah Kabupaten Lampung Barat dan BPJS Ketenagakerjaan
menandatangani nota kesepakatan tentang perlindungan pekerja rentan, Selasa (12/3/2024).</p>
<p>Bupati Lampung Barat Budi Santoso mengatakan, kerja sama ini mencakup <b>1.250 pekerja rentan</b>.</p>
<p>“Kami ingin semua pekerja terlindungi,” kata Budi di pendopo.</p><script>var x = "jangan dibaca";</script>
<p>Kepala Cabang BPJS Ketenagakerjaan, Rina Wati, menyampaikan terima kasih kepada pemerintah daerah.</p></div>
<div class="tags"><a>#bpjs</a></div></article>
<aside><h3>Berita Terkait</h3><ul><li><a href="/1">Jalan Rusak Diperbaiki</a></li></ul></aside></main>
<div id="comments"><h3>Komentar</h3><p>Bagus sekali pak bupati!</p></div>
<footer><p>© 2026 Kabar Contoh. Hak cipta dilindungi.</p></footer></body></html>"""

OLD = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>Wali Kota Hadiri Rapat | Suara Uji</title></head><body>
<div id="menu"><a href=1>Home</a><a href=2>Politik</a></div>
<div class="post"><h2 class="judul">Wali Kota Hadiri Rapat</h2><div class="tgl">12/03/2024</div>
Suara Uji – Wali Kota Uji, Andi, menghadiri rapat di aula kantor wali kota, kemarin.<br><br>
“Rapat ini penting,” katanya. Ia berharap seluruh perangkat desa ikut serta dalam program itu.<br><br>
Rapat berlangsung dua jam dan dihadiri para camat serta lurah se-kota, juga perwakilan serikat pekerja.<br></div>
<div class="sidebar">Terpopuler<ul><li>A</li><li>B</li></ul></div></body></html>"""


def test_a_page_as_news_sites_make_them():
    article = read_page(MODERN.encode(), source="a.html")
    lines = article.text.split("\n\n")
    assert lines[0] == article.title == "Bupati Teken MoU Perlindungan Pekerja"
    assert lines[1].startswith("LAMPUNG BARAT – Pemerintah Kabupaten Lampung Barat dan BPJS Ketenagakerjaan")
    assert lines[-1].endswith("terima kasih kepada pemerintah daerah.")
    assert article.text.count("Bupati Teken MoU") == 1
    for other in ("Beranda", "Jalan Rusak", "Bagus sekali", "Hak cipta", "jangan dibaca", "#bpjs"):
        assert other not in article.text
    assert (article.published, article.outlet) == (date(2024, 3, 12), "Kabar Contoh")
    assert article.url == "https://kabarcontoh.id/2024/03/12/bupati-teken"
    assert read_page(MODERN.encode(), url="https://lain.id/x").url == "https://lain.id/x"


def test_extraction_reads_the_page_like_a_text():
    result = extract(read_page(MODERN.encode(), source="a.html"))
    [agreement] = result.agreements
    assert agreement.status == "signed"
    assert agreement.signed_on.date == "2024-03-12"
    assert [count.value for count in result.worker_counts] == [1250]
    assert result.article.title == "Bupati Teken MoU Perlindungan Pekerja"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("named", [True, False])
def test_encodings(encoding, named):
    html = OLD if named else OLD.replace("charset=windows-1252", "")
    article = read_page(html.encode(encoding))
    assert "\n\nSuara Uji – Wali Kota Uji" in article.text
    assert "“Rapat ini penting,” katanya." in article.text
    assert "Terpopuler" not in article.text
    assert article.title == "Wali Kota Hadiri Rapat"


def test_the_encoding_by_the_server_goes_before_the_page_s_own():
    html = OLD.replace("windows-1252", "utf-16").replace("Andi", "Андрей")
    assert "Андрей" in read_page(html.encode("utf-8")).text
    greek = OLD.replace("“", "").replace("”", "").replace("–", "-").replace("Andi", "Ανδρέας")
    assert "Ανδρέας" in read_page(greek.encode("iso-8859-7"), charset="iso-8859-7").text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"<html><body><a href=x>Home</a></body></html>", "no article"),
        (b"<html></html>", "no article"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"<p>" * 5_000, "no article"),
        (b"a" * 10_500_000, "more than"),
    ],
)
def test_pages_without_an_article(data, message):
    with pytest.raises(SourceError, match=message) as raised:
        read_page(data, source="a.html")
    assert str(raised.value).startswith("a.html ")


def test_html_files(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(MODERN.encode())
    [article] = articles(path)
    assert (article.source, article.published) == (str(path), date(2024, 3, 12))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(MODERN) - 1), st.text(max_size=30), st.integers(0, 300))
def test_no_damage_breaks_the_reader(place, text, n_lost):
    try:
        article = read_page((MODERN[:place] + text + MODERN[place + n_lost :]).encode("utf-8", "surrogatepass"))
    except SourceError:
        return
    assert article.text.strip()
