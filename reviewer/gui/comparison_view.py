"""The large word diff of a claim against its passage, with every difference in words beneath."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer.gui.comparison_pieces import Piece, PieceStyle, comparison_pieces, one_line
from reviewer.gui.comparison_text import ComparisonText
from reviewer.gui.theme import Theme
from reviewer.gui.typography import GRID
from reviewer.gui.wording import DIFFERENCES, word
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, Evidence
from reviewer.model.review import Review

_MUCH_SHARED = 0.6
_NARROWEST = 160


class ComparisonView(QWidget):
    """Shows one claim against the passage shown for it; a screen reader gets the same in sentences.

    The heading and any scrolling are for whoever holds the view; its height follows from its width.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ComparisonText(theme)
        self._differences = QLabel()
        self._differences.setProperty("role", "muted")
        self._differences.setWordWrap(True)
        self._differences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._words)
        column.addWidget(self._differences)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._words.set_theme(theme)

    def minimumSizeHint(self) -> QSize:
        """Return little: how high it must be follows from its width alone, and not from a guess of its labels."""
        return QSize(_NARROWEST, 0)

    def clear(self) -> None:
        """Show that no claim is chosen."""
        self._show(self.tr("Comparison"), [Piece(self.tr("No claim chosen"), PieceStyle.HARMLESS)], [])

    def show_comparison(
        self,
        review: Review,
        claim: str | None,
        evidence: Evidence | None,
        article: Document | None,
        source: Document | None,
    ) -> None:
        """Show a claim, by its id, against a passage; without one, the claim alone and that nothing was found."""
        found = next((candidate for candidate in review.claims if candidate.id == claim), None)
        if found is None or article is None:
            self.clear()
        elif evidence is None or source is None:
            nothing = self.tr("No passage in the sources is shown for it.")
            self._show(self.tr("Article alone"), [Piece(one_line(found.text))], [nothing])
        else:
            entry = review.source_entry(source.id)
            heading = self.tr("Article against {0}").format(entry.label if entry else source.name)
            pieces = comparison_pieces(found.span, evidence, article, source)
            self._show(heading, pieces, self._notes(evidence, _shared(pieces) < _MUCH_SHARED))

    @property
    def said(self) -> str:
        """Return everything shown as plain sentences, as a screen reader gets it."""
        return self.accessibleDescription()

    def _notes(self, evidence: Evidence, in_other_words: bool) -> list[str]:
        notes = [self._sentence(difference) for difference in evidence.differences if not difference.harmless]
        if not evidence.supports:
            notes.insert(0, self.tr("Only the nearest passage; it does not hold the claim."))
        if (in_other_words or not evidence.runs) and evidence.anchor is not None:
            notes.append(self.tr("Source: {0}").format(one_line(evidence.anchor.exact)))
        harmless = [word(DIFFERENCES, difference.kind) for difference in evidence.differences if difference.harmless]
        if harmless:
            notes.append(self.tr("Makes no difference: {0}").format(", ".join(dict.fromkeys(harmless))))
        return notes

    def _show(self, heading: str, pieces: list[Piece], notes: list[str]) -> None:
        self._words.set_pieces(pieces)
        self._differences.setText("\n".join(notes))
        self._differences.setVisible(bool(notes))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(" ".join([_read_out(pieces), *notes]))

    def _sentence(self, difference: Difference) -> str:
        kind = word(DIFFERENCES, difference.kind)
        kind = kind[:1].upper() + kind[1:]
        ours, theirs = one_line(difference.article), one_line(difference.source)
        if ours and theirs:
            return self.tr("{0}: the article has “{1}”, the source “{2}”.").format(kind, ours, theirs)
        if ours:
            return self.tr("{0}: “{1}” is not in the source.").format(kind, ours)
        return self.tr("{0}: the source also has “{1}”.").format(kind, theirs)


def _shared(pieces: list[Piece]) -> float:
    """Return how much of the article's wording, from 0 to 1, stands in the source as it is."""
    ours = [piece for piece in pieces if piece.style is not PieceStyle.SOURCE_ONLY]
    same = sum(len(piece.text) for piece in ours if piece.style is PieceStyle.PLAIN)
    return same / max(1, sum(len(piece.text) for piece in ours))


def _read_out(pieces: list[Piece]) -> str:
    """Return the comparison as plain text: the article's wording, as a screen reader reads it."""
    return "".join(piece.text for piece in pieces if piece.style is not PieceStyle.SOURCE_ONLY)
