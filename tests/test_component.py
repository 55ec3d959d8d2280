import subprocess
import sys
from datetime import date

import pytest
import spacy
from spacy.language import Language

from builders import TEXT
from sepakat import extract


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("id")
    nlp.add_pipe("sepakat")
    return nlp


def test_result_as_a_dictionary(nlp: Language) -> None:
    assert nlp(TEXT)._.sepakat == extract(TEXT).model_dump(mode="json")


def test_spans_hold_their_evidence(nlp: Language) -> None:
    doc = nlp(TEXT)
    pieces = list(extract(TEXT).evidence())
    spans = list(doc.spans["sepakat"])
    assert len(spans) == len(pieces) > 0
    for span, (path, piece) in zip(spans, pieces, strict=True):
        assert span.start_char <= piece.start
        assert span.end_char >= piece.end
        assert path.startswith(span.id_)
    assert {span.label_ for span in spans} >= {"agreements", "people", "people.positions", "organisations"}


def test_source_and_publication_date(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.sepakat_source = "arsip/1"
    doc._.sepakat_published = date(2025, 6, 5)
    article = nlp(doc)._.sepakat["article"]
    assert (article["source"], article["published"]) == ("arsip/1", "2025-06-05")


@pytest.mark.parametrize("text", ["", " ", "\n", "x", "Hujan turun."])
def test_little_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.sepakat["agreements"] == []
    assert doc._.sepakat["article"]["chars"] == len(text)


def test_many_in_processes(nlp: Language) -> None:
    texts = [TEXT, "Hujan turun.", TEXT * 2]
    assert [doc._.sepakat for doc in nlp.pipe(texts)] == [nlp(text)._.sepakat for text in texts]


def test_found_by_entry_point_in_a_fresh_process() -> None:
    code = "import spacy; nlp = spacy.blank('id'); nlp.add_pipe('sepakat'); print(nlp.pipe_names)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['sepakat']"
