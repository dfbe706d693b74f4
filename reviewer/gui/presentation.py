"""Presentation: one claim with both passages in large type, for the meeting that goes through an article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui.calm_runs import calmed
from reviewer.gui.comparison_text import ComparisonText
from reviewer.gui.locators import Locators
from reviewer.gui.presented_pieces import article_pieces, source_pieces
from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.gui.verdict_panel import KEYS, VerdictButton
from reviewer.gui.widgets import button, hairline, label, scrolling, wrapped
from reviewer.gui.wording import KINDS, RULES, decision_word, values_of, voice, word
from reviewer.model.claim import Claim
from reviewer.model.review import Review
from reviewer.model.standing import standing_of
from reviewer.model.verdict import Decision, NoteKind

MARGIN = 48


class Presentation(QWidget):
    """Emits `decided(Decision)` for a verdict and `ended()` for Escape or the button."""

    decided = Signal(object)
    ended = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        locators: Locators,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Presentation"))
        self._bridge, self._selection, self._locators = bridge, selection, locators
        self._title, self._count = label("", "title"), label("", "muted")
        self._found = wrapped("", "presented")
        self._article_place, self._source_place = label("", "label"), label("", "label")
        self._article = ComparisonText(theme, size=Scale.PRESENTED)
        self._source = ComparisonText(theme, size=Scale.PRESENTED)
        self._note = wrapped("", "presented")
        self._buttons = {decision: VerdictButton(decision, theme) for decision in KEYS}
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.ended.emit)
        bridge.changed.connect(lambda _change: self._follow())
        selection.changed.connect(lambda _claim: self._follow())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._article.set_theme(theme)
        self._source.set_theme(theme)
        for one in self._buttons.values():
            one.set_theme(theme)

    @property
    def said(self) -> str:
        """Return what is shown as plain text, as a screen reader gets it."""
        return self.accessibleDescription()

    def refresh(self) -> None:
        """Show the current claim anew."""
        review = self._bridge.review
        claim = next((one for one in review.claims if one.id == self._selection.claim), None)
        standing = standing_of(review)
        counted = self.tr("{judged} of {total} judged").format(judged=standing.judged, total=standing.total)
        self._count.setText(counted)
        for one in self._buttons.values():
            one.setEnabled(claim is not None)
        if claim is None or review.article is None:
            self._show_nothing()
            return
        verdict = review.verdict(claim)
        for decision, one in self._buttons.items():
            one.setChecked(verdict is not None and verdict.decision is decision)
        name, kind = review.display_id(claim.id), word(KINDS, claim.kind)
        self._title.setText(f"{name} · {voice(claim)} · {kind}")
        self._found.setText(_findings(review, claim))
        self._show_words(review, claim)
        note = review.note(claim.id, NoteKind.DESK)
        self._note.setText(self.tr("Comment: {text}").format(text=note) if note else "")
        self._note.setVisible(bool(note))
        judged = decision_word(verdict.decision if verdict else None)
        self.setAccessibleDescription(". ".join(filter(None, (self._title.text(), judged, self._found.text(), note))))

    def _show_words(self, review: Review, claim: Claim) -> None:
        article = review.article
        evidence = calmed(review.passage(claim.id))
        anchor = evidence.anchor if evidence else None
        source = review.documents.get(anchor.document) if anchor else None
        if article is None:
            return
        place = self._locators.of_claim(review, claim.id)
        self._article_place.setText(self.tr("ARTICLE {place}").format(place=place).strip())
        self._article.set_pieces(article_pieces(claim.span, evidence if source else None, article))
        there = self._locators.of_passage(review, claim.id)
        self._source_place.setText(there or self.tr("NO PASSAGE IN THE SOURCES"))
        self._source.set_pieces(source_pieces(evidence, source) if evidence and source else [])
        self._source.setVisible(source is not None)

    def _show_nothing(self) -> None:
        self._title.setText(self.tr("No claim chosen"))
        for one in (self._found, self._article_place, self._source_place, self._note):
            one.setText("")
        self._article.set_pieces([])
        self._source.set_pieces([])
        self.setAccessibleDescription(self._title.text())

    def showEvent(self, _event: QShowEvent) -> None:
        """Show what changed while the page was hidden."""
        self.refresh()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        end = button(self.tr("End presentation"), "quiet", self.tr("End the presentation, key Escape"))
        end.clicked.connect(self.ended)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(end)
        verdicts = QHBoxLayout()
        verdicts.setSpacing(12)
        verdicts.addStretch(1)
        for decision, one in self._buttons.items():
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            one.clicked.connect(lambda _checked=False, wanted=decision: self._press(wanted))
            verdicts.addWidget(one)
        verdicts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 24, MARGIN, 24)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self._found)
        layout.addWidget(hairline())
        layout.addWidget(self._words_area(), 1)
        layout.addWidget(hairline())
        layout.addLayout(verdicts)

    def _words_area(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._article_place)
        column.addWidget(self._article)
        column.addSpacing(24)
        column.addWidget(self._source_place)
        column.addWidget(self._source)
        column.addSpacing(16)
        column.addWidget(self._note)
        column.addStretch(1)
        return scrolling(inside)

    def _press(self, wanted: Decision) -> None:
        self.refresh()
        self.decided.emit(wanted)
        self.setFocus()


def _findings(review: Review, claim: Claim) -> str:
    found = sorted(review.findings.get(claim.id, ()), key=lambda one: -one.severity)
    lines = []
    for finding in found:
        name = word(RULES, finding.rule)
        values = values_of(finding)
        lines.append(f"{name}: {values}" if values else name)
    said = " · ".join(dict.fromkeys(lines))
    return said[:1].upper() + said[1:]
