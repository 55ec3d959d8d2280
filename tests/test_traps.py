"""The 29 traps of the domain, each with articles of its own: what a careful reader writes down, exactly.

Names, outlets and events are invented; regions are real. Numbers of the tests are those of the traps.
"""

from datetime import date
from typing import NamedTuple

from sepakat import extract
from sepakat.records import Agreement, Result
from sepakat.scoring.items import party_string


def read(wrapped: str, published: date | None = None) -> Result:
    """Read an article whose paragraphs are wrapped here and stand in one line each there."""
    return extract("\n\n".join(" ".join(paragraph.split()) for paragraph in wrapped.split("\n\n")), published=published)


class Told(NamedTuple):
    """What an agreement comes to: status, kinds of papers, day, both sides and those who signed."""

    status: str
    papers: set[str]
    signed_on: str | None
    parties: set[str]
    signers: set[str | None]


def told(result: Result, agreement: Agreement) -> Told:
    names = {person.id: person.name for person in result.people}
    bodies = {body.id: body for body in result.organisations}
    return Told(
        agreement.status,
        {paper.kind for paper in agreement.instruments},
        agreement.signed_on.date if agreement.signed_on else None,
        {party_string(bodies[id_]) for id_ in agreement.parties},
        {names[signatory.person] for signatory in agreement.signatories},
    )


def deals(result: Result) -> list[Told]:
    return [told(result, agreement) for agreement in result.agreements]


def signed(result: Result) -> Agreement:
    """The one agreement whose signing is reported."""
    (agreement,) = (agreement for agreement in result.agreements if agreement.status == "signed")
    return agreement


def witnesses(result: Result) -> set[str | None]:
    return {p.name for a in result.agreements for p in result.people if p.id in a.witnesses}


def attendees(result: Result) -> set[str | None]:
    return {p.name for a in result.agreements for p in result.people if p.id in a.attendees}


def parts(result: Result) -> dict[str | None, str]:
    return {person.name: person.part for person in result.people}


def counts(result: Result) -> set[tuple[int, str]]:
    return {(count.value, count.kind) for count in result.worker_counts}


def amounts(result: Result) -> set[tuple[int, str]]:
    return {(amount.value_idr, amount.purpose) for amount in result.amounts}


def amounts_of(result: Result, agreement: Agreement) -> set[int]:
    return {amount.value_idr for amount in result.amounts if amount.id in agreement.amounts}


def checks(result: Result) -> set[str]:
    return {check.code for check in result.checks}


def test_trap_01_mou_in_the_headline_a_discussion_in_the_body() -> None:
    result = read("""
Pemko Dumai dan BPJS Ketenagakerjaan Teken MoU Perlindungan Nelayan

DUMAI, RiauPesisir.com - Asisten I Setdako Dumai Zulfahri menerima kunjungan Kepala BPJS Ketenagakerjaan
Cabang Dumai Ratna Wilujeng di ruang kerjanya, Kamis (14/3/2024).

Pertemuan itu membahas rencana nota kesepahaman (MoU) antara Pemko Dumai dan BPJS Ketenagakerjaan tentang
perlindungan nelayan. Kedua pihak masih menyusun draf naskahnya.

"Kami pelajari dulu drafnya, terutama soal sumber anggaran," kata Zulfahri.

Ratna Wilujeng berharap pembahasan rampung tahun ini. Saat ini baru 3.120 nelayan Dumai yang terdaftar
sebagai peserta.
""")
    assert deals(result) == [
        Told("discussed", {"nota_kesepahaman"}, None, {"14.72", "bpjs/kantor_cabang/Dumai"}, set())
    ]
    assert counts(result) == {(3120, "covered")}
    assert "status_disagrees" in checks(result)


def test_trap_01_mou_in_the_headline_planned_in_the_body() -> None:
    result = read("""
MoU BPJS Ketenagakerjaan dan Pemkab Sikka untuk Penenun

MAUMERE, SuaraFlobamora.id - Pemerintah Kabupaten Sikka akan menandatangani nota kesepahaman (MoU) dengan
BPJS Ketenagakerjaan Cabang Nusa Tenggara Timur pada Senin (25/3/2024) mendatang.

Hal itu disampaikan Kepala Dinas Koperasi Sikka Yuliana Nona Du'a usai rapat persiapan di kantornya, Rabu
(20/3/2024).

"Naskahnya tinggal menunggu paraf bagian hukum," ujar Yuliana.

Melalui MoU itu, 1.240 penenun akan didaftarkan dalam program JKK dan JKM. Iurannya direncanakan dari APBD
Perubahan.
""")
    (plan,) = deals(result)
    assert plan.status == "planned"
    assert plan.papers == {"nota_kesepahaman"}
    assert plan.signed_on in ("2024-03-25", None)
    assert plan.parties == {"53.07", "bpjs/kantor_cabang/Nusa Tenggara Timur"}
    assert plan.signers == set()
    assert counts(result) == {(1240, "target")}


def test_trap_02_akan_in_a_speech_at_a_signing_that_took_place() -> None:
    result = read("""
Perangkat Desa Ngada Dijamin

BAJAWA, LintasFlores.com - Pemerintah Kabupaten Ngada dan BPJS Ketenagakerjaan Cabang Nusa Tenggara Timur
menandatangani Perjanjian Kerja Sama (PKS) jaminan sosial bagi perangkat desa di Aula Setda Ngada, Selasa
(22/8/2023).

PKS itu diteken Sekretaris Daerah Ngada Yohanes Bate Wea dan Kepala BPJS Ketenagakerjaan Cabang Nusa Tenggara
Timur Kristina Lodo.

"Sebentar lagi kita akan menandatangani perjanjian ini. Saya akan mengawal pelaksanaannya sampai ke desa,"
kata Yohanes dalam sambutannya.

Kristina Lodo menambahkan, kartu peserta akan dibagikan bertahap di tiap kecamatan.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2023-08-22",
            {"53.09", "bpjs/kantor_cabang/Nusa Tenggara Timur"},
            {"Yohanes Bate Wea", "Kristina Lodo"},
        )
    ]
    assert "status_disagrees" not in checks(result)


def test_trap_02_akan_in_the_lead_of_a_signing_that_took_place() -> None:
    result = read("""
Kapuas Lindungi Ribuan Petani Karet

KUALA KAPUAS - Petani karet di Kabupaten Kapuas akan mendapat jaminan kecelakaan kerja dan kematian. Kepastian
itu ada setelah Bupati Kapuas Benyamin Sawang dan Kepala BPJS Ketenagakerjaan Cabang Palangka Raya Siti
Mardhiah meneken nota kesepahaman, Jumat (9/2/2024).

"Tahun ini kita akan mulai dari 2.050 petani karet. Ke depan akan kita tambah," ucap Benyamin usai
penandatanganan.

Siti Mardhiah mengatakan pihaknya akan segera menyusun perjanjian kerja sama sebagai turunan MoU tersebut.
""")
    assert told(result, signed(result)) == Told(
        "signed",
        {"nota_kesepahaman"},
        "2024-02-09",
        {"62.03", "bpjs/kantor_cabang/Palangka Raya"},
        {"Benyamin Sawang", "Siti Mardhiah"},
    )
    assert {deal.status for deal in deals(result)} <= {"signed", "planned"}


def test_trap_03_renewal_with_old_counts_years_and_signers() -> None:
    result = read("""
Pemko Langsa Perpanjang Perlindungan Pekerja Rentan

LANGSA, KabarAcehTimur.com - Pemerintah Kota Langsa dan BPJS Ketenagakerjaan Cabang Langsa memperpanjang
Perjanjian Kerja Sama (PKS) perlindungan pekerja rentan, Senin (15/1/2024).

PKS yang baru ditandatangani Pj Wali Kota Langsa Teuku Razman dan Kepala BPJS Ketenagakerjaan Cabang Langsa
Dewi Kartika, berlaku sampai 31 Desember 2025.

Perjanjian sebelumnya diteken Wali Kota Langsa saat itu, Usman Basri, pada 10 Januari 2022 dan berakhir
Desember 2023.

Pada 2022 sebanyak 850 pekerja rentan telah didaftarkan. Lewat perpanjangan PKS ini jumlahnya menjadi 1.375
pekerja rentan.
""")
    agreement = signed(result)
    assert told(result, agreement) == Told(
        "signed",
        {"perjanjian_kerja_sama"},
        "2024-01-15",
        {"11.74", "bpjs/kantor_cabang/Langsa"},
        {"Teuku Razman", "Dewi Kartika"},
    )
    assert agreement.action == "renewal"
    assert agreement.term is not None
    assert agreement.term.until == "2025-12-31"
    assert counts(result) == {(850, "covered"), (1375, "covered_by_agreement")}


def test_trap_03_renewal_told_without_a_verb() -> None:
    result = read("""
Pemkot Ambon Lanjutkan Perlindungan Mitra Kebersihan

AMBON, PattimuraPos.com - Perpanjangan PKS antara Pemerintah Kota Ambon dan BPJS Ketenagakerjaan Cabang Maluku
ditandatangani di Balai Kota, Senin (3/2/2025).

Dokumen diteken Penjabat Wali Kota Ambon Dominggus Kaya dan Kepala BPJS Ketenagakerjaan Cabang Maluku Ina
Tuasela.

Dominggus Kaya menyebut pada perjanjian pertama tahun 2023 baru ratusan petugas yang terlindungi. Tahun ini
pesertanya 1.120 petugas kebersihan.

"Dulu yang tanda tangan pendahulu saya, Bodewin Latu, sekarang saya teruskan," katanya.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2025-02-03",
            {"81.71", "bpjs/kantor_cabang/Maluku"},
            {"Dominggus Kaya", "Ina Tuasela"},
        )
    ]
    assert signed(result).action == "renewal"
    assert counts(result) == {(1120, "covered_by_agreement")}


