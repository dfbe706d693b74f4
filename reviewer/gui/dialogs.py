"""Small questions: a password, initials, which file is the article, what a source is, what the review is called."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.ticks import Radio
from reviewer.gui.widgets import ChoiceBox, give_role, plain_buttons, scrolling, wrapped
from reviewer.gui.wording import GRADES, SOURCE_KINDS, word
from reviewer.model.problem import printable
from reviewer.model.review import Desk
from reviewer.model.source import Grade, SourceEntry, SourceKind

WIDTH = 420
MOST_DRAFTS = 999
LONGEST_INITIALS = 5
MOST_ROWS = 14
ROW = 28
"""Logical pixels a file takes in a list of them; a list of more than fourteen scrolls."""


class Question(QDialog):
    """A title, a sentence, a form, and OK or Cancel."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self._first: QLineEdit | None = None
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setSpacing(8)
        choices = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = plain_buttons(QDialogButtonBox(choices))
        give_role(self.buttons.button(QDialogButtonBox.StandardButton.Ok), "primary")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        if sentence:
            layout.addWidget(wrapped(sentence))
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)

    def add_field(self, title: str, text: str = "") -> QLineEdit:
        """Add a line to type into, named by its title."""
        field = QLineEdit(text)
        field.setAccessibleName(title)
        self.form.addRow(title, field)
        if self._first is None:
            self._first = field
            field.setFocus()
        return field

    def add_choice(self, title: str, choices: Sequence[tuple[str, str]], current: str) -> QComboBox:
        """Add a box with (code, word) choices, named by its title."""
        box = ChoiceBox()
        for code, text in choices:
            box.addItem(text, code)
        box.setCurrentIndex(max(0, box.findData(current)))
        box.setAccessibleName(title)
        self.form.addRow(title, box)
        return box


class InitialsDialog(Question):
    """Asks who is judging; asked once, kept in the preferences."""

    def __init__(self, initials: str, name: str, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Your initials"))
        sentence = wrapped(self.tr("Each verdict carries the initials of whoever gave it, with date and time."))
        self.form.addRow(sentence)
        self._initials = self.add_field(self.tr("Initials"), initials)
        self._initials.setMaxLength(LONGEST_INITIALS)
        self._name = self.add_field(self.tr("Name"), name)
        self._initials.textChanged.connect(self._check)
        self._check()

    @property
    def initials(self) -> str:
        """Return the initials typed."""
        return self._initials.text().strip()

    @property
    def name(self) -> str:
        """Return the name typed."""
        return self._name.text().strip()

    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.initials))


class PasswordDialog(Question):
    """Asks for a file's password; it is used once and never stored."""

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__("", sentence, parent)
        self.setWindowTitle(self.tr("Password"))
        self._password = self.add_field(self.tr("Password"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.addRow(wrapped(self.tr("It is used to open the file and not kept."), "muted"))

    @property
    def password(self) -> str:
        """Return the password typed."""
        return self._password.text()


class ArticleChoice(Question):
    """Asks once, when several files come together, which of them is the article."""

    def __init__(self, paths: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Which one is the article?"))
        self.form.addRow(wrapped(self.tr("The others become its sources.")))
        self._radios = QVBoxLayout()
        self._radios.setSpacing(8)
        self.form.addRow(_scrolling_rows(self._radios, min(len(paths) + 1, MOST_ROWS)))
        self._choices: list[tuple[QRadioButton, Path | None]] = []
        for path in paths:
            self._add(printable(path.name, 80), path)
        self._add(self.tr("None of them: all are sources"), None)
        self._choices[0][0].setChecked(True)

    @property
    def article(self) -> Path | None:
        """Return the file chosen; None when all are sources."""
        return next(path for radio, path in self._choices if radio.isChecked())

    def choose(self, path: Path | None) -> None:
        """Tick a file."""
        next(radio for radio, one in self._choices if one == path).setChecked(True)

    def _add(self, text: str, path: Path | None) -> None:
        radio = Radio(text.replace("&", "&&"))
        radio.setAccessibleName(text)
        self._radios.addWidget(radio)
        self._choices.append((radio, path))


def _scrolling_rows(rows: QVBoxLayout, shown: int) -> QScrollArea:
    """Return a list that shows so many rows and scrolls to the others."""
    inside = QWidget()
    rows.setContentsMargins(2, 2, 2, 2)
    inside.setLayout(rows)
    made = scrolling(inside)
    made.setMinimumHeight(shown * ROW)
    return made


class SourceDialog(Question):
    """Asks what kind of document a source is, how far it can be relied on, and how it was obtained."""

    def __init__(self, name: str, entry: SourceEntry, parent: QWidget | None) -> None:
        super().__init__("", f"{entry.label} {printable(name, 80)}", parent)
        self.setWindowTitle(self.tr("Kind and grade"))
        kinds = [(kind.value, word(SOURCE_KINDS, kind)) for kind in SourceKind]
        grades = [(grade.value, word(GRADES, grade)) for grade in Grade]
        self._kind = self.add_choice(self.tr("Kind"), kinds, entry.kind.value)
        self._grade = self.add_choice(self.tr("Grade"), grades, entry.grade.value)
        self._obtained = self.add_field(self.tr("How obtained"), entry.obtained)

    @property
    def kind(self) -> SourceKind:
        """Return the kind chosen."""
        return SourceKind(self._kind.currentData())

    @property
    def grade(self) -> Grade:
        """Return the grade chosen."""
        return Grade(self._grade.currentData())

    @property
    def obtained(self) -> str:
        """Return how the editor says it was obtained."""
        return self._obtained.text().strip()


class ReviewDialog(Question):
    """Asks what the review is called: slug, draft, desk, reporter."""

    def __init__(self, desk: Desk, slug: str, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Describe the review"))
        self._title = self.add_field(self.tr("Slug"), slug)
        self._draft = self.add_field(self.tr("Draft"), str(desk.draft))
        self._draft.setValidator(QIntValidator(1, MOST_DRAFTS, self))
        self._desk_name = self.add_field(self.tr("Desk"), desk.desk_name)
        self._reporter = self.add_field(self.tr("Reporter"), desk.reporter)

    @property
    def title(self) -> str:
        """Return the slug."""
        return self._title.text().strip()

    @property
    def draft(self) -> int:
        """Return the draft's number."""
        return int(self._draft.text() or 1)

    @property
    def desk_name(self) -> str:
        """Return the desk."""
        return self._desk_name.text().strip()

    @property
    def reporter(self) -> str:
        """Return the reporter."""
        return self._reporter.text().strip()
