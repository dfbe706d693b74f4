"""The preferences that an editor sets by hand; everything else is remembered while one works."""

from PySide6.QtWidgets import QWidget

from reviewer.gui.dialogs import LONGEST_INITIALS, Question
from reviewer.gui.export_dialog import PAPERS
from reviewer.gui.ticks import Tick
from reviewer.gui.translation import noop, translated
from reviewer.gui.widgets import wrapped
from reviewer.preferences import Preferences

THEMES: dict[str, str] = {
    "system": noop("Preferences", "As the system"),
    "light": noop("Preferences", "Light"),
    "dark": noop("Preferences", "Dark"),
}
QUOTE_RULES: dict[str, str] = {
    "standard": noop("Preferences", "Standard: brackets, ellipses and number style may differ"),
    "never_alter": noop("Preferences", "Never alter: only capitals and end punctuation may differ"),
    "clean_up": noop("Preferences", "Cleaning up: fillers and tense may differ too"),
}


class PreferencesDialog(Question):
    """Shows the preferences; `chosen` holds what differs when it is accepted."""

    def __init__(self, values: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._initials = self.add_field(self.tr("Initials"), values.initials)
        self._initials.setMaxLength(LONGEST_INITIALS)
        self._name = self.add_field(self.tr("Name"), values.name)
        self._desk = self.add_field(self.tr("Desk"), values.desk_name)
        self._quotes = self.add_choice(self.tr("Quotation rules"), _quote_rules(values), values.quote_profile)
        every = self.tr("They decide how serious a difference in a quotation is; every difference is always shown.")
        self.form.addRow("", wrapped(every, "muted"))
        self._theme = self.add_choice(self.tr("Colours"), _shown(THEMES), values.theme)
        papers = [(paper.value, name) for paper, name in PAPERS.items()]
        self._paper = self.add_choice(self.tr("Paper"), papers, values.paper)
        self._keys = Tick(self.tr("Single letters and digits judge and move"))
        self._keys.setChecked(values.single_keys)
        self.form.addRow("", self._keys)

    @property
    def chosen(self) -> dict[str, object]:
        """Return the preferences as they stand in the dialog, by their names."""
        return {
            "initials": self._initials.text().strip(),
            "name": self._name.text().strip(),
            "desk_name": self._desk.text().strip(),
            "quote_profile": self._quotes.currentData(),
            "theme": self._theme.currentData(),
            "paper": self._paper.currentData(),
            "single_keys": self._keys.isChecked(),
        }


def _quote_rules(values: Preferences) -> list[tuple[str, str]]:
    """Return the shipped rules, and after them those of the desk's own that have other names."""
    return [*_shown(QUOTE_RULES), *((name, name) for name in sorted(values.quote_profiles) if name not in QUOTE_RULES)]


def _shown(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, translated("Preferences", text)) for code, text in table.items()]
