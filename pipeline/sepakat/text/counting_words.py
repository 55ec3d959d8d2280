"""Words that link a number with the people it counts: `sebanyak`, `orang yang merupakan`.

Patterns run on lower-case text; spaces may be line breaks. What else such a number may count is in
`not_workers`.
"""

import re

PERSON = re.compile(r"[ \n]{1,2}(?:orang|jiwa|org|anggota|personel|personil)(?!\w)")
# Between a number and the group after it: `540 orang yang merupakan tenaga honorer`.
TO_GROUP = re.compile(
    r"[ \n]{1,2}(?:(?:orang|jiwa|org|tenaga|calon|kuota|kepesertaan|total|para|lebih|dari"
    r"|unit)[ \n])?(?:(?:(?:yang )?(?:merupakan|adalah|berasal dari|berprofesi(?: sebagai)?"
    r"|berstatus(?: sebagai)?)|terdiri (?:dari|atas)|di ?antaranya|(?:dari )?kalangan|dari|calon|para"
    r"|total)[ \n])?",
)
FOR_GROUP = re.compile(r"[ \n](?:kepada|untuk|bagi)[ \n](?:para )?")
# A generic head that the next words make precise: `3.000 lebih peserta dari pegawai tidak tetap`.
NARROWED = re.compile(
    r"[ \n](?:(?:yang )?(?:berasal )?dari(?: kalangan| unsur| kelompok| segmen| sektor)?|dengan profesi"
    r"|berprofesi(?: sebagai)?|kalangan|segmen|kategori|yang merupakan|berstatus)[ \n]",
)
# Between a group and the number after it: any clause of few words that ends in a counting word.
COUNTING = re.compile(
    r"(?:^|[ \n(,])(?:sebanyak|sebesar|sejumlah|berjumlah|jumlahnya|jumlah|mencapai|ada|terdapat|yakni"
    r"|yaitu|adalah|total|totalnya|tercatat|baru|masih|hanya|sudah|telah|menjadi|capai|tembus|menyentuh"
    r"|menembus|yang terdaftar|diperkirakan|dari|terdaftar|terlindungi)(?:[ \n](?:baru|sudah|ada|sebanyak"
    r"|sekitar|kurang lebih|lebih dari|hampir|mencapai|sebesar|adalah|angka|ada|di angka"
    r"|kisaran))*[ \n:(]{1,3}$|^ ?[:=(-] ?$",
)
BREAKS = re.compile(r"[.;!?]|\d")
APPROX = re.compile(
    r"(?:sekitar|sekira|kurang lebih|lebih kurang|lebih dari|hampir|nyaris|kira-kira|minimal"
    r"|tidak kurang dari|setidaknya|sedikitnya)[ \n]$",
)
TOTALLED = re.compile(
    r"(?:jumlah|total|semesta|potensi|populasi|kepesertaan|kuota|target)[ \n](?:seluruh[ \n])?$",
)
# Where the counted group works: `jumlah seluruh petani di daerahnya 5.900 orang`.
LOCATED = re.compile(r"[ \n](?:di|se|pada|dalam)[ \n-](?:[\w-]+,?[ \n]){1,3}")
# What may follow a bare number that counts the group before it.
CLOSES = re.compile(
    r"\s*(?:$|[.,;:)\"\n]|[ \n](?:orang|jiwa|yang|dan|atau|serta|dari|di|pada|per|untuk|dengan|sudah|belum"
    r"|telah|hingga|sampai|sedangkan|sementara|namun|dibanding(?:kan)?|naik|meningkat|lainnya|menjadi|tahun"
    r"|saat|kini|mulai|berdasarkan|menurut|sesuai|secara|karena|sehingga|oleh|itu|ini|tersebut|termasuk"
    r"|meliputi|yakni|yaitu|melalui|dalam|selama|akan|masih|ter(?:daftar|lindungi|cover))(?!\w))",
)
ENROLMENT = re.compile(
    r"\b(?:men?|di|ter|pen)?(?:daftar|lindung)|peserta|ter-?cover|meng-?cover|di-?cover|jamsostek"
    r"|ketenagakerjaan|iuran|mempekerjakan|menanggung|(?:tahap|gelombang|angkatan) (?:awal|pertama)"
    r"|diikutkan",
)
ARE_ENROLLED = re.compile(
    r",?[ \n](?:(?:orang|jiwa|peserta|di ?antaranya|lainnya|lagi|sisanya|yang|masih|sudah|telah|belum|baru"
    r"|saja|akan|dinyatakan|berstatus)[ \n,]{1,2}){0,4}(?:ter(?:daftar|lindungi|lindung|-?cover|-?kaver"
    r"|akomodir|tampung|sentuh|jangkau|cakup|jamin)|aktif|didaftarkan|dilindungi|di-?cover|dijamin"
    r"|diikut(?:serta)?kan|ditanggung|mendapat(?:kan)? perlindungan"
    r"|(?:menjadi|jadi|ikut) (?:peserta|kepesertaan)"
    r"|(?:memiliki|punya|mengantongi|memegang) (?:jaminan|perlindungan|kartu)|menikmati perlindungan"
    r"|di luar (?:sistem|jaminan|perlindungan|kepesertaan)|bekerja tanpa"
    r"|masuk (?:gelombang|tahap|kepesertaan))",
)
# Right before a bare number: `yang sudah terlindungi BPJS Ketenagakerjaan ada sekitar 300 ribu`.
SO_MANY_ENROLLED = re.compile(
    r"\bter(?:daftar|lindungi|cover)(?: [\w-]+){0,4} (?:ada|sebanyak|mencapai|baru|hanya|berjumlah|sejumlah)"
    r"(?: (?:sekitar|sekira|hampir|sebanyak|kurang lebih|lebih kurang))?[ \n]$"
)
QUOTA_STEMS = ("kuota", "target", "sasaran", "bidik", "kejar")
QUOTA = re.compile(
    r"\b(?:kuota(?:nya)?|target(?:nya)?|sasaran(?:nya)?|menargetkan|ditargetkan|membidik"
    r"|mengejar)(?: (?:kita|kami|tahun ini|sebanyak|sebesar"
    r"|mencapai|adalah|hanya|menjadi|kepesertaan|sekitar|awal|ada|yakni|untuk)){0,3} $",
)
SHARE_OR = re.compile(
    r"(?:%|persen)\)?,? (?:atau|setara(?: dengan)?|yakni|yaitu)(?: sekitar| sebanyak| sejumlah"
    r"| mencapai)? $|(?:%|persen) \(",
)
# A number of those just named: `mendaftarkan 2.500 di antaranya`.
AMONG = re.compile(r"[ \n](?:orang[ \n])?(?:di ?antaranya|lainnya|sisanya)(?!\w)")
SUMMED = re.compile(
    r"\b(?:hitungan(?:nya)?(?: kasar(?:nya)?)?|jumlahnya|totalnya|seluruhnya|semuanya|keseluruhannya"
    r"|angka(?:nya)?(?: yang(?: \w+){1,4})?)(?: (?:ada|menjadi|mencapai|sekitar|hanya|baru)){0,2}[ \n]$",
)
# `menyisihkan Rp8.064.000 setahun untuk 40 orang`
PAID_FOR = re.compile(
    r"\b(?:menyisihkan|menanggung|membayar(?:kan)?|membiayai)\b[^;\n]{0,60}\b(?:untuk|bagi)[ \n]$",
)
# Between a number of people and the first of the groups that it falls into.
FALLS_INTO = re.compile(
    r"[^.;:,\d]{0,40}(?::[ \n]|,? (?:yang )?(?:yakni|yaitu|terdiri (?:dari|atas)|masing-[ \n]?masing|meliputi"
    r"|dengan rincian|rinciannya)[ \n])(?:\d[\d.]{0,9}[ \n](?:orang[ \n])?)?$",
)
# A number of its own behind a group: `perangkat desa dan BPD 2.190 orang`.
OWN_NUMBER = re.compile(r"[ \n](?:sebanyak |sekitar |berjumlah |\()?\d")
