"""How an article is laid out: head, body, noise, paragraphs, sentences, direct speech.

Noise is marked, never cut: every span counts code points of `Article.text`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from sepakat.text.article import Article, Span
from sepakat.text.byline import Byline, personal_name, read_byline, read_initials, read_label
from sepakat.text.noise import Insert, inner_noise, noise_cues
from sepakat.text.noise import Zone as Zone
from sepakat.text.normalise import lower as lower_case
from sepakat.text.normalise import normalise
from sepakat.text.outlet import find_outlet
from sepakat.text.page import Paragraph, Zones, look_at_all
from sepakat.text.paragraphs import paragraphs_of
from sepakat.text.published import read_date
from sepakat.text.quotes import QuotePair, is_speech, pair_quotes
from sepakat.text.sentences import split_sentences
from sepakat.text.zones import mark_zones


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` counts from 0 over the whole article.

    Attributes:
        span: Where it stands, without white space at its ends.
        zone: What it belongs to.
        paragraph: Number of its paragraph; a paragraph that noise cuts in two keeps its number.
        continues: Whether it goes on with the body sentence before it, from which noise has cut it off.
    """

    span: Span
    zone: Zone
    paragraph: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """An article with its structure marked.

    Attributes:
        article: The article as read.
        text: `article.text` normalised, same length: plain spaces, straight quotes, `-` for every dash.
        lower: `text` in lower case, same length.
        sentences: All sentences in order of start, noise included (see their `zone`), disjoint.
        quotations: Spans of direct speech, quotes included, in order, disjoint.
        title, dateline, outlet, byline: Where the text prints them (`None`: it does not). The dateline is the
            place without the outlet; all of it, up to the dash, is a sentence of zone `head`.
        outlet_name: Outlet as written in the text, or as the source gave it, in lower case.
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
        i = bisect_right(self.quotations, offset, key=attrgetter("start")) - 1
        return i >= 0 and offset < self.quotations[i].end


def read_layout(article: Article) -> Layout:
    """Mark the structure of an article.

    Args:
        article: Any text; nothing is assumed of it.

    Returns:
        The layout; `layout.text` and `layout.lower` have the length of `article.text`.
    """
    text = normalise(article.text)
    lower = lower_case(text)
    paragraphs = look_at_all(text, lower, paragraphs_of(text))
    marked = mark_zones(text, lower, paragraphs, article.title)
    initials = _initials(text, paragraphs, marked)
    sentences, quotations = _sentences(article.text, text, lower, paragraphs, marked, initials)
    published, published_span = _published(text, paragraphs, marked)
    byline = _byline(text, paragraphs, marked, initials)
    outlet = _outlet(text, paragraphs, marked, byline)
    name = outlet.of(text).lower() if outlet else article.outlet.lower() if article.outlet else None
    return Layout(
        article=article,
        text=text,
        lower=lower,
        sentences=sentences,
        quotations=quotations,
        title=marked.title,
        dateline=marked.dateline.place if marked.dateline else None,
        outlet=outlet,
        outlet_name=name,
        byline=byline.span if byline else None,
        published=published,
        published_span=published_span,
        _starts=tuple(sentence.span.start for sentence in sentences),
    )


def _initials(text: str, paragraphs: list[Paragraph], marked: Zones) -> tuple[int, Span | None] | None:
    """The closing mark of the desk, at the end of the last paragraph of the body or alone on a line."""
    if not paragraphs:
        return None
    for i in range(min(marked.tail, len(paragraphs) - 1), marked.body - 1, -1):
        span = paragraphs[i].span
        found = read_initials(text, span.start, span.end)
        if found:
            return found
        if i < marked.tail and marked.zones[i] == "body":
            return None
    return None


def _sentences(
    original: str,
    text: str,
    lower: str,
    paragraphs: list[Paragraph],
    marked: Zones,
    initials: tuple[int, Span | None] | None,
) -> tuple[tuple[Sentence, ...], tuple[Span, ...]]:
    """All sentences with their zones, and the direct speech of the body."""
    sentences: list[Sentence] = []
    quotations: list[Span] = []
    cues = noise_cues(lower)
    for i, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        zone, number = marked.zones[i], marked.cut.get(i, i)
        noisy = zone in ("body", "read_also") and bisect_left(cues, start) < bisect_left(cues, end)
        inserts = inner_noise(text, lower, start, end) if noisy else []
        if zone == "read_also" and inserts and inserts[0].span.start <= start + 4 and inserts[0].span.end < end:
            zone = "body"  # the headline has ended, the article goes on in the same line
        if zone in ("head", "read_also") or (zone == "title" and ". " not in paragraph.span.of(text)):
            sentences.append(Sentence(paragraph.span, zone, number))
            continue
        if marked.dateline and i == marked.body:
            inserts.insert(0, Insert(Span(start, marked.dateline.body), "head"))
        if initials and start <= initials[0] < end:
            inserts.append(Insert(Span(initials[0], end), "tail"))
        quotes = pair_quotes(text, original, start, end)
        if zone == "body":
            quotations += [quote.span for quote in quotes if is_speech(text, quote)]
        pieces = _split(text, paragraph.span, inserts, quotes)
        for j, (span, inserted) in enumerate(pieces):
            cut_off = pieces[j - 1][1] is not None and text[span.start].islower() if j else i in marked.cut
            sentences.append(Sentence(span, inserted or zone, number, cut_off and inserted is None))
    return tuple(sentences), tuple(quotations)


def _split(text: str, span: Span, inserts: list[Insert], quotes: list[QuotePair]) -> list[tuple[Span, Zone | None]]:
    """Sentences of one paragraph, each with the zone of the insert that it is, None for the body's own."""
    pieces: list[tuple[Span, Zone | None]] = []
    position = span.start
    for insert in inserts:
        if position < insert.span.start:
            pieces += [(piece, None) for piece in split_sentences(text, position, insert.span.start, quotes)]
        begin, end = max(position, insert.span.start), min(insert.span.end, span.end)
        inner = text[begin:end]
        if inner.strip():
            begin += len(inner) - len(inner.lstrip())
            pieces.append((Span(begin, begin + len(inner.strip())), insert.zone))
        position = max(position, end)
    if position < span.end:
        pieces += [(piece, None) for piece in split_sentences(text, position, span.end, quotes)]
    return pieces