def test_trap_04_a_pks_today_that_cites_an_earlier_mou() -> None:
    result = read("""
Dinsos Kendari dan BPJS Ketenagakerjaan Teken PKS

KENDARI, SultraHariIni.id - Dinas Sosial Kota Kendari dan BPJS Ketenagakerjaan Cabang Sulawesi Tenggara
menandatangani Perjanjian Kerja Sama (PKS) perlindungan pilar sosial, Rabu (13/9/2023).

PKS diteken Kepala Dinas Sosial Kota Kendari Abdul Rauf Lamani bersama Kepala BPJS Ketenagakerjaan Cabang
Sulawesi Tenggara Minarti Hasan.

PKS ini merupakan tindak lanjut dari nota kesepahaman antara Pemerintah Kota Kendari dan BPJS Ketenagakerjaan
yang ditandatangani pada 4 Agustus 2021.

"Isinya kami rinci, siapa mendaftarkan siapa," kata Abdul Rauf.
""")
    today, earlier = deals(result)
    assert today == Told(
        "signed",
        {"perjanjian_kerja_sama"},
        "2023-09-13",
        {"Dinas Sosial Kota Kendari", "bpjs/kantor_cabang/Sulawesi Tenggara"},
        {"Abdul Rauf Lamani", "Minarti Hasan"},
    )
    assert earlier.status == "in_force"
    assert earlier.papers == {"nota_kesepahaman"}
    assert earlier.signed_on == "2021-08-04"
    assert "74.71" in earlier.parties
    assert earlier.signers == set()


def test_trap_04_the_earlier_agreement_opens_the_lead() -> None:
    result = read("""
Dinas Perikanan Belitung Teken PKS

TANJUNGPANDAN, LaskarBelitong.com - Menindaklanjuti nota kesepakatan antara Pemkab Belitung dan BPJS
Ketenagakerjaan tertanggal 8 Maret 2022, Dinas Perikanan Kabupaten Belitung meneken Perjanjian Kerja Sama
(PKS) dengan BPJS Ketenagakerjaan Cabang Pangkal Pinang, Kamis (20/6/2024).

Penandatanganan dilakukan Kepala Dinas Perikanan Kabupaten Belitung Firdaus Zaman dan Kepala BPJS
Ketenagakerjaan Cabang Pangkal Pinang Evi Haliyati.

Sebanyak 1.420 nelayan didaftarkan melalui PKS tersebut.
""")
    earlier, today = deals(result)
    assert (earlier.status, earlier.papers) == ("in_force", {"nota_kesepakatan"})
    assert earlier.signed_on == "2022-03-08"
    assert "19.02" in earlier.parties
    assert earlier.signers == set()
    assert today == Told(
        "signed",
        {"perjanjian_kerja_sama"},
        "2024-06-20",
        {"Dinas Perikanan Kabupaten Belitung", "bpjs/kantor_cabang/Pangkal Pinang"},
        {"Firdaus Zaman", "Evi Haliyati"},
    )
    assert counts(result) == {(1420, "covered_by_agreement")}


def test_trap_05_the_guest_of_honour_is_quoted_most() -> None:
    result = read("""
Gubernur: Nelayan Mamuju Tak Boleh Melaut Tanpa Jaminan

MAMUJU, WartaMandar.com - Gubernur Sulawesi Barat Andi Baharuddin Lopa menyaksikan penandatanganan MoU antara
Pemerintah Kabupaten Mamuju dan BPJS Ketenagakerjaan Cabang Sulawesi Barat di Anjungan Pantai Manakarra, Kamis
(16/5/2024).

"Laut kita ganas. Jangan ada lagi istri nelayan yang menanggung sendiri," kata Andi Baharuddin.

"Saya minta lima kabupaten lain menyusul," ujar Gubernur lagi. Ia akan memantau sendiri pelaksanaannya.

MoU ditandatangani Bupati Mamuju Sitti Rahmah Talib dan Kepala BPJS Ketenagakerjaan Cabang Sulawesi Barat
Irwan Paembonan.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-05-16",
            {"76.02", "bpjs/kantor_cabang/Sulawesi Barat"},
            {"Sitti Rahmah Talib", "Irwan Paembonan"},
        )
    ]
    assert parts(result)["Andi Baharuddin Lopa"] == "witness"


def test_trap_05_the_guest_is_named_once_as_a_witness_by_his_office() -> None:
    result = read("""
Wamen: Pekerja Migran NTB Harus Pulang dengan Selamat

MATARAM, GumiSasak.com - Wakil Menteri Ketenagakerjaan Rahmat Afriyanto meminta daerah serius melindungi
pekerja migran. "Mereka pahlawan keluarga," katanya di Kantor Gubernur NTB, Selasa (11/6/2024).

Di tempat itu, Pemerintah Provinsi Nusa Tenggara Barat dan BPJS Ketenagakerjaan Cabang Nusa Tenggara Barat
menandatangani nota kesepahaman perlindungan pekerja migran.

"Tolong jangan hanya seremonial," pesan Rahmat Afriyanto.

Nota diteken Sekretaris Daerah NTB Lalu Gita Ardana dan Kepala BPJS Ketenagakerjaan Cabang Nusa Tenggara Barat
Nasrun Halim, disaksikan Wakil Menteri.
""")
    (deal,) = deals(result)
    assert deal.status == "signed"
    assert deal.parties == {"52", "bpjs/kantor_cabang/Nusa Tenggara Barat"}
    assert deal.signers == {"Lalu Gita Ardana", "Nasrun Halim"}
    assert parts(result)["Rahmat Afriyanto"] == "witness"
    assert witnesses(result) == {"Rahmat Afriyanto"}


def test_trap_06_the_lead_says_the_regent_paragraph_three_the_head_of_dinas() -> None:
    result = read("""
Bupati Lahat Teken PKS dengan BPJS Ketenagakerjaan

LAHAT, SeganteSetungguan.com - Bupati Lahat Zainal Mukmin melakukan penandatanganan Perjanjian Kerja Sama
dengan BPJS Ketenagakerjaan Cabang Muara Enim, Kamis (5/10/2023).

Kerja sama itu untuk melindungi petani kopi melalui program JKK dan JKM.

Penandatanganan PKS dilakukan oleh Kepala Dinas Perkebunan Kabupaten Lahat Fitriyansyah yang mewakili bupati
dengan Kepala BPJS Ketenagakerjaan Cabang Muara Enim Linda Octaviani.

"Bapak bupati sedang dinas luar," kata Fitriyansyah.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2023-10-05",
            {"16.04", "bpjs/kantor_cabang/Muara Enim"},
            {"Fitriyansyah", "Linda Octaviani"},
        )
    ]


