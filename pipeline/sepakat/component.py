"""The spaCy component `sepakat`: a thin adapter over `extract`, found by spaCy through an entry point.

    nlp = spacy.blank("id")
    nlp.add_pipe("sepakat")
    doc = nlp(text)
    doc._.sepakat            # the result, as a dictionary
    doc.spans["sepakat"]     # its evidence, as spans; label_ is the field, id_ the path in the result

Publication date and source are handed in on the `Doc`, before the pipeline runs over it:
`doc = nlp.make_doc(text); doc._.sepakat_published = date(2025, 6, 4); nlp(doc)`.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from sepakat.extraction import extract
from sepakat.text.article import Article

_INDEX = re.compile(r"\[\d+\]")

Doc.set_extension("sepakat", default=None, force=True)
Doc.set_extension("sepakat_published", default=None, force=True)
Doc.set_extension("sepakat_source", default="-", force=True)


@Language.component("sepakat", assigns=["doc._.sepakat", "doc.spans"])
def sepakat(doc: Doc) -> Doc:
    """Fill `doc._.sepakat` and `doc.spans["sepakat"]`.

    A span holds the tokens that its evidence touches, so it may be wider than the evidence; the offsets in
    `doc._.sepakat` are exact, since `doc.text` is the text that was read.
    """
    result = extract(Article(doc.text, source=doc._.sepakat_source), published=doc._.sepakat_published)
    doc._.sepakat = result.model_dump(mode="json")
    spans = []
    for path, evidence in result.evidence():
        owner = path.rpartition(".")[0]
        label = _INDEX.sub("", owner)
        span = doc.char_span(evidence.start, evidence.end, label=label, span_id=owner, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans["sepakat"] = SpanGroup(doc, name="sepakat", spans=spans)
    return doc
