"""What the redaction panel lists: the marks by document, and what looks sensitive by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

from reviewer.gui.galley_redactions import mark_boxes
from reviewer.gui.positions import boxes_of
from reviewer.gui.translation import noop, translated
from reviewer.gui.wording import SENSITIVE_KINDS, word
from reviewer.model.analysis import SensitiveKind
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.locator import LineBox, Locator
from reviewer.model.problem import printable
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.model.review import Review
from reviewer.reviewing.marking import Suggestion, documents_in_use, place_of, words_marked

MOST_SHOWN = 160
"""Characters of marked words in a row; a whole page may be marked."""

ARTICLE = noop("Redaction", "Article")
AREA = noop("Redaction", "p{page}, area")
OUTSIDE = noop("Redaction", "outside the text")
NO_WORDS = noop("Redaction", "Area without words")
LOST = noop("Redaction", "lost: these words are not there any more")
UNKNOWN = noop("Redaction", "A document that is not in this file")
EARLIER = noop("Redaction", "Earlier draft, not marked in this one")
REMOVED = noop("Redaction", "No longer among the sources")


_Order = tuple[bool, bool, int, float]


@dataclass(frozen=True)
class Row:
    """One mark or suggestion: its words, where it stands and where a click leads to.

    `reason` and `who` are empty for a suggestion. `lost` marks point to words or a page that are not there any more.
    """

    key: str
    words: str
    place: str
    document: str
    boxes: tuple[LineBox, ...]
    reason: str = ""
    who: str = ""
    lost: bool = False

    @property
    def foot(self) -> str:
        """Return the second line: where, and who marked it."""
        return " · ".join(part for part in (self.place, self.who) if part)

    @property
    def said(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.words, self.reason, self.place, self.who) if part)


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `key` names the document or the kind."""

    key: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""


class MarkRows:
    """Makes rows of marks and remembers them: with thousands, one more must not mean to make all of them anew."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[RedactionMark, Document | None, _Order, Row]] = {}

    def of(self, mark: RedactionMark, document: Document | None) -> tuple[_Order, Row]:
        """Return what puts a mark into its place among those of its document, and its row."""
        known = self._known.get(mark.id)
        if known is None or known[0] is not mark or known[1] is not document:
            known = mark, document, _order(mark, document), _row(mark, document)
            self._known[mark.id] = known
        return known[2], known[3]


def mark_groups(review: Review, rows: MarkRows) -> tuple[Group, ...]:
    """Return the marks by document, article first; then those of documents that are out of the review."""
    used = documents_in_use(review)
    rest = [one for one in _marked_documents(review) if one not in {document.id for document in used}]
    groups = [_group(review, document.id, document, rows) for document in used]
    groups += [_group(review, id_, review.documents.get(id_), rows) for id_ in rest]
    return tuple(group for group in groups if group.rows)


def suggestion_groups(
    review: Review, found: Mapping[str, Suggestion], known: dict[tuple[str, str], Row]
) -> tuple[Group, ...]:
    """Return suggestions by kind, in the order of the kinds; `found` by their keys, `known` remembers rows made."""
    by_kind: dict[SensitiveKind, list[Row]] = {kind: [] for kind in SensitiveKind}
    for key, one in found.items():
        label = document_label(review, one.document)
        if (label, key) not in known:
            known[label, key] = _suggested(review.documents[one.document], label, key, one.span)
        by_kind[one.sensitive.kind].append(known[label, key])
    return tuple(Group(kind.value, word(SENSITIVE_KINDS, kind), tuple(rows)) for kind, rows in by_kind.items() if rows)


def suggestion_key(one: Suggestion) -> str:
    """Return what a suggestion is known by while the window is open."""
    return f"{one.document}:{one.span.start}:{one.span.end}:{one.sensitive.kind.value}"


def document_label(review: Review, document: str) -> str:
    """Return S1 for a source, Article for the article, and nothing for what is out of the review."""
    if document == review.desk.article:
        return _said(ARTICLE)
    entry = review.source_entry(document)
    return entry.label if entry else ""


def _marked_documents(review: Review) -> list[str]:
    return list(dict.fromkeys(mark.target.document for mark in review.desk.marks))


def _group(review: Review, id_: str, document: Document | None, made: MarkRows) -> Group:
    marks = [mark for mark in review.desk.marks if mark.target.document == id_]
    rows = sorted((made.of(mark, document) for mark in marks), key=itemgetter(0))
    name = printable(document.name, 60) if document else _said(UNKNOWN)
    label = document_label(review, id_)
    note = "" if label else _said(EARLIER if id_ in review.desk.drafts else REMOVED)
    title = " · ".join(part for part in (label, name) if part)
    return Group(id_, title, tuple(row for _, row in rows), note)


def _row(mark: RedactionMark, document: Document | None) -> Row:
    target, stands = mark.target, place_of(mark, document) if document else None
    boxes = mark_boxes(mark, document) if document else ()
    said = words_marked(mark, document) if document else ""
    if isinstance(target, PageArea):
        said, place = said or _said(NO_WORDS), _said(AREA).format(page=target.page)
    elif isinstance(target, HiddenWord):
        said, place = target.word, _said(OUTSIDE)
    else:
        said = target.exact
        place = _place(boxes)
    lost = stands is None
    words = printable(" ".join(said.split()), MOST_SHOWN)
    return Row(
        mark.id, words, _said(LOST) if lost else place, target.document, boxes, mark.reason, mark.by.initials, lost
    )


def _order(mark: RedactionMark, document: Document | None) -> _Order:
    """Return what puts marks into the order of the pages, then words outside the text, the lost ones last."""
    boxes = mark_boxes(mark, document) if document else ()
    first = boxes[0] if boxes else None
    is_seen = first is not None or isinstance(mark.target, HiddenWord)
    return (not is_seen, first is None, first.page if first else 0, first.box.y0 if first else 0.0)


def _suggested(document: Document, label: str, key: str, span: Span) -> Row:
    words = printable(" ".join(span.of(document.text).split()), MOST_SHOWN)
    boxes = boxes_of(document, span)
    place = f"{label} {_place(boxes)}".strip()
    return Row(key, words, place, document.id, boxes)


def _place(boxes: tuple[LineBox, ...]) -> str:
    """Return page and line, as everywhere; nothing for what is printed nowhere."""
    lines = sorted((line.page, line.line) for line in boxes)
    return str(Locator(*lines[0], *lines[-1])) if lines else ""


def _said(text: str) -> str:
    return translated("Redaction", text)