def test_trap_06_the_account_of_both_sides_names_who_signed() -> None:
    result = read("""
Wali Kota Samarinda Teken MoU dengan BPJS Ketenagakerjaan

SAMARINDA, TepianPos.com - Wali Kota Samarinda Andi Harunsyah menandatangani MoU dengan BPJS Ketenagakerjaan
Cabang Samarinda, Rabu (24/4/2024).

MoU itu menyasar juru parkir dan penggali pasir.

Naskah ditandatangani Kepala Dinas Tenaga Kerja Kota Samarinda Wahyono Hadi dan Kepala BPJS Ketenagakerjaan
Cabang Samarinda Agus Dwi. Wali Kota berhalangan hadir.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-04-24",
            {"64.72", "bpjs/kantor_cabang/Samarinda"},
            {"Wahyono Hadi", "Agus Dwi"},
        )
    ]


def test_trap_06_a_regent_who_signs_with_the_branch_head_stays() -> None:
    result = read("""
Bupati Tuban Teken MoU dengan BPJS Ketenagakerjaan

TUBAN, RonggolawePos.com - Bupati Tuban Aditya Halimawan dan Kepala BPJS Ketenagakerjaan Cabang Bojonegoro
Anita Riza menandatangani MoU, Senin (17/6/2024), di Pendopo Krido Manunggal.

Kepala Dinas Tenaga Kerja Kabupaten Tuban Sugeng Purnomo yang mendampingi bupati menyebut 2.900 buruh tani
tembakau didaftarkan melalui MoU itu dengan DBHCHT.

"Segera kami salurkan," ujar Sugeng Purnomo.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-06-17",
            {"35.23", "bpjs/kantor_cabang/Bojonegoro"},
            {"Aditya Halimawan", "Anita Riza"},
        )
    ]
    assert signed(result).funding == ("dbhcht",)


def test_trap_07_wali_kota_diwakili_wakil() -> None:
    result = read("""
Ojek dan Buruh Gudang Kota Bima Dijamin

KOTA BIMA, MbojoPos.com - Penandatanganan MoU antara Pemerintah Kota Bima dan BPJS Ketenagakerjaan Cabang Nusa
Tenggara Barat berlangsung di Paruga Nae, Senin (10/6/2024).

MoU ditandatangani Wali Kota Bima H. Mukhlis Abidin yang diwakili Wakil Wali Kota Bima Feri Sofyandi bersama
Kepala BPJS Ketenagakerjaan Cabang Nusa Tenggara Barat Boby Foriadi.

"Pak Wali titip salam dan minta segera dijalankan," kata Feri Sofyandi.

Boby Foriadi menyebut 975 pengojek dan buruh gudang dilindungi melalui MoU ini.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-06-10",
            {"52.72", "bpjs/kantor_cabang/Nusa Tenggara Barat"},
            {"Feri Sofyandi", "Boby Foriadi"},
        )
    ]
    assert counts(result) == {(975, "covered_by_agreement")}
    assert parts(result)["Mukhlis Abidin"] == "mentioned"


def test_trap_07_bupati_dalam_hal_ini_diwakili_sekda() -> None:
    result = read("""
Pemkab Bantul dan BPJS Ketenagakerjaan Sepakati Nota Kesepakatan

BANTUL - Bupati Bantul, dalam hal ini diwakili Sekretaris Daerah Kabupaten Bantul Drs. Agus Sriyanto, M.M.,
menandatangani Nota Kesepakatan dengan Kepala BPJS Ketenagakerjaan Cabang Yogyakarta Teguh Wahyono, Selasa
(7/5/2024).

Nota itu mengatur perlindungan bagi pamong kalurahan dan kader posyandu.

"Kader posyandu bekerja tanpa pamrih, kita yang harus menjaga," tutur Agus Sriyanto.

Teguh Wahyono menjelaskan manfaat JKK dan JKM mulai berlaku bulan berikutnya.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepakatan"},
            "2024-05-07",
            {"34.02", "bpjs/kantor_cabang/Yogyakarta"},
            {"Agus Sriyanto", "Teguh Wahyono"},
        )
    ]


def test_trap_08_two_bpjs_heads_one_only_accompanies() -> None:
    result = read("""
Bupati Kotabaru Teken Kerja Sama untuk Buruh Karet

KOTABARU, BanuaPesisir.id - Bupati Kotabaru Sayed Anwar menandatangani perjanjian kerja sama dengan Kepala
BPJS Ketenagakerjaan Cabang Batulicin Mirza Rahmadi di Siring Laut, Rabu (17/7/2024).

Mirza Rahmadi didampingi Kepala Kantor Cabang Perintis BPJS Ketenagakerjaan Kotabaru Helda Yuniarti.

Helda Yuniarti menjelaskan, 640 buruh sadap karet didaftarkan lewat perjanjian ini. "Kantor kami terbuka
untuk laporan klaim," katanya.

Menurut Helda, iuran ditanggung APBD selama setahun.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2024-07-17",
            {"63.02", "bpjs/kantor_cabang/Batulicin"},
            {"Sayed Anwar", "Mirza Rahmadi"},
        )
    ]
    assert attendees(result) == {"Helda Yuniarti"}
    assert counts(result) == {(640, "covered_by_agreement")}


def test_trap_08_the_head_of_the_regional_office_speaks_for_the_branch() -> None:
    result = read("""
Pemprov Kalsel dan BPJS Ketenagakerjaan Teken MoU

BANJARBARU, BanuaKita.com - Gubernur Kalimantan Selatan Sahbirin Anwar menandatangani MoU dengan Kepala BPJS
Ketenagakerjaan Cabang Banjarmasin Tedy Rahman, Selasa (6/2/2024).

Turut hadir Kepala Kantor Wilayah BPJS Ketenagakerjaan Kalimantan Erfan Kurnia.

Erfan Kurnia mengatakan Kalimantan Selatan menjadi provinsi ketiga di wilayahnya yang meneken MoU serupa.
"Kami targetkan 50.000 pekerja rentan," ujarnya.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-02-06",
            {"63", "bpjs/kantor_cabang/Banjarmasin"},
            {"Sahbirin Anwar", "Tedy Rahman"},
        )
    ]
    assert attendees(result) == {"Erfan Kurnia"}
    assert counts(result) == {(50_000, "target")}