def _published(text: str, paragraphs: list[Paragraph], marked: Zones) -> tuple[date | None, Span | None]:
    """The publication date: the best of the dated lines in head and tail, else the date in the dateline."""
    dated = [
        p.date
        for i, p in enumerate(paragraphs)
        if p.date and (i < marked.body or i >= marked.tail) and marked.zones[i] in ("head", "tail")
    ]
    # a bare date above the title is the day of the visit, as many sites print it
    dated = [d for d in dated if d.rank or not marked.title or d.span.start > marked.title.start]
    dated += [marked.lead] if marked.lead else []
    if not dated:
        in_dateline = marked.dateline.date if marked.dateline else None
        found = read_date(text, in_dateline.start, in_dateline.end) if in_dateline else None
        return (found[1], found[0]) if found else (None, None)
    rank = max(line.rank for line in dated)
    best = [line for line in dated if line.rank == rank]
    if len({line.value for line in best}) > 1:
        return None, None
    return best[0].value, best[0].span


def _byline(
    text: str, paragraphs: list[Paragraph], marked: Zones, initials: tuple[int, Span | None] | None
) -> Byline | None:
    """The writer that head or tail name; else initials; else the editor."""
    found: list[Byline] = []
    for i, paragraph in enumerate(paragraphs):
        if marked.body <= i < marked.tail:
            continue
        if paragraph.kind == "byline":
            byline = read_byline(text, paragraph.span.start, paragraph.span.end)
            rank = read_label(text, paragraph.span.start, paragraph.span.end)
            if rank is not None and i + 1 < len(paragraphs):
                name = personal_name(text, paragraphs[i + 1].span.start, paragraphs[i + 1].span.end)
                byline = Byline(name, rank) if name else None
            found += [byline] if byline else []
        if paragraph.date and paragraph.date.writer:
            found.append(Byline(paragraph.date.writer, 2))
    if marked.name:
        found.append(Byline(marked.name, 2))
    if initials and initials[1]:
        found.append(Byline(initials[1], 1))
    return max(found, key=lambda byline: byline.rank) if found else None


def _outlet(text: str, paragraphs: list[Paragraph], marked: Zones, byline: Byline | None) -> Span | None:
    """Where the text names its outlet."""
    in_dateline = marked.dateline.outlet if marked.dateline else None
    beside_name = byline.outlet if byline else None
    margins = [p.span for i, p in enumerate(paragraphs) if marked.zones[i] in ("head", "caption", "tail")]
    return find_outlet(text, in_dateline or beside_name, margins)
