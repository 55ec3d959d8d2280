"""What holds for every article of a run."""

from dataclasses import dataclass
from datetime import date

from sepakat.ner.weights import Kind
from sepakat.sources.columns import Columns
from sepakat.sources.formats import Name


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read; it pickles.

    Attributes:
        ner: Trained readers that take part.
        columns: Where the fields of a table or of JSON stand.
        published: Publication date of all articles; it stands above their own.
        form: What all files are, whatever their names say.
    """

    ner: Kind = "none"
    columns: Columns = Columns()
    published: date | None = None
    form: Name | None = None