def test_trap_09_kepala_bpjs_cabang_is_kesehatans_in_a_double_signing() -> None:
    result = read("""
Pemkot Parepare Gandeng Dua BPJS

PAREPARE, AjatapparengNews.com - Pemerintah Kota Parepare menandatangani dua naskah sekaligus, Kamis
(18/1/2024), yaitu rencana kerja dengan BPJS Kesehatan Cabang Parepare dan PKS dengan BPJS Ketenagakerjaan
Cabang Parepare.

Rencana kerja diteken Kepala BPJS Cabang Parepare dr. Wahyuni Saleh dari BPJS Kesehatan.

Adapun PKS ditandatangani Wali Kota Parepare Taufan Lamade dan Kepala BPJS Ketenagakerjaan Cabang Parepare
Gunadi Rante.

"Dua-duanya melindungi warga, yang satu sakit, yang satu kerja," kata Taufan Lamade.
""")
    assert told(result, signed(result)) == Told(
        "signed",
        {"perjanjian_kerja_sama"},
        "2024-01-18",
        {"73.72", "bpjs/kantor_cabang/Parepare"},
        {"Taufan Lamade", "Gunadi Rante"},
    )
    assert len(result.agreements) == 1


def test_trap_09_both_bodies_in_one_clause() -> None:
    result = read("""
Bupati Enrekang Teken Kerja Sama dengan BPJS Kesehatan dan BPJS Ketenagakerjaan

ENREKANG, MassenrempuluPos.com - Bupati Enrekang Muslimin Bandu menandatangani perjanjian kerja sama dengan
BPJS Kesehatan dan BPJS Ketenagakerjaan, Senin (22/1/2024).

Untuk BPJS Kesehatan, dokumen ditandatangani Kepala BPJS Cabang Makale Fitri Rahman.

Sementara dengan BPJS Ketenagakerjaan, perjanjian diteken Kepala BPJS Ketenagakerjaan Cabang Palopo Hendra
Batara.

"Total 1.870 perangkat desa terlindungi lewat perjanjian dengan BPJS Ketenagakerjaan," kata Muslimin.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2024-01-22",
            {"73.16", "bpjs/kantor_cabang/Palopo"},
            {"Muslimin Bandu", "Hendra Batara"},
        )
    ]
    assert parts(result)["Fitri Rahman"] == "mentioned"
    assert counts(result) == {(1870, "covered_by_agreement")}


def test_trap_10_kesehatan_and_ketenagakerjaan_for_one_party() -> None:
    result = read("""
Pemkab Sambas Kerja Sama dengan Dua BPJS

SAMBAS, BorneoBarat.com - Bupati Sambas Sabhan Nurdin menandatangani perjanjian kerja sama dengan BPJS
Kesehatan Cabang Singkawang tentang jaminan kesehatan 210.455 warga, Senin (8/1/2024).

Pada hari yang sama, Sabhan Nurdin dan Kepala BPJS Ketenagakerjaan Cabang Singkawang Rini Astuti
menandatangani nota kesepakatan tentang perlindungan 3.300 guru ngaji.

Untuk JKN, Pemkab menyiapkan Rp31,5 miliar. Iuran guru ngaji Rp16.800 per orang per bulan.

"Keduanya kewajiban daerah," ujar Sabhan Nurdin.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepakatan"},
            "2024-01-08",
            {"61.01", "bpjs/kantor_cabang/Singkawang"},
            {"Sabhan Nurdin", "Rini Astuti"},
        )
    ]
    assert counts(result) == {(3300, "covered_by_agreement")}
    assert amounts_of(result, signed(result)) == {16_800}


def test_trap_10_a_mou_of_bpjs_kesehatan_alone_is_none() -> None:
    result = read("""
Pemkab Belu dan BPJS Kesehatan Perpanjang MoU JKN

ATAMBUA, TapalBatas.id - Bupati Belu Willybrodus Bere dan Kepala BPJS Kesehatan Cabang Atambua dr. Munaqib
Hale menandatangani perpanjangan MoU Jaminan Kesehatan Nasional, Rabu (6/12/2023).

Sebanyak 24.810 jiwa ditanggung melalui MoU itu dengan anggaran Rp11,2 miliar.

"Kesehatan itu hak dasar," kata Willybrodus Bere.

Ia menambahkan, urusan BPJS Ketenagakerjaan bagi perangkat desa sudah berjalan lebih dahulu melalui dana desa.
""")
    assert result.agreements == ()
    assert "signatory" not in parts(result).values()


def test_trap_11_claimants_and_the_dead_beside_signers() -> None:
    result = read("""
Pemkab Wakatobi Teken MoU, Ahli Waris Nelayan Terima Santunan

WANGI-WANGI, KepulauanTukangBesi.com - Bupati Wakatobi La Ode Hamsiru dan Kepala BPJS Ketenagakerjaan Cabang
Baubau Sartika Wulandari menandatangani MoU di Pesanggrahan, Jumat (3/11/2023).

Usai penandatanganan, La Ode Hamsiru bersama Sartika Wulandari menyerahkan santunan kematian Rp42 juta kepada
Wa Ode Marni, istri almarhum La Hamidu, nelayan asal Tomia.

Santunan juga diterima Wa Suria, ahli waris almarhumah Wa Ndae.

"Terima kasih, ini untuk sekolah anak," kata Wa Ode Marni.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2023-11-03",
            {"74.07", "bpjs/kantor_cabang/Baubau"},
            {"La Ode Hamsiru", "Sartika Wulandari"},
        )
    ]
    assert {name for name, part in parts(result).items() if part == "private"} == {
        "Wa Ode Marni",
        "La Hamidu",
        "Wa Suria",
        "Wa Ndae",
    }
    assert counts(result) == set()


def test_trap_12_santunan_taken_as_the_value_of_the_deal() -> None:
    result = read("""
Kerja Sama Rp1,2 Miliar untuk Petani Sawit Seruyan

KUALA PEMBUANG, SeruyanKini.com - Pemerintah Kabupaten Seruyan meneken PKS dengan BPJS Ketenagakerjaan Cabang
Sampit, Selasa (20/2/2024). Anggarannya Rp1,2 miliar dari DBH sawit.

PKS ditandatangani Pj Bupati Seruyan Djainuddin Noor dan Kepala BPJS Ketenagakerjaan Cabang Sampit Erna
Sulastri.

Pada kesempatan itu diserahkan santunan JKM Rp42 juta dan beasiswa Rp174 juta kepada ahli waris.

Erna Sulastri menyebut klaim yang dibayarkan sepanjang 2023 mencapai Rp18,6 miliar.
""")
    assert amounts(result) == {
        (1_200_000_000, "budget"),
        (42_000_000, "death_benefit"),
        (174_000_000, "scholarship"),
        (18_600_000_000, "claims_total"),
    }
    agreement = signed(result)
    assert amounts_of(result, agreement) == {1_200_000_000}
    assert agreement.funding == ("dbh_sawit",)
    assert told(result, agreement).signers == {"Djainuddin Noor", "Erna Sulastri"}


def test_trap_13_the_universe_taken_as_newly_covered() -> None:
    result = read("""
Pemkab Garut Lindungi Pekerja Rentan Lewat MoU

GARUT, PriatimPost.com - Bupati Garut Dadang Suhermawan dan Kepala BPJS Ketenagakerjaan Cabang Garut Wulan
Permatasari menandatangani MoU perlindungan pekerja rentan, Kamis (25/4/2024).

Sebanyak 12.500 pekerja rentan didaftarkan melalui MoU ini.

Wulan Permatasari memaparkan, total pekerja di Garut mencapai 1.104.300 orang. Dari jumlah itu baru 168.240
pekerja yang sudah terlindungi, sedangkan 936.060 pekerja belum menjadi peserta.

"Tahun depan kita targetkan 25.000 pekerja rentan," kata Dadang.
""")
    assert counts(result) == {
        (12_500, "covered_by_agreement"),
        (1_104_300, "workforce"),
        (168_240, "covered"),
        (936_060, "uncovered"),
        (25_000, "target"),
    }
    ids = {count.id: count.value for count in result.worker_counts}
    assert 1_104_300 not in {ids[id_] for id_ in signed(result).worker_counts}


def test_trap_14_villages_letters_and_firms_taken_as_workers() -> None:
    result = read("""
Kejari Asahan dan BPJS Ketenagakerjaan Teken MoU

KISARAN, AsahanPos.com - Kejaksaan Negeri Asahan dan BPJS Ketenagakerjaan Cabang Kisaran menandatangani nota
kesepahaman bidang perdata dan tata usaha negara, Rabu (24/1/2024).

Penandatanganan dilakukan Kepala Kejaksaan Negeri Asahan Dedyng Wibisana dan Kepala BPJS Ketenagakerjaan
Cabang Kisaran Nurmala Damanik.

Sepanjang 2023 telah diserahkan 115 Surat Kuasa Khusus (SKK) terhadap 98 perusahaan dan 177 desa. Tunggakan
iuran yang dipulihkan Rp742 juta, menyangkut 2.316 tenaga kerja di 41 badan usaha.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-01-24",
            {"Kejaksaan Negeri Asahan", "bpjs/kantor_cabang/Kisaran"},
            {"Dedyng Wibisana", "Nurmala Damanik"},
        )
    ]
    assert {count.value for count in result.worker_counts} == {2316}
    assert amounts(result) == {(742_000_000, "arrears")}


