"""What a command of the window is: its menu, its keys, and when it can be used."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from reviewer.gui.translation import noop, translated


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    CLAIM = "claim"
    VERDICT = "verdict"
    SOURCE = "source"
    REDACTION = "redaction"
    VIEW = "view"
    HELP = "help"


MENU_TITLES: dict[Menu, str] = {
    Menu.FILE: noop("Actions", "&File"),
    Menu.EDIT: noop("Actions", "&Edit"),
    Menu.CLAIM: noop("Actions", "&Claim"),
    Menu.VERDICT: noop("Actions", "Ver&dict"),
    Menu.SOURCE: noop("Actions", "&Source"),
    Menu.REDACTION: noop("Actions", "&Redaction"),
    Menu.VIEW: noop("Actions", "&View"),
    Menu.HELP: noop("Actions", "&Help"),
}


@dataclass(frozen=True)
class WindowState:
    """What decides which actions can be used."""

    has_article: bool = False
    has_claim: bool = False
    has_claims: bool = False
    is_judged: bool = False
    has_source: bool = False
    has_candidates: bool = False
    has_article_selection: bool = False
    has_source_selection: bool = False
    has_dismissed: bool = False
    is_said_again: bool = False
    has_marks: bool = False
    has_marks_behind: bool = False
    can_undo: bool = False
    can_redo: bool = False


def always(_state: WindowState) -> bool:
    """Usable at any time."""
    return True


def with_article(state: WindowState) -> bool:
    """Usable once there is an article."""
    return state.has_article


def with_claim(state: WindowState) -> bool:
    """Usable while a claim is the current one."""
    return state.has_claim


def with_claims(state: WindowState) -> bool:
    """Usable while there are claims."""
    return state.has_claims


def with_source(state: WindowState) -> bool:
    """Usable while there is a source."""
    return state.has_source


def with_candidates(state: WindowState) -> bool:
    """Usable while the current claim has several passages."""
    return state.has_candidates


def with_judged(state: WindowState) -> bool:
    """Usable while the current claim is judged."""
    return state.is_judged


def with_document(state: WindowState) -> bool:
    """Usable once there is an article or a source."""
    return state.has_article or state.has_source


def with_marks(state: WindowState) -> bool:
    """Usable while something is marked for redaction."""
    return state.has_marks


@dataclass(frozen=True)
class ActionSpec:
    """One command: its id, text, menu, keys, and when it can be used.

    `keys` work everywhere in the window; `single_keys` only while a list or a page has the focus. `standard` is the
    platform's own key, for which `keys` stand in where the platform has none.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    single_keys: tuple[str, ...] = ()
    standard: QKeySequence.StandardKey | None = None
    enabled: Callable[[WindowState], bool] = always
    icon: str = ""
    checkable: bool = False
    starts_group: bool = False

    def sequences(self) -> list[QKeySequence]:
        """Return the keys that work everywhere: the platform's, and ours where it has none."""
        found = list(QKeySequence.keyBindings(self.standard)) if self.standard is not None else []
        ours = [QKeySequence(key) for key in self.keys]
        return found + [key for key in ours if key not in found] if self.keys else found

    def keys_shown(self) -> list[str]:
        """Return the keys to show: single keys and our own, as the platform writes them; else the platform's."""
        ours = [QKeySequence(key) for key in (*self.single_keys, *self.keys)]
        shown = ours or self.sequences()[:1]
        return [key.toString(QKeySequence.SequenceFormat.NativeText) for key in shown]


def shown_text(spec: ActionSpec) -> str:
    """Return the command's text in the language of the window."""
    return translated("Actions", spec.text)


def shown_title(menu: Menu) -> str:
    """Return the menu's title in the language of the window."""
    return translated("Actions", MENU_TITLES[menu])
