"""What is known about the current claim, in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui.locators import Locators
from reviewer.gui.notice_words import was_recognised
from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import wrapped
from reviewer.gui.wording import EXPLANATIONS, GRADES, KINDS, RULES, values_of, voice, word
from reviewer.model.claim import Claim
from reviewer.model.finding import Finding, tone_of
from reviewer.model.review import Review
from reviewer.model.verdict import CarryOver
from reviewer.reviewing.session import Change


class FindingPanel(QScrollArea):
    """The findings worst first, where claim and passage stand, other candidates, and the source's grade."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        locators: Locators,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._selection, self._locators, self._theme = bridge, selection, locators, theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings about the claim"))
        self._title = wrapped("", "label")
        self._findings = wrapped("")
        self._findings.setTextFormat(Qt.TextFormat.RichText)
        self._places = wrapped("", "muted")
        self._said = wrapped("", "muted")
        inside = QWidget()
        inside.setProperty("role", "pane")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for one in (self._title, self._findings, self._places, self._said):
            layout.addWidget(one)
        layout.addStretch(1)
        self.setWidget(inside)
        bridge.changed.connect(self._follow)
        selection.changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Colour the findings by another theme."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Show the current claim anew."""
        review, id_ = self._bridge.review, self._selection.claim
        claim = next((one for one in review.claims if one.id == id_), None)
        if claim is None:
            self._title.setText(self.tr("FINDING"))
            self._findings.setText(self._plain(self.tr("Choose a claim to see what was found about it.")))
            self._places.clear()
            self._said.clear()
            return
        self._title.setText(f"{review.display_id(claim.id)} · {voice(claim)} · {word(KINDS, claim.kind)}".upper())
        found = sorted(review.findings.get(claim.id, ()), key=lambda one: -one.severity)
        lines = dict.fromkeys(self._finding_line(one) for one in found) or [self._plain(self._not_compared(review))]
        self._findings.setText("<br>".join(lines))
        self._places.setText("\n".join(self._place_lines(review, claim)))
        self._said.setText("\n".join(self._speaker_lines(review, claim)))

    @property
    def said(self) -> str:
        """Return what stands under the findings: places, grade, speakers."""
        return "\n".join((self._places.text(), self._said.text()))

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        parts = ("findings", "evidence", "analyses", "carried")
        if before.desk is not after.desk or any(getattr(before, p) is not getattr(after, p) for p in parts):
            self.refresh()

    def _not_compared(self, review: Review) -> str:
        if review.desk.sources:
            return self.tr("Not compared with the sources yet.")
        return self.tr("No sources yet: add the documents behind the article.")

    def _finding_line(self, finding: Finding) -> str:
        colour = self._theme.underline(tone_of((finding,))).name()
        name = self._plain(word(RULES, finding.rule).capitalize())
        detail = values_of(finding) or word(EXPLANATIONS, finding.rule)
        return f'<b style="color:{colour}">{name}</b> — {self._plain(detail)}'

    def _plain(self, text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    def _place_lines(self, review: Review, claim: Claim) -> list[str]:
        passages = review.passages(claim.id)
        here = self.tr("Article {place}").format(place=self._locators.of_claim(review, claim.id))
        there = self._locators.of_passage(review, claim.id)
        lines = [f"{here} ↔ {there}" if there else here]
        others = len(passages) - 1
        if others == 1:
            lines.append(self.tr("1 other passage · n shows it"))
        elif others > 1:
            lines.append(self.tr("{count} other passages · n shows the next").format(count=others))
        shown = review.passage(claim.id)
        entry = review.source_entry(shown.anchor.document) if shown and shown.anchor else None
        if entry:
            lines.append(self.tr("Source grade: {grade}").format(grade=word(GRADES, entry.grade).lower()))
        if shown and shown.anchor and was_recognised(review.documents[shown.anchor.document]):
            lines.append(self.tr("The source was read by OCR: compare with its page, not with its text."))
        if shown and shown.anchor and not shown.supports:
            lines.append(self.tr("This is only the nearest passage; it does not hold the claim."))
        return lines

    def _speaker_lines(self, review: Review, claim: Claim) -> list[str]:
        lines = []
        said = claim.attribution
        if said and said.speaker and said.speaker != said.resolved:
            lines.append(self.tr("“{mention}” is {name}").format(mention=said.speaker, name=said.resolved))
        shown = review.passage(claim.id)
        if said and shown and shown.speaker and shown.speaker != said.resolved:
            lines.append(self.tr("In the source: {name}").format(name=shown.speaker))
        if claim.duplicates:
            names = ", ".join(filter(None, (review.display_id(other) for other in claim.duplicates)))
            lines.append(self.tr("Says the same as {claims}").format(claims=names))
        if review.carried.get(claim.id) is CarryOver.RECHECK:
            lines.append(self.tr("The text changed since it was judged: check it again."))
        if claim.added_by_editor:
            lines.append(self.tr("Added by hand"))
        return lines
