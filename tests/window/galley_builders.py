"""Builds typeset documents in code, and draws their pages as a child process would, with invented text."""

from dataclasses import dataclass, field
from math import ceil, floor

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.document import Block, BlockKind, Document, Furniture, Page, Word, WordArray
from reviewer.model.evidence import AlignedRun, Difference, DifferenceKind, Evidence, RunKind
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Box, Span
from reviewer.model.request import Pixels
from reviewer.model.review import Desk, Review
from reviewer.model.source import Grade, SourceEntry, SourceKind
from reviewer.model.verdict import Decision, Signature, Verdict

ARTICLE_LINES = [
    ("furniture", "Your browser is out of date. Some parts of this page may not work."),
    ("headline", "Night boats to return to Aldsund after six years"),
    ("furniture", "By Carys Penhale, transport reporter"),
    (
        "body",
        "Overnight sailings between Port Ellin and Aldsund will resume on 1 November, six years after the last night "
        "boat was withdrawn, Norrskär Lines said on Tuesday.",
    ),
    (
        "body",
        "“People on the islands have asked us for this every single winter since 2019,” said Ingrid Vass-Holloway, the "
        "ferry company’s chief executive. “We listened, we did the sums, and now the sums work.”",
    ),
    (
        "body",
        "A single foot-passenger fare will cost £72, with a berth in a shared cabin a further £19. Residents of the "
        "islands will pay half the foot-passenger fare.",
    ),
    ("furniture", "Related: Island winter timetable cut for third year running"),
    (
        "body",
        "The Kittiwake and the Fulmar, each carrying up to 410 passengers and 96 cars, will share the route. The "
        "crossing takes just under eight hours.",
    ),
    (
        "body",
        "“I will not pretend that the route makes money from the first day,” she said. “It will take three winters "
        "before it does.”",
    ),
    ("body", "“The night boat is a lifeline, not a luxury,” she told this newspaper. Harbour staff doubt it."),
]
SOURCE_LINES = [
    ("furniture", "NORRSKÄR LINES PRESS RELEASE 16 September 2025"),
    ("headline", "Night boats return to the Aldsund crossing"),
    (
        "body",
        "Norrskär Lines will bring back overnight sailings between Port Ellin and Aldsund from 1 November, six years "
        "after the last night boat was withdrawn.",
    ),
    (
        "body",
        "Two ships, the Kittiwake and the Fulmar, will share the route. Each carries up to 410 passengers and 96 cars. "
        "The crossing takes seven hours and 40 minutes.",
    ),
    (
        "body",
        "A single foot-passenger fare will cost £27, and a berth in a shared cabin a further £19. Island residents pay "
        "half the foot-passenger fare on presentation of a residents’ card.",
    ),
    (
        "body",
        "“People on the islands have asked us for this every single winter since 2019,” said Ingrid Vass-Holloway, "
        "chief executive of Norrskär Lines. “We listened, we did the sums, and now the sums work.”",
    ),
    (
        "body",
        "“I will not pretend that the route makes money from the first day. It may take three winters before it "
        "does,” she added.",
    ),
]


@dataclass
class _Setting:
    font: QFont
    leading: float
    colour: QColor


def _setting(kind: str) -> _Setting:
    font = QFont("Charis SIL" if kind != "furniture" else "Noto Sans")
    font.setPixelSize({"headline": 16, "furniture": 9}.get(kind, 11))
    font.setBold(kind == "headline")
    colour = QColor("#757069" if kind == "furniture" else "#1d1c1a")
    return _Setting(font, {"headline": 20.0, "furniture": 13.0}.get(kind, 16.5), colour)


@dataclass
class BuiltDocument:
    """A document with what is needed to draw it: each page's words with their settings, points."""

    document: Document
    drawn: dict[int, list[tuple[Word, str, _Setting]]]
    numbered: bool


