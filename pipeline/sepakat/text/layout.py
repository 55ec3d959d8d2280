"""How an article is laid out: head, body, noise, paragraphs, sentences, direct speech.

Noise is marked, never cut: every span counts code points of `Article.text`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sepakat.text.article import Article, Span

Zone = Literal["title", "head", "caption", "body", "read_also", "tail"]
"""`title`: headline, subhead, repeated title. `head`: date, byline, counters, tags, navigation before the body.
`caption`: of a photo. `body`: the article proper. `read_also`: an inserted headline of another article.
`tail`: what follows the body (initials of the desk, share widgets, related headlines, comments)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` counts from 0 over the whole article."""

    span: Span
    zone: Zone
    paragraph: int


@dataclass(frozen=True, slots=True)
class Layout:
    """An article with its structure marked.

    Attributes:
        article: The article as read.
        text: `article.text` normalised, same length: plain spaces, straight quotes, `-` for every dash.
        lower: `text` in lower case, same length.
        sentences: All sentences in order of start, noise included (see their `zone`), disjoint.
        quotations: Spans of direct speech, quotes included, in order, disjoint.
        title, dateline, outlet, byline: Where the text prints them (`None`: it does not).
        outlet_name: Outlet as written in the text, or as the source gave it.
        published: Publication date printed in the head or tail of the text (never the date of the event).
        published_span: Where that date stands.
    """

    article: Article
    text: str
    lower: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...] = ()
    title: Span | None = None
    dateline: Span | None = None
    outlet: Span | None = None
    outlet_name: str | None = None
    byline: Span | None = None
    published: date | None = None
    published_span: Span | None = None
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds code point `offset`, or None between sentences."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].span.end:
            return None
        return self.sentences[i]

    def zone_at(self, offset: int) -> Zone:
        """The zone of the sentence at `offset`; `body` where none is."""
        sentence = self.sentence_at(offset)
        return sentence.zone if sentence else "body"

    def is_quoted(self, offset: int) -> bool:
        """Whether code point `offset` lies in direct speech."""
        i = bisect_right(self.quotations, Span(offset, 1 << 60)) - 1
        return i >= 0 and offset < self.quotations[i].end


def read_layout(article: Article) -> Layout:
    """Mark the structure of an article.

    Args:
        article: Any text; nothing is assumed of it.

    Returns:
        The layout; `layout.text` and `layout.lower` have the length of `article.text`.
    """
    # Interim implementation: one sentence a line, all body.
    sentences = []
    position = 0
    for paragraph, line in enumerate(article.text.split("\n")):
        if line.strip():
            sentences.append(Sentence(Span(position, position + len(line)), "body", paragraph))
        position += len(line) + 1
    return Layout(
        article=article,
        text=article.text,
        lower="".join(c.lower() if len(c.lower()) == 1 else c for c in article.text),
        sentences=tuple(sentences),
        _starts=tuple(s.span.start for s in sentences),
    )
