"""Asks what the packet is to be: for whom, in which formats, where to; says what is left out and why it is on HOLD."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.standing import reasons_of
from reviewer.gui.ticks import Radio, Tick
from reviewer.gui.translation import noop, translated
from reviewer.gui.widgets import button, give_role, hairline, label, plain_buttons, wrapped
from reviewer.model.packet import WITHHELD, PacketFormat, PacketOptions, PaperSize, Profile, Withheld
from reviewer.model.standing import Standing
from reviewer.preferences import Preferences

PROFILES: dict[Profile, tuple[str, str]] = {
    Profile.DESK: (noop("Export", "Desk"), noop("Export", "everything the desk needs")),
    Profile.LEGAL: (noop("Export", "Legal"), noop("Export", "all of it, privileged")),
    Profile.REPORTER: (
        noop("Export", "Reporter"),
        noop("Export", "what to change, no confidential names"),
    ),
    Profile.OUTSIDE: (
        noop("Export", "Outside"),
        noop("Export", "numbered claims for a reply, nothing else"),
    ),
}
LEFT_OUT: dict[Withheld, str] = {
    Withheld.LEGAL_NOTES: noop("Export", "legal notes"),
    Withheld.ALL_NOTES: noop("Export", "all notes"),
    Withheld.ANONYMOUS_SOURCES: noop("Export", "names, files and passages of anonymous sources"),
    Withheld.OTHER_CLAIMS: noop("Export", "claims that were not chosen"),
    Withheld.JUDGEMENTS: noop("Export", "verdicts, findings and corrections"),
    Withheld.SOURCES: noop("Export", "sources and exhibits"),
    Withheld.STAFF_NAMES: noop("Export", "names of reporter and checkers"),
    Withheld.ATTACHMENTS: noop("Export", "attachments (review.json, claims.csv, manifest)"),
}
FORMATS: dict[PacketFormat, str] = {PacketFormat.PDF: "PDF", PacketFormat.DOCX: "DOCX (Word)"}
PAPERS: dict[PaperSize, str] = {PaperSize.A4: "A4", PaperSize.LETTER: "Letter"}
WIDTH = 560


class ExportDialog(QDialog):
    """`options` and `folder` are what was chosen; the profile and formats of last time are ticked.

    `embargo` is a sentence about an embargo that still holds, empty when none does.
    """

    def __init__(
        self, standing: Standing, values: Preferences, folder: Path, parent: QWidget | None = None, embargo: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export packet"))
        self.setMinimumWidth(WIDTH)
        self._standing = standing
        self._profiles = {one: Radio() for one in Profile}
        self._formats = {one: Tick(FORMATS[one]) for one in PacketFormat}
        self._papers = {one: Radio(PAPERS[one]) for one in PaperSize}
        self._deadline = QLineEdit()
        self._deadline.setAccessibleName(self.tr("Reply wanted by"))
        self._tracked = Tick(self.tr("Corrections as tracked changes in the DOCX"))
        self._xfdf = Tick(self.tr("Annotations also as XFDF"))
        self._claim_review = Tick(self.tr("Judged claims also as ClaimReview (schema.org)"))
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        self._left_out = wrapped("", "muted")
        self._hold = wrapped("", "hold")
        self._embargo = wrapped(embargo, "hold")
        self._embargo.setVisible(bool(embargo))
        self._buttons = plain_buttons(QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel))
        self._export = button(self.tr("Export"), "primary")
        self._buttons.addButton(self._export, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._tick(values)
        self._update()
        self._export.setAutoDefault(True)
        self._export.setDefault(True)

    @property
    def profile(self) -> Profile:
        """Return for whom the packet is."""
        return next(one for one, radio in self._profiles.items() if radio.isChecked())

    @property
    def formats(self) -> tuple[PacketFormat, ...]:
        """Return the formats ticked."""
        return tuple(one for one, box in self._formats.items() if box.isChecked())

    @property
    def paper(self) -> PaperSize:
        """Return the page size."""
        return next(one for one, radio in self._papers.items() if radio.isChecked())

    @property
    def folder(self) -> Path:
        """Return where the packet is to be saved."""
        return Path(self._folder.text()).expanduser()

    def options(self, made_at: str, made_by: str) -> PacketOptions:
        """Return the choices; `made_at` is ISO 8601 with zone."""
        return PacketOptions(
            formats=self.formats,
            profile=self.profile,
            made_at=made_at,
            made_by=made_by,
            paper=self.paper,
            deadline=self._deadline.text().strip(),
            tracked_corrections=self._tracked.isChecked(),
            xfdf=self._xfdf.isChecked() and self._xfdf.isEnabled(),
            claim_review=self._claim_review.isChecked() and self._claim_review.isEnabled(),
        )

    def choose(self, profile: Profile) -> None:
        """Tick a profile."""
        self._profiles[profile].setChecked(True)

    @property
    def left_out(self) -> str:
        """Return what the dialog says is left out."""
        return self._left_out.text()

    @property
    def hold(self) -> str:
        """Return what the dialog says about HOLD or READY."""
        return self._hold.text()

    @property
    def embargo(self) -> str:
        """Return what the dialog says about an embargo."""
        return self._embargo.text()

    @property
    def asks_for_deadline(self) -> bool:
        """Return whether the dialog asks by when a reply is wanted."""
        return self._deadline.isVisible()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("For"), self._profile_rows())
        form.addRow(self.tr("Left out"), self._left_out)
        form.addRow(self.tr("Formats"), _row(list(self._formats.values())))
        form.addRow(self.tr("Paper"), _row(list(self._papers.values())))
        for one in (self._tracked, self._xfdf, self._claim_review):
            form.addRow("", one)
        form.addRow(self.tr("Reply wanted by"), self._deadline)
        form.addRow(self.tr("Folder"), self._folder_row())
        self._deadline_label = form.labelForField(self._deadline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._hold)
        layout.addWidget(self._embargo)
        layout.addLayout(form)
        layout.addWidget(hairline())
        layout.addWidget(self._buttons)

    def _profile_rows(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (one, radio) in enumerate(self._profiles.items()):
            name, purpose = (translated("Export", text) for text in PROFILES[one])
            radio.setText(name)
            radio.setAccessibleName(f"{name}: {purpose}")
            radio.toggled.connect(self._update)
            grid.addWidget(radio, at, 0)
            grid.addWidget(label(purpose, "muted"), at, 1)
        grid.setColumnStretch(1, 1)
        return holder

    def _folder_row(self) -> QWidget:
        choose = button(self.tr("Choose…"), name=self.tr("Choose the folder"))
        choose.clicked.connect(self._choose_folder)
        self._folder.textChanged.connect(self._update)
        for box in self._formats.values():
            box.toggled.connect(self._update)
        return _row([self._folder, choose], stretch=False)

    def _tick(self, values: Preferences) -> None:
        _named(self._profiles, values.packet_profile, Profile.DESK).setChecked(True)
        _named(self._papers, values.paper, PaperSize.A4).setChecked(True)
        for one, box in self._formats.items():
            box.setChecked(one.value in values.packet_formats)

    def _update(self) -> None:
        if not any(radio.isChecked() for radio in self._profiles.values()):
            return
        left = [translated("Export", LEFT_OUT[one]) for one in WITHHELD[self.profile]]
        if self._standing.marks:
            left.append(self.tr("what is marked for redaction ({count})").format(count=self._standing.marks))
        self._left_out.setText("\n".join(f"– {text}" for text in left) if left else self.tr("nothing"))
        outside = self.profile is Profile.OUTSIDE
        self._deadline.setVisible(outside)
        self._deadline_label.setVisible(outside)
        self._tracked.setEnabled(PacketFormat.DOCX in self.formats)
        self._xfdf.setEnabled(PacketFormat.PDF in self.formats and not outside)
        self._claim_review.setEnabled(not outside)
        self._export.setEnabled(bool(self.formats) and bool(self._folder.text().strip()))
        self._show_hold()

    def _show_hold(self) -> None:
        held = self._standing.is_held
        give_role(self._hold, "hold" if held else "ready")
        on_hold = self.tr("HOLD will stand on the cover: {reasons}.").format(
            reasons=", ".join(reasons_of(self._standing))
        )
        self._hold.setText(on_hold if held else self.tr("READY: every claim is judged and nothing is in the way."))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the packet"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)


def _named(choices: dict[Profile, Radio] | dict[PaperSize, Radio], name: str, otherwise: str) -> QRadioButton:
    by_name = {one.value: radio for one, radio in choices.items()}
    return by_name.get(name, by_name[str(otherwise)])


def _row(widgets: Sequence[QWidget | QLabel], stretch: bool = True) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for one in widgets:
        row.addWidget(one)
    if stretch:
        row.addStretch(1)
    return holder