def test_trap_15_village_target_current_and_sponsored_numbers() -> None:
    result = read("""
54 Desa di Purbalingga Ikut Kerja Sama

PURBALINGGA - Pemerintah Kabupaten Purbalingga dan BPJS Ketenagakerjaan Cabang Purwokerto meneken kerja sama
program Desa Sadar Jaminan Sosial, Selasa (14/5/2024). Program itu menjangkau 54 desa.

Melalui kerja sama ini 4.860 pekerja desa didaftarkan.

Kepala Dinas Pemberdayaan Masyarakat dan Desa Purbalingga Sigit Raharjo menyebut sampai April 2024 sudah 2.175
pekerja desa terlindungi. Adapun 320 pekerja rentan ditanggung dana CSR.

Targetnya pada 2025 seluruh 224 desa ikut dengan 20.000 pekerja.
""")
    assert {value for value, _ in counts(result)} == {4860, 2175, 320, 20_000}
    kinds = dict(counts(result))
    assert kinds[4860] == "covered_by_agreement"
    assert kinds[2175] == "covered"
    assert kinds[20_000] == "target"


def test_trap_16_a_read_also_headline_of_another_deal() -> None:
    result = read("""
Pemkot Palopo Teken MoU Perlindungan Buruh Pelabuhan

PALOPO, LuwuRaya.net - Penjabat Wali Kota Palopo Asrul Sani Manggala menandatangani MoU dengan Kepala BPJS
Ketenagakerjaan Cabang Palopo Hendra Batara, Senin (4/3/2024).

BACA JUGA: Bupati Luwu Utara Indra Pasolong Teken PKS BPJS Ketenagakerjaan, Rp2,4 Miliar untuk 9.800 Petani

MoU itu melindungi 415 buruh pelabuhan

Baca juga: Kota Makassar dan BPJS Ketenagakerjaan Tandatangani MoU untuk 33.000 Ketua RT

dengan program JKK dan JKM selama satu tahun.

"Mereka angkat beban berat setiap hari," kata Asrul Sani.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-03-04",
            {"73.73", "bpjs/kantor_cabang/Palopo"},
            {"Asrul Sani Manggala", "Hendra Batara"},
        )
    ]
    assert counts(result) == {(415, "covered_by_agreement")}
    assert amounts(result) == set()
    assert "Indra Pasolong" not in parts(result)
    assert signed(result).programmes == ("JKK", "JKM")


def test_trap_17_statement_date_is_no_signing_date() -> None:
    result = read(
        """
BPJS Ketenagakerjaan dan Pemprov Papua Barat Daya Jalin Kerja Sama

SORONG, KasuariPost.com - Pemerintah Provinsi Papua Barat Daya dan BPJS Ketenagakerjaan Cabang Papua Barat
telah menandatangani perjanjian kerja sama perlindungan mama-mama pasar.

Hal itu disampaikan Kepala BPJS Ketenagakerjaan Cabang Papua Barat Iguh Prasojo dalam keterangan tertulis,
Selasa (12/3/2024).

"Per 29 Februari 2024 peserta aktif di Sorong Raya 51.900 orang," kata Iguh Prasojo.

Ia berharap perlindungan itu berlaku hingga 31 Desember 2024.
""",
        date(2024, 3, 13),
    )
    assert deals(result) == [
        Told("signed", {"perjanjian_kerja_sama"}, None, {"96", "bpjs/kantor_cabang/Papua Barat"}, set())
    ]
    (count,) = result.worker_counts
    assert (count.value, count.kind, count.as_of) == (51_900, "covered", "2024-02-29")


def test_trap_17_publication_and_statistic_beside_the_event() -> None:
    result = read(
        """
Kejati Bengkulu dan BPJS Ketenagakerjaan Sepakat

Jumat, 24 November 2023 | 09:14 WIB

BENGKULU, RaflesiaNews.com - Kejaksaan Tinggi Bengkulu dan BPJS Ketenagakerjaan Cabang Bengkulu melakukan
penandatanganan PKS bidang Datun, Rabu (22/11/2023).

PKS diteken Kepala Kejaksaan Tinggi Bengkulu Rina Syafrida dan Kepala BPJS Ketenagakerjaan Cabang Bengkulu
M. Fadli Usman.

"Sampai 31 Oktober 2023 masih ada tunggakan iuran Rp6,8 miliar," ujar Fadli Usman saat ditemui, Kamis
(23/11/2023).
""",
        date(2023, 11, 24),
    )
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2023-11-22",
            {"Kejaksaan Tinggi Bengkulu", "bpjs/kantor_cabang/Bengkulu"},
            {"Rina Syafrida", "M. Fadli Usman"},
        )
    ]
    assert amounts(result) == {(6_800_000_000, "arrears")}


def test_trap_17_a_weekday_counted_back_beside_a_statement_and_an_expiry() -> None:
    result = read(
        """
Kadin Balikpapan Gandeng BPJS Ketenagakerjaan

BALIKPAPAN, BeriguPos.com - Kadin Kota Balikpapan dan BPJS Ketenagakerjaan Cabang Balikpapan menandatangani
nota kesepahaman, Selasa lalu.

Nota diteken Ketua Kadin Kota Balikpapan Yaser Arafat dan Kepala BPJS Ketenagakerjaan Cabang Balikpapan
Murniati.

"Per 31 Desember 2023 ada 412 badan usaha kecil yang belum patuh," kata Murniati saat dihubungi, Jumat (2/2).
""",
        date(2024, 2, 2),
    )
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-01-30",
            {"Kadin Kota Balikpapan", "bpjs/kantor_cabang/Balikpapan"},
            {"Yaser Arafat", "Murniati"},
        )
    ]
    assert counts(result) == set()


def test_trap_18_an_impossible_date_is_kept_and_flagged() -> None:
    result = read(
        """
BAZNAS Lombok Utara Lindungi Marbot

TANJUNG, DayanGunung.com - BAZNAS Kabupaten Lombok Utara dan BPJS Ketenagakerjaan Cabang Nusa Tenggara Barat
menandatangani MoU perlindungan marbot di Masjid Agung, Kamis (31/4/2024).

MoU ditandatangani Ketua BAZNAS Kabupaten Lombok Utara TGH. Mahsun Faizi dan Kepala BPJS Ketenagakerjaan
Cabang Nusa Tenggara Barat Nasrun Halim.

Sebanyak 505 marbot didaftarkan dengan dana zakat.
""",
        date(2024, 5, 3),
    )
    agreement = signed(result)
    assert told(result, agreement).signed_on == "2024-04"  # the day does not exist, the month is told
    assert "impossible_date" in checks(result)
    assert agreement.funding == ("zakat",)
    assert counts(result) == {(505, "covered_by_agreement")}


def test_trap_18_a_wrong_weekday_is_kept_and_flagged() -> None:
    result = read(
        """
Pemkab Alor Teken PKS Jaminan Sosial

KALABAHI, NusaKenari.id - Penjabat Bupati Alor Zet Malaipada dan Kepala BPJS Ketenagakerjaan Cabang Nusa
Tenggara Timur Kristofel Manu menandatangani PKS di Aula Tuti Adagae, Senin (5/6/2024).

PKS mengatur kepesertaan 1.190 tenaga honorer.

"Honorer kita juga pekerja," kata Zet Malaipada.

Kristofel Manu menyampaikan bahwa kartu peserta segera dicetak dan dibagikan.
""",
        date(2024, 6, 6),
    )
    agreement = signed(result)
    assert agreement.signed_on is not None
    assert agreement.signed_on.date == "2024-06-05"  # a Wednesday
    assert agreement.signed_on.weekday_agrees is False
    assert "weekday_mismatch" in checks(result)


def test_trap_18_a_garbled_year_is_not_repaired() -> None:
    result = read("""
Pemkot Bitung dan BPJS Ketenagakerjaan Teken MoU

BITUNG, CakalangNews.com - Wali Kota Bitung Maurits Tangkudung dan Kepala BPJS Ketenagakerjaan Cabang Bitung
Sunardi Pakaya menandatangani MoU, Rabu (17/5/22023), di Balai Kota.

MoU itu menyangkut anak buah kapal ikan di bawah 30 GT.

"ABK kita banyak yang belum punya jaminan," kata Maurits Tangkudung.

Menurut Sunardi Pakaya, pendaftaran dilakukan melalui kelurahan.
""")
    agreement = signed(result)
    assert agreement.signed_on is None or agreement.signed_on.date != "2023-05-17"
    assert "impossible_date" in checks(result)


def test_trap_19_region_not_from_dateline_or_venue() -> None:
    result = read("""
Pemkab Buru Teken PKS di Ambon

AMBON, ManiseKini.com - Bertempat di Hotel Santika Ambon, Pemerintah Kabupaten Buru menandatangani PKS dengan
BPJS Ketenagakerjaan Cabang Maluku, Senin (13/11/2023).

PKS ditandatangani Penjabat Bupati Buru Djalaludin Salampessy dan Kepala BPJS Ketenagakerjaan Cabang Maluku
Mangasa Oloan.

Pekerja penyulingan minyak kayu putih menjadi sasaran pertama.

"Kami dari Namlea sengaja datang ke Ambon," kata Djalaludin.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2023-11-13",
            {"81.04", "bpjs/kantor_cabang/Maluku"},
            {"Djalaludin Salampessy", "Mangasa Oloan"},
        )
    ]


