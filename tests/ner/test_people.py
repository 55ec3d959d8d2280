import pytest

from sepakat.ner.people import bounded, is_headline, joined


def trimmed(text: str) -> str:
    """The name left of what stands in brackets."""
    before, _, rest = text.partition("[")
    name, _, after = rest.partition("]")
    words = [*before.split(), *name.split(), *after.split()]
    start = len(before.split())
    start, end = bounded(words, start, start + len(name.split()))
    return " ".join(words[start:end])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("naskah itu diteken [Sekdakab Adi Erlansyah]", "Adi Erlansyah"),
        ("rampung . [Ujar Widodo]", "Widodo"),
        ("hadir Bupati [Rahmat Sudirja] ,", "Rahmat Sudirja"),
        ("hadir [Dandim Letkol Inf Gatot Prabandaru] ,", "Gatot Prabandaru"),
        ("hadir H Asri [Ludin Tambunan] ,", "Asri Ludin Tambunan"),
        ("kata Bupati Deli Serdang Indra [Wijaya Lubuk] ,", "Indra Wijaya Lubuk"),
        ("kata Bupati Indra [Wijaya Lubuk] ,", "Indra Wijaya Lubuk"),
        ("hadir Camat Kauditan [Alce Ticoalu] ,", "Alce Ticoalu"),
        ("[TAROGONG KALER] , GARUT - Bupati", ""),
        ("MT , [ASEAN Eng] , hadir", ""),
        ("hadir [Rio Baskara]", "Rio Baskara"),
        ("hadir [I Gusti Ngurah]", "I Gusti Ngurah"),
        ("ujar [Sinar] .", "Sinar"),
        ("bersama [LLDikti] dan", ""),
        ("[Warga Petani] antre", ""),
        ("[Dr] hadir", ""),
        ("[Jalin Kolaborasi] dengan asosiasi", ""),
        ("hadir [Forkopimda Merangin] , Kepala", ""),
        ("hadir Dinkes , [Dinkop] dan UMKM", ""),
        ("[Didemo Ratusan] Honorer", ""),
        ("relis via [WA] kepada wartawan", ""),
        ("orang [Tegal] buka pintu", ""),
        ("kata Pak [Bintang] pelan", "Bintang"),
        ("[Cahaya] baru tiga tahun", ""),
        ("[Cahaya] ( 37 ) , petani", "Cahaya"),
        ("hadir [Rusdi Hamka S.Sos]", "Rusdi Hamka"),
        ("hadir [Rusdi Hamka M . Ag] ,", "Rusdi Hamka"),
        ("Kepala BPJS Ketenagakerjaan [Garut Rusdi Hamka] dengan", "Rusdi Hamka"),
        ("Pimpinan Rumah BUMN [Deli Serdang Rusdi Hamka] dengan", "Rusdi Hamka"),
        ("hadir [Bima Hamka] dengan", "Bima Hamka"),
        ("gandeng [OK TRI] untuk", ""),
        ("menurut [OK TRI] , usaha", "OK TRI"),
        ("HADIR [OK TRI] UNTUK", "OK TRI"),
        ("nama akun [LIM HOK GIE] itu", "LIM HOK GIE"),
        ("Pemerintah Kabupaten ( Pemkab ) [Tegal] meneken", ""),
        ("Ketua Paguyuban ( PWK ) [Rusdi] meneken", "Rusdi"),
        ("kata Pj Bupati [Tegal] menyambut", ""),
        ("kata Pj Bupati [Rusdi] menyambut", "Rusdi"),
        ("Cabang [Tegal] meneken", ""),
        ("[Mungkid] - Ratusan petani", ""),
        ("[KABARMUNGKID . COM] , MUNGKID", ""),
        ("Dapatkan [pembaruan] berita", ""),
        ("memberi bantuan [Sembako] dan", ""),
        ("Wakil Bupati Probolinggo Ra [Rusdi AHZ] , Ketua", "Rusdi AHZ"),
        ("lewat [Whatsapp] dan", ""),
        ("hadir [Rusdi Hamka Forkopimda] , Kepala", "Rusdi Hamka"),
        ("Bupati Karo , Brigjen [Pol Rusdi Hamka] hadir", "Rusdi Hamka"),
        ("Brigjen [Pol] ( Purn ) hadir", ""),
        ("sempat tertunda [Cuaca Ekstrem] , rombongan", ""),
        ("kata Pak [Cuaca Ekstrem] pelan", "Cuaca Ekstrem"),
        ("hadir [Surya Dharma] dan", "Surya Dharma"),
        ("kata [rusdi] pelan", "rusdi"),
        ("di Desa [Tirta Agung] kemarin", ""),
        ("di kantor Desa Bungo [Tirta] .", ""),
        ("Kepala Desa [Tirta Agung] hadir", "Tirta Agung"),
        ("Badan Usaha Milik Desa ( BUMDes ) [Tirta Agung] dengan", ""),
        ("Direktur PT [Tirta Agung] hadir", ""),
        ("Ketua Koperasi [Tirta Agung] hadir", "Tirta Agung"),
        ("Dusun [Antap Kecamatan Tabir] itu", ""),
        ("warga [Pasuruhan Lor] , Kecamatan Jati", ""),
        ("kepada [Tirta Agung] , Kecamatan Jati", "Tirta Agung"),
        ('kata dia . " [Harapan] kami', ""),
        ("[Wargapun] senang", ""),
        ("pengumuman itu [Solusi] bagi kami", ""),
        ("kata [Solusi] pelan", "Solusi"),
        ("hadir [Kang Rusdi Hamka] ,", "Rusdi Hamka"),
        ("hadir [Amaq Rusdi] ,", "Amaq Rusdi"),
    ],
)
def test_bounded(text: str, name: str) -> None:
    assert trimmed(text) == name


def test_names_that_touch_are_one() -> None:
    assert joined([(0, 3), (3, 5), (6, 7)]) == [(0, 5), (6, 7)]
    assert joined([]) == []


def test_headlines() -> None:
    assert is_headline(["Sarif", "Lamadi", "Nakhodai", "Asosiasi", "Nelayan", "Sukamaju"])
    assert not is_headline(["Sarif", "Lamadi", "memimpin", "asosiasi", "nelayan"])