@dataclass
class _Typesetter:
    width: float
    height: float
    left: float
    right: float
    pages: list[Page] = field(default_factory=list)
    drawn: dict[int, list[tuple[Word, str, _Setting]]] = field(default_factory=dict)

    def set_paragraphs(self, text: str, blocks: list[tuple[Block, str]]) -> None:
        self._y, self._line, self._words, self._start = 48.0, 0, [], 0
        for block, kind in blocks:
            setting = _setting(kind)
            self._paragraph(text, block, setting)
            self._y += 6
        self._break(len(text))

    def _paragraph(self, text: str, block: Block, setting: _Setting) -> None:
        metrics = QFontMetricsF(setting.font)
        x, at = self.left, block.start
        self._new_line(setting, block.start)
        for piece in text[block.start : block.end].split(" "):
            width = metrics.horizontalAdvance(piece)
            if x > self.left and x + width > self.right:
                x = self.left
                self._new_line(setting, at)
            top = self._y - setting.leading + 2
            word = Word(at, at + len(piece), self._line, Box(x, top, x + width, top + setting.leading - 2))
            if piece:
                self._words.append((word, piece, setting))
            x += width + metrics.horizontalAdvance(" ")
            at += len(piece) + 1

    def _new_line(self, setting: _Setting, at: int) -> None:
        if self._y + setting.leading > self.height - 40:
            self._break(at)
        self._y += setting.leading
        self._line += 1

    def _break(self, at: int) -> None:
        number = len(self.pages) + 1
        words = WordArray.pack(word for word, _, _ in self._words)
        self.pages.append(Page(number, self.width, self.height, words, self._start, at))
        self.drawn[number] = self._words
        self._y, self._line, self._words, self._start = 48.0, 0, [], at


def build(name: str, paragraphs: list[tuple[str, str]], typeset: bool = True, width: float = 364) -> BuiltDocument:
    """Set paragraphs (kind, text) as pages of `width` points."""
    text, blocks = "", []
    for kind, words in paragraphs:
        furniture = Furniture.OTHER if kind == "furniture" else None
        block_kind = BlockKind.HEADLINE if kind == "headline" else BlockKind.PARAGRAPH
        blocks.append((Block(len(text), len(text) + len(words), block_kind, furniture), kind))
        text += words + "\n\n"
    setter = _Typesetter(width, width * 1.35, 34 if typeset else 38, width - 40)
    setter.set_paragraphs(text, blocks)
    document = Document(
        id=(name.encode().hex() * 8)[:64],
        name=name,
        media_type="text/plain",
        text=text,
        blocks=tuple(block for block, _ in blocks),
        pages=tuple(setter.pages),
        typeset=typeset,
    )
    return BuiltDocument(document, setter.drawn, typeset)


class PaintedPages(QObject):
    """A page source that paints at once, or, with `held`, when told to; it remembers what was asked."""

    ready = Signal(object)

    def __init__(self, *built: BuiltDocument, held: bool = False) -> None:
        super().__init__()
        self._built = {each.document.id: each for each in built}
        self.held = held
        self.asked: list[tuple[str, int, float]] = []
        self.parts: list[Box | None] = []

    def request(self, document: str, page: int, scale: float, clip: Box | None = None) -> None:
        self.asked.append((document, page, scale))
        self.parts.append(clip)
        if not self.held:
            self.deliver(document, page, scale, clip)

    def deliver(self, document: str, page: int, scale: float, clip: Box | None = None) -> None:
        image = paint_page(self._built[document], page, scale)
        if clip is not None:
            left, top = floor(clip.x0 * scale), floor(clip.y0 * scale)
            image = image.copy(left, top, ceil(clip.x1 * scale) - left, ceil(clip.y1 * scale) - top)
        size, data = (image.width(), image.height(), image.bytesPerLine()), bytes(image.constBits())
        self.ready.emit(Pixels(document, page, scale, *size, data, clip))


def paint_page(built: BuiltDocument, number: int, scale: float) -> QImage:
    page = built.document.pages[number - 1]
    size = round(page.width * scale), round(page.height * scale)
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    seen = set()
    for word, piece, setting in built.drawn[number]:
        painter.setFont(setting.font)
        painter.setPen(setting.colour)
        base = word.box.y0 + (word.box.height + QFontMetricsF(setting.font).capHeight()) / 2
        painter.drawText(QPointF(word.box.x0, base), piece)
        if built.numbered and word.line % 5 == 0 and word.line not in seen:
            seen.add(word.line)
            small = QFont("Noto Sans")
            small.setPixelSize(7)
            painter.setFont(small)
            painter.setPen(QColor("#8d8980"))
            painter.drawText(QPointF(12, base), str(word.line))
    painter.end()
    return image


def span_of(document: Document, words: str) -> Span:
    at = document.text.index(words)
    return Span(at, at + len(words))


def claim_of(document: Document, words: str, kind: ClaimKind = ClaimKind.ASSERTION) -> Claim:
    span = span_of(document, words)
    return Claim(claim_id(document.id, span), anchor_at(document, span), kind)