def test_trap_19_region_not_from_the_branch() -> None:
    result = read("""
Pekerja Rentan Pesisir Barat Terlindungi

BANDAR LAMPUNG, SaiBatin.com - Bupati Pesisir Barat Agus Istiqomah Lal meneken nota kesepakatan dengan BPJS
Ketenagakerjaan Cabang Bandar Lampung di Swiss-Belhotel Bandar Lampung, Rabu (19/6/2024).

Dari pihak BPJS Ketenagakerjaan, nota kesepakatan ditandatangani Kepala Cabang Bandar Lampung Yuni Prabowo.

"Krui jauh dari Bandar Lampung, tapi perlindungan harus sampai," ujar Agus.

Kerja sama itu mencakup nelayan dan petani damar.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepakatan"},
            "2024-06-19",
            {"18.13", "bpjs/kantor_cabang/Bandar Lampung"},
            {"Agus Istiqomah Lal", "Yuni Prabowo"},
        )
    ]


def test_trap_20_a_regency_that_shares_its_name_with_a_city() -> None:
    result = read("""
Pemkab Tegal Lindungi Pekerja Logam

SLAWI, TegalLakalaka.com - Bupati Tegal Umi Masrifah dan Kepala BPJS Ketenagakerjaan Cabang Tegal Bambang
Irianto menandatangani MoU, Kamis (7/3/2024), di Pendopo Amangkurat.

Pemkab Tegal mendaftarkan 1.815 pekerja logam rumahan.

"Tegal dikenal karena logamnya, maka pekerjanya harus aman," kata Umi Masrifah.

Bambang Irianto mengatakan Pemkab Tegal termasuk cepat menganggarkan.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-03-07",
            {"33.28", "bpjs/kantor_cabang/Tegal"},
            {"Umi Masrifah", "Bambang Irianto"},
        )
    ]
    assert "region_ambiguous" not in checks(result)


def test_trap_20_the_city_of_that_name() -> None:
    result = read("""
Wali Kota Gorontalo Teken Kerja Sama

GORONTALO, HulonthaloPos.com - Wali Kota Gorontalo Ismail Monoarfa dan Kepala BPJS Ketenagakerjaan Cabang
Gorontalo Fahmi Tuloli menandatangani perjanjian kerja sama, Selasa (16/1/2024).

Perjanjian itu melindungi 2.240 pengemudi bentor di Kota Gorontalo.

"Bentor ikon Gorontalo," kata Ismail Monoarfa.

Fahmi Tuloli mengapresiasi langkah Pemerintah Kota Gorontalo.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2024-01-16",
            {"75.71", "bpjs/kantor_cabang/Gorontalo"},
            {"Ismail Monoarfa", "Fahmi Tuloli"},
        )
    ]
    assert counts(result) == {(2240, "covered_by_agreement")}


def test_trap_20_kabupaten_written_for_a_kota() -> None:
    result = read("""
Pemerintah Kabupaten Tomohon Teken MoU

TOMOHON, MinaesaKita.com - Pemerintah Kabupaten Tomohon dan BPJS Ketenagakerjaan Cabang Minahasa
menandatangani MoU, Jumat (26/4/2024).

MoU ditandatangani Wali Kota Tomohon Carol Mandagi dan Kepala BPJS Ketenagakerjaan Cabang Minahasa
Stenly Rorong.

Sebanyak 380 petani bunga menjadi peserta melalui MoU tersebut.

"Bunga indah karena tangan petani," ujar Carol Mandagi.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2024-04-26",
            {"71.73", "bpjs/kantor_cabang/Minahasa"},
            {"Carol Mandagi", "Stenly Rorong"},
        )
    ]
    assert "region_type" in checks(result)


def test_trap_21_kejaksaan_negeri_setempat() -> None:
    result = read("""
BPJS Ketenagakerjaan Gandeng Kejaksaan di Cilacap

CILACAP, SerayuPos.com - BPJS Ketenagakerjaan Cabang Cilacap menandatangani perjanjian kerja sama dengan
Kejaksaan Negeri setempat untuk menagih perusahaan di Kabupaten Cilacap yang menunggak, Kamis (11/1/2024).

Perjanjian diteken Kepala Kejaksaan Negeri Cilacap Sunarwan Hadi dan Kepala BPJS Ketenagakerjaan Cabang
Cilacap Endah Purwanti.

"Iuran itu hak pekerja," kata Sunarwan Hadi.
""")
    (deal,) = deals(result)
    assert deal.status == "signed"
    assert deal.signers == {"Sunarwan Hadi", "Endah Purwanti"}
    agreement = signed(result)
    (prosecutor,) = (
        body for body in result.organisations if body.id in agreement.parties and body.kind == "prosecutor"
    )
    assert prosecutor.region is not None
    assert prosecutor.region.code == "33.01"


