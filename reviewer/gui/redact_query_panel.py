"""What is to be looked for and redacted: words, spellings of a name, shapes of data, an expression."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui.redact_hits import Query
from reviewer.gui.ticks import Tick
from reviewer.gui.translation import noop, translated
from reviewer.gui.widgets import label, wrapped
from reviewer.model.analysis import SensitiveKind
from reviewer.model.problem import printable

PATTERNS: dict[SensitiveKind, str] = {
    SensitiveKind.PHONE: noop("Redact", "Phone numbers"),
    SensitiveKind.EMAIL: noop("Redact", "E-mail addresses"),
    SensitiveKind.ADDRESS: noop("Redact", "Street addresses"),
    SensitiveKind.ID_NUMBER: noop("Redact", "Identity numbers"),
    SensitiveKind.IBAN: noop("Redact", "Bank accounts (IBAN)"),
    SensitiveKind.DATE_OF_BIRTH: noop("Redact", "Dates of birth"),
}
WIDTH = 280
LINES = 3
MOST_SPELLINGS = 24
LONGEST_SPELLING = 40


class RedactQueryPanel(QScrollArea):
    """`changed()` when something else is to be looked for, `spellings_chosen()` when a spelling was ticked or not."""

    changed = Signal()
    spellings_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = _Lines()
        self.words.setPlaceholderText(self.tr("A name or word; a list one below the other"))
        self.words.setAccessibleName(self.tr("Names or words, one a line"))
        self.words.textChanged.connect(self.changed)
        self.expression = QLineEdit()
        self.expression.setPlaceholderText(self.tr("such as  X-\\d{4}"))
        self.expression.setAccessibleName(self.tr("Regular expression"))
        self.expression.textChanged.connect(lambda _text: self.changed.emit())
        self.patterns = {kind: Tick(translated("Redact", text)) for kind, text in PATTERNS.items()}
        for tick in self.patterns.values():
            tick.toggled.connect(lambda _on: self.changed.emit())
        self._error = wrapped("", "error")
        self._error.hide()
        self._spellings: dict[str, Tick] = {}
        self._chosen: set[str] = set()
        self._offer = QWidget()
        self._offered = QVBoxLayout(self._offer)
        self._offered.setContentsMargins(0, 0, 0, 0)
        self._offered.setSpacing(4)
        self._lay_out()

    @property
    def query(self) -> Query:
        """Return what is to be looked for."""
        terms = (" ".join(line.split()) for line in self.words.toPlainText().splitlines())
        patterns = tuple(kind for kind, tick in self.patterns.items() if tick.isChecked())
        return Query(tuple(dict.fromkeys(filter(None, terms))), patterns, self.expression.text())

    @property
    def chosen(self) -> frozenset[str]:
        """Return the words and the spellings ticked."""
        offered = {spelling for spelling in self._spellings if spelling in self._chosen}
        return frozenset((*self.query.terms, *offered))

    @property
    def error(self) -> str:
        """Return what is said to be wrong with the expression, empty when nothing is."""
        return self._error.text() if not self._error.isHidden() else ""

    @property
    def spellings(self) -> dict[str, Tick]:
        """Return the ticks of the spellings offered, in their order."""
        return dict(self._spellings)

    def look_for(self, words: str) -> None:
        """Put words into the field in place of what is there."""
        self.words.setPlainText(" ".join(words.split()))
        self.words.selectAll()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with the expression; empty takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def show_spellings(self, counts: Mapping[str, int]) -> None:
        """Offer other spellings of the name with the places that each would add; those ticked stay ticked."""
        gone = {spelling: 0 for spelling in self._spellings if spelling in self._chosen and spelling not in counts}
        offered = dict(list({**counts, **gone}.items())[:MOST_SPELLINGS])
        if list(offered) != list(self._spellings):
            self._offer_anew(tuple(offered))
        for spelling, count in offered.items():
            name = printable(spelling, LONGEST_SPELLING).replace("&", "&&")
            self._spellings[spelling].setText(f"{name}  ·  {count}" if count else name)
        self._offer.setVisible(bool(offered))
        self._offer_title.setVisible(bool(offered))

    def _offer_anew(self, spellings: Sequence[str]) -> None:
        for tick in self._spellings.values():
            self._offered.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._spellings = {}
        for spelling in spellings:
            tick = Tick()
            with QSignalBlocker(tick):
                tick.setChecked(spelling in self._chosen)
            tick.setAccessibleName(self.tr("Spelling {spelling}").format(spelling=printable(spelling, 60)))
            tick.toggled.connect(lambda on, one=spelling: self._choose(one, on))
            self._offered.addWidget(tick)
            self._spellings[spelling] = tick

    def _choose(self, spelling: str, on: bool) -> None:
        self._chosen = self._chosen | {spelling} if on else self._chosen - {spelling}
        self.spellings_chosen.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(20, 16, 16, 16)
        layout.setSpacing(6)
        self._offer_title = _title(self.tr("Other spellings"))
        layout.addWidget(_title(self.tr("Look for")))
        layout.addWidget(self.words)
        layout.addSpacing(2)
        layout.addWidget(self._offer_title)
        layout.addWidget(self._offer)
        layout.addSpacing(8)
        layout.addWidget(_title(self.tr("Everything that looks like")))
        for tick in self.patterns.values():
            layout.addWidget(tick)
        layout.addSpacing(8)
        layout.addWidget(_title(self.tr("Regular expression")))
        layout.addWidget(self.expression)
        layout.addWidget(self._error)
        layout.addStretch(1)
        self._offer.hide()
        self._offer_title.hide()
        self.setWidget(inside)


class _Lines(QPlainTextEdit):
    """A few lines to type into; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)


def _title(text: str) -> QWidget:
    return label(text.upper(), "label")