SIGNED = Signature("CP", "Carys Penhale", "2025-09-16T10:42:00+01:00")

PAIRS = [
    ("Night boats to return to Aldsund after six years", "Night boats return to the Aldsund crossing", Rule.PARAPHRASE_OK, Decision.VERIFIED),
    ("Overnight sailings between Port Ellin and Aldsund will resume on 1 November, six years after the last night boat was withdrawn", "Norrskär Lines will bring back overnight sailings between Port Ellin and Aldsund from 1 November, six years after the last night boat was withdrawn.", Rule.PARAPHRASE_OK, Decision.VERIFIED),
    ("“People on the islands have asked us for this every single winter since 2019,”", "“People on the islands have asked us for this every single winter since 2019,”", Rule.VERBATIM, Decision.VERIFIED),
    ("“We listened, we did the sums, and now the sums work.”", "“We listened, we did the sums, and now the sums work.”", Rule.VERBATIM, Decision.VERIFIED),
    ("A single foot-passenger fare will cost £72, with a berth in a shared cabin a further £19.", "A single foot-passenger fare will cost £27, and a berth in a shared cabin a further £19.", Rule.FIGURE_CHANGED, Decision.FIX),
    ("Residents of the islands will pay half the foot-passenger fare.", "", None, None),
    ("The crossing takes just under eight hours.", "The crossing takes seven hours and 40 minutes.", None, None),
    ("“I will not pretend that the route makes money from the first day,” she said. “It will take three winters before it does.”", "“I will not pretend that the route makes money from the first day. It may take three winters before it does,”", Rule.STRENGTHENED, None),
    ("“The night boat is a lifeline, not a luxury,”", "", Rule.UNSUPPORTED, Decision.UNSOURCED),
    ("Harbour staff doubt it.", "", Rule.UNSUPPORTED, None),
]  # fmt: skip


def build_review() -> tuple[Review, BuiltDocument, BuiltDocument]:
    """A review of an article and a press release with claims of every tone."""
    article, source = build("night-ferry.html", ARTICLE_LINES), build("press-release.pdf", SOURCE_LINES, typeset=False)
    claims, evidence, findings, verdicts = [], {}, {}, {}
    for ours, theirs, rule, decision in PAIRS:
        claim = claim_of(article.document, ours)
        claims.append(claim)
        if theirs:
            evidence[claim.id] = (_evidence(claim, article.document, source.document, theirs),)
        if rule:
            findings[claim.id] = (Finding(claim.id, rule),)
        if decision:
            verdicts[claim.id] = Verdict(claim.id, decision, SIGNED, claim.text)
    desk = Desk(
        article=article.document.id,
        sources=(SourceEntry(source.document.id, "S1", SourceKind.PRESS_RELEASE, Grade.PRESS_RELEASE),),
        verdicts=verdicts,
        added_claims=tuple(claims),
    )
    review = Review(
        desk=desk,
        documents={each.document.id: each.document for each in (article, source)},
        evidence=evidence,
        findings=findings,
        numbers={claim.id: number for number, claim in enumerate(claims, 1)},
    )
    return review, article, source


def _evidence(claim: Claim, article: Document, source: Document, theirs: str) -> Evidence:
    passage = span_of(source, theirs)
    if "£72" not in claim.text:
        return Evidence(claim.id, anchor_at(source, passage), 0.9, True)
    ours, start = claim.span.start, passage.start

    def run(kind: RunKind, a: str, s: str) -> AlignedRun:
        ai, si = article.text.index(a, ours), source.text.index(s, start)
        return AlignedRun(kind, ai, ai + len(a), si, si + len(s))

    first, fare = "A single foot-passenger fare will cost", "£72"
    runs = (
        run(RunKind.EQUAL, first, first),
        run(RunKind.CHANGED, fare, "£27"),
        run(RunKind.EQUAL, ",", ","),
        run(RunKind.HARMLESS, "with", "and"),
        run(RunKind.EQUAL, "a berth in a shared cabin a further £19.", "a berth in a shared cabin a further £19."),
    )
    changed, harmless = runs[1], runs[3]
    differences = (
        Difference(DifferenceKind.FIGURE, fare, "£27", changed.article_start, changed.article_end, changed.source_start, changed.source_end),
        Difference(DifferenceKind.PARAPHRASE, "with", "and", harmless.article_start, harmless.article_end, harmless.source_start, harmless.source_end, True),
    )  # fmt: skip
    return Evidence(claim.id, anchor_at(source, passage), 0.95, True, differences, runs)