def test_trap_21_kejari_setempat_takes_the_region_of_the_article() -> None:
    result = read("""
BPJS Ketenagakerjaan dan Kejari Bersinergi

AMLAPURA, LempuyangPos.com - BPJS Ketenagakerjaan Cabang Bali Denpasar menandatangani MoU dengan Kejaksaan
Negeri setempat di Kabupaten Karangasem, Rabu (13/3/2024).

MoU diteken Kajari I Wayan Suardana dan Kepala BPJS Ketenagakerjaan Cabang Bali Denpasar Ni Luh Sri Wedari.

"Ada 37 perusahaan di Karangasem yang menunggak," kata I Wayan Suardana.
""")
    agreement = signed(result)
    assert told(result, agreement).signers == {"I Wayan Suardana", "Ni Luh Sri Wedari"}
    assert told(result, agreement).signed_on == "2024-03-13"
    regions = {b.region.code for b in result.organisations if b.kind == "prosecutor" and b.region}
    assert regions == {"51.07"}
    assert counts(result) == set()


def test_trap_22_se_provinsi_is_not_enumerated() -> None:
    result = read("""
Kejari se-Sulawesi Tengah Teken PKS

PALU, TadulakoKini.com - Kejaksaan Tinggi Sulawesi Tengah dan BPJS Ketenagakerjaan Cabang Palu menandatangani
MoU di Hotel Santika Palu, Rabu (6/9/2023).

MoU ditandatangani Kepala Kejaksaan Tinggi Sulawesi Tengah Agus Salim Tahir dan Kepala BPJS Ketenagakerjaan
Cabang Palu Lubis Latif.

Kegiatan itu dihadiri para kepala kejaksaan negeri se-Sulawesi Tengah.

"Semua kabupaten dan kota se-Sulteng kami minta menindaklanjuti," kata Agus Salim Tahir.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"nota_kesepahaman"},
            "2023-09-06",
            {"Kejaksaan Tinggi Sulawesi Tengah", "bpjs/kantor_cabang/Palu"},
            {"Agus Salim Tahir", "Lubis Latif"},
        )
    ]
    assert not any(body.region and body.region.level == "regency" for body in result.organisations)


def test_trap_23_already_covered_but_no_mou_yet() -> None:
    result = read("""
Petugas Kebersihan Nabire Sudah Dijamin

NABIRE, PapuaTengahPos.com - Kepala Dinas Lingkungan Hidup Kabupaten Nabire Yulianus Pigai memastikan 214
petugas kebersihan sudah terlindungi BPJS Ketenagakerjaan, Senin (19/2/2024).

"Sudah terlindungi, cuma belum ada MoU. Iurannya kami bayar rutin tiap bulan," katanya di Nabire.

Menurut Yulianus Pigai, petugas yang celaka tahun lalu telah dilayani di rumah sakit tanpa biaya.

Ia meminta petugas tetap memakai sepatu dan sarung tangan.
""")
    assert not [deal for deal in deals(result) if deal.status in ("signed", "in_force", "expired")]
    assert counts(result) == {(214, "covered")}


def test_trap_23_covered_first_and_the_mou_to_follow() -> None:
    result = read(
        """
Pemulung Tarakan Sudah Dijamin, MoU Menyusul

TARAKAN, PaguntakaNews.com - Sebanyak 322 pemulung di Kota Tarakan sudah terlindungi BPJS Ketenagakerjaan
meskipun MoU belum ditandatangani.

Kepala BPJS Ketenagakerjaan Cabang Tarakan Lina Marlina mengatakan, MoU dengan Pemerintah Kota Tarakan akan
ditandatangani pada April mendatang.

"Pemulung sudah terdaftar, tinggal MoU-nya saja," ujarnya, Selasa (5/3/2024).
""",
        date(2024, 3, 5),
    )
    (deal,) = deals(result)
    assert (deal.status, deal.papers) == ("planned", {"nota_kesepahaman"})
    assert deal.parties == {"65.71", "bpjs/kantor_cabang/Tarakan"}
    assert deal.signers == set()
    assert deal.signed_on != "2024-03-05"
    assert counts(result) == {(322, "covered")}


def test_trap_24_kesepakatan_as_plain_commitment() -> None:
    result = read("""
Perusahaan di Bontang Sepakat Patuhi Jaminan Sosial

BONTANG, TamanKota.id - BPJS Ketenagakerjaan Cabang Bontang menggelar sosialisasi kepada 60 perusahaan di
Hotel Bintang Sintuk, Rabu (15/11/2023).

Kepala BPJS Ketenagakerjaan Cabang Bontang Aditya Nugraha mengatakan, pertemuan itu menghasilkan kesepakatan
bahwa semua perusahaan akan melaporkan upah dengan benar.

"Sudah jadi komitmen kita bersama," ujarnya.

Wakil Wali Kota Bontang Najirah Umar berharap kesepakatan itu dijalankan.
""")
    assert result.agreements == ()


def test_trap_24_award_and_card_ceremonies_hold_no_agreement() -> None:
    result = read("""
Gianyar Raih Paritrana Award

GIANYAR, SukawatiPos.com - Pemerintah Kabupaten Gianyar meraih Paritrana Award tingkat Provinsi Bali dari BPJS
Ketenagakerjaan. Penghargaan diterima Bupati Gianyar I Made Agus Arjawa di Denpasar, Kamis (24/8/2023).

Dalam acara itu, Deputi Direktur BPJS Ketenagakerjaan Wilayah Banuspa Kuncoro Hadi secara simbolis menyerahkan
kartu peserta kepada 5 pemangku.

"Kerja sama semua pihak membuahkan hasil," kata Agus Arjawa.

Saat ini 17.400 pekerja di Gianyar telah menjadi peserta.
""")
    assert result.agreements == ()
    assert (17_400, "covered") in counts(result)


def test_trap_24_kerja_sama_praised_while_cards_are_handed_over() -> None:
    result = read("""
Wali Kota Pekalongan Serahkan Kartu BPJS Ketenagakerjaan

PEKALONGAN, BatikPos.com - Wali Kota Pekalongan Achmad Afzani menyerahkan kartu BPJS Ketenagakerjaan secara
simbolis kepada 10 ketua RT di Ruang Amarta, Kamis (18/7/2024). Ia didampingi Kepala BPJS Ketenagakerjaan
Cabang Pekalongan Farah Diana.

"Ini kerja sama yang baik antara pemkot dan BPJS Ketenagakerjaan," kata Achmad Afzani.

Tahun ini 2.480 ketua RT dan RW dilindungi dengan dana APBD.
""")
    assert result.agreements == ()
    assert "signatory" not in parts(result).values()
    assert 2480 in {value for value, _ in counts(result)}


def test_trap_25_a_national_mou_is_background() -> None:
    result = read("""
Kejari Fakfak Teken PKS dengan BPJS Ketenagakerjaan

FAKFAK, BuahPala.com - Kejaksaan Negeri Fakfak dan BPJS Ketenagakerjaan Cabang Papua Barat menandatangani
perjanjian kerja sama, Selasa (10/10/2023).

Penandatanganan dilakukan Kepala Kejaksaan Negeri Fakfak Nixon Rumbiak dan Kepala BPJS Ketenagakerjaan Cabang
Papua Barat Hasanuddin Tuharea.

Perjanjian itu menindaklanjuti nota kesepahaman antara Kejaksaan Agung dan BPJS Ketenagakerjaan Pusat pada
tahun 2021.

"Kami siap mendampingi," kata Nixon Rumbiak.
""")
    local, *background = deals(result)
    assert local == Told(
        "signed",
        {"perjanjian_kerja_sama"},
        "2023-10-10",
        {"Kejaksaan Negeri Fakfak", "bpjs/kantor_cabang/Papua Barat"},
        {"Nixon Rumbiak", "Hasanuddin Tuharea"},
    )
    (national,) = background
    assert (national.status, national.papers, national.signed_on) == (
        "in_force",
        {"nota_kesepahaman"},
        "2021",
    )
    assert national.parties == {"Kejaksaan Agung", "bpjs/pusat"}


def test_trap_26_a_benefit_table_is_not_the_money_of_the_deal() -> None:
    result = read("""
Universitas Halmahera dan BPJS Ketenagakerjaan Teken MoU Mahasiswa KKN

TERNATE, KieRaha.id - Universitas Halmahera dan BPJS Ketenagakerjaan Cabang Ternate menandatangani MoU
perlindungan 730 mahasiswa KKN, Senin (29/1/2024).

MoU ditandatangani Rektor Universitas Halmahera Prof. Dr. Yusri Albaar, M.Si dan Kepala BPJS Ketenagakerjaan
Cabang Ternate Sumarni Togubu.

Dengan iuran Rp16.800 per bulan, manfaatnya meliputi:
santunan kematian Rp42.000.000;
santunan kematian akibat kecelakaan kerja Rp70.000.000;
beasiswa dua anak paling banyak Rp174.000.000.
""")
    agreement = signed(result)
    assert amounts(result) == {
        (16_800, "contribution"),
        (42_000_000, "death_benefit"),
        (70_000_000, "accident_benefit"),
        (174_000_000, "scholarship"),
    }
    assert amounts_of(result, agreement) == {16_800}
    assert counts(result) == {(730, "covered_by_agreement")}
    assert told(result, agreement).parties == {"Universitas Halmahera", "bpjs/kantor_cabang/Ternate"}


def test_trap_27_one_event_in_two_outlets_stays_two_results() -> None:
    one = read("""
Kukar dan BPJS Ketenagakerjaan Teken MoU Petani Sawit

TENGGARONG, EtamKini.com - Bupati Kutai Kartanegara Edi Damarwulan dan Kepala BPJS Ketenagakerjaan Cabang
Samarinda Agus Dwi menandatangani MoU, Rabu (21/2/2024).

MoU itu melindungi 1.485 petani sawit di enam kecamatan melalui program JKK dan JKM.

"Petani kita rawan celaka, dari tertimpa tandan sampai digigit ular," kata Edi Damarwulan.
""")
    other = read("""
Petani Sawit Kukar Dapat Perlindungan

TENGGARONG, MahakamPost.id - Pemkab Kutai Kartanegara dan BPJS Ketenagakerjaan Cabang Samarinda menandatangani
nota kesepahaman, Rabu (21/2/2024). Sebanyak 1.845 petani sawit dilindungi melalui nota itu.

Nota ditandatangani Bupati Edi Damarwulan dan Kepala BPJS Ketenagakerjaan Cabang Samarinda Agus Dwi.

"Kecelakaan kerja bisa menimpa siapa saja," tutur Agus Dwi.
""")
    assert counts(one) == {(1485, "covered_by_agreement")}
    assert counts(other) == {(1845, "covered_by_agreement")}
    assert one.article.id != other.article.id
    assert signed(one).id != signed(other).id
    assert told(one, signed(one)) == told(other, signed(other))
    assert not {"conflicting_counts"} & (checks(one) | checks(other))


def test_trap_28_numbers_of_regulations_are_no_counts() -> None:
    result = read("""
Pemkab Bone dan BPJS Ketenagakerjaan Tandatangani Kesepakatan Bersama

WATAMPONE, ArungPalakka.com - Bupati Bone Andi Fahsar Mappanyukki dan Kepala BPJS Ketenagakerjaan Cabang Bone
Ridwan Tahir menandatangani kesepakatan bersama nomor 119/1240/Tapem tahun 2023, Kamis (21/9/2023).

Kesepakatan itu merujuk pada Inpres Nomor 2 Tahun 2021, UU Nomor 24 Tahun 2011, Permendagri 22 Tahun 2020 dan
Surat Edaran Mendagri Nomor 842.2/5193/SJ.

Sebanyak 3.060 imam desa pekerja keagamaan didaftarkan sesuai Peraturan Bupati Nomor 1450 Tahun 2022.
""")
    assert counts(result) == {(3060, "covered_by_agreement")}
    assert {(r.kind, r.number, r.year) for r in result.regulations} == {
        ("inpres", "2", 2021),
        ("uu", "24", 2011),
        ("permen", "22", 2020),
        ("surat_edaran", "842.2/5193/SJ", None),
        ("perbup", "1450", 2022),
    }
    (deal,) = deals(result)
    assert deal.papers == {"kesepakatan_bersama"}
    assert deal.signed_on == "2023-09-21"


def test_trap_29_a_share_is_no_date_and_a_regulation_no_age() -> None:
    result = read("""
Pemkab Merangin Teken PKS, Kepesertaan Baru 22,41%

BANGKO, BumiTali.com - Pemerintah Kabupaten Merangin dan BPJS Ketenagakerjaan Cabang Muaro Bungo
menandatangani PKS, Senin (2/10/2023).

PKS diteken Penjabat Bupati Merangin Mukti Sailan dan Kepala BPJS Ketenagakerjaan Cabang Muaro Bungo Wiwik
Handayani berdasarkan Peraturan Bupati nomor 63 tahun 2022.

Wiwik Handayani menyebut cakupan kepesertaan baru 22,41% pada sektor informal dan 10,02 persen pada jasa
konstruksi.
""")
    assert deals(result) == [
        Told(
            "signed",
            {"perjanjian_kerja_sama"},
            "2023-10-02",
            {"15.02", "bpjs/kantor_cabang/Muaro Bungo"},
            {"Mukti Sailan", "Wiwik Handayani"},
        )
    ]
    assert {rate.percent for rate in result.rates} == {"22.41", "10.02"}
    assert {(r.kind, r.number, r.year) for r in result.regulations} == {("perbup", "63", 2022)}
    assert counts(result) == set()
    assert not {"impossible_date", "weekday_mismatch"} & checks(result)


def test_two_prosecutors_are_both_sides() -> None:
    result = read("""
    Kerinci (Suluhpos) - BPJS Ketenagakerjaan Cabang Jambi menandatangani nota kesepahaman dengan Kejaksaan Negeri Tebo
    dan Kejaksaan Negeri Bungo di Hotel Kenanga, Rabu (12/3/2025).
    """)
    assert deals(result)[0].parties == {
        "bpjs/kantor_cabang/Jambi",
        "Kejaksaan Negeri Tebo",
        "Kejaksaan Negeri Bungo",
    }


def test_a_dated_meeting_on_a_draft_is_no_signing() -> None:
    result = read("""
    TEBO - Pada Jumat, 14 Maret 2025, Sekda Tebo Ramli Hasan memimpin Rapat Pembahasan Perjanjian Kerja Sama (PKS)
    antara Pemerintah Kabupaten Tebo dan BPJS Ketenagakerjaan.

    Dengan penandatanganan PKS ini, Pemkab Tebo ingin semua pekerja terlindungi BPJS Ketenagakerjaan.
    """)
    assert [deal.status for deal in deals(result)] == ["discussed"]
