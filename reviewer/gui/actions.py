"""Every command of the window as data: menus, shortcuts and the key card come from this table."""

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
    VIEW = "view"
    HELP = "help"


MENU_TITLES: dict[Menu, str] = {
    Menu.FILE: noop("Actions", "&File"),
    Menu.EDIT: noop("Actions", "&Edit"),
    Menu.CLAIM: noop("Actions", "&Claim"),
    Menu.VERDICT: noop("Actions", "Ver&dict"),
    Menu.SOURCE: noop("Actions", "&Source"),
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
    can_undo: bool = False
    can_redo: bool = False


def _always(_state: WindowState) -> bool:
    return True


def _article(state: WindowState) -> bool:
    return state.has_article


def _claim(state: WindowState) -> bool:
    return state.has_claim


def _claims(state: WindowState) -> bool:
    return state.has_claims


def _source(state: WindowState) -> bool:
    return state.has_source


def _candidates(state: WindowState) -> bool:
    return state.has_candidates


def _judged(state: WindowState) -> bool:
    return state.is_judged


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
    enabled: Callable[[WindowState], bool] = _always
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


_Key = QKeySequence.StandardKey

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.open_article", noop("Actions", "&Open article…"), Menu.FILE, ("Ctrl+O",), icon="open"),
    ActionSpec("file.add_source", noop("Actions", "&Add sources…"), Menu.FILE, ("Ctrl+Shift+O",), icon="add"),
    ActionSpec("file.paste", noop("Actions", "&Paste article or source"), Menu.FILE, ("Ctrl+V",), standard=_Key.Paste),
    ActionSpec("file.sample", noop("Actions", "Open the &sample review"), Menu.FILE),
    ActionSpec("file.open_review", noop("Actions", "Open &review…"), Menu.FILE, ("Ctrl+Alt+O",), starts_group=True),
    ActionSpec("file.save_as", noop("Actions", "Save review &as…"), Menu.FILE, ("Ctrl+Shift+S",), enabled=_article),
    ActionSpec(
        "file.export",
        noop("Actions", "&Export packet…"),
        Menu.FILE,
        ("Ctrl+E",),
        enabled=_article,
        icon="export",
        starts_group=True,
    ),
    ActionSpec("file.quit", noop("Actions", "&Quit"), Menu.FILE, ("Ctrl+Q",), standard=_Key.Quit, starts_group=True),
    ActionSpec(
        "edit.undo",
        noop("Actions", "&Undo"),
        Menu.EDIT,
        ("Ctrl+Z",),
        ("U",),
        _Key.Undo,
        lambda state: state.can_undo,
    ),
    ActionSpec(
        "edit.redo",
        noop("Actions", "&Redo"),
        Menu.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        (),
        _Key.Redo,
        lambda state: state.can_redo,
    ),
    ActionSpec(
        "edit.copy", noop("Actions", "&Copy"), Menu.EDIT, ("Ctrl+C",), (), _Key.Copy, _article, starts_group=True
    ),
    ActionSpec(
        "edit.find", noop("Actions", "&Search this pane"), Menu.EDIT, ("Ctrl+F",), ("/",), _Key.Find, _article, "search"
    ),
    ActionSpec(
        "edit.find_all",
        noop("Actions", "Search article and &all sources…"),
        Menu.EDIT,
        ("Ctrl+Shift+F",),
        enabled=_article,
    ),
    ActionSpec("edit.filter", noop("Actions", "&Filter the claims"), Menu.EDIT, ("Ctrl+L",), enabled=_claims),
    ActionSpec("edit.initials", noop("Actions", "Your &initials…"), Menu.EDIT, starts_group=True),
    ActionSpec("edit.describe", noop("Actions", "&Describe the review…"), Menu.EDIT, enabled=_article),
    ActionSpec("claim.next", noop("Actions", "&Next claim"), Menu.CLAIM, (), ("J",), enabled=_claims),
    ActionSpec("claim.previous", noop("Actions", "&Previous claim"), Menu.CLAIM, (), ("K",), enabled=_claims),
    ActionSpec("claim.next_open", noop("Actions", "Next &open claim"), Menu.CLAIM, (), ("Shift+J",), enabled=_claims),
    ActionSpec(
        "claim.previous_open", noop("Actions", "Previous open claim"), Menu.CLAIM, (), ("Shift+K",), enabled=_claims
    ),
    ActionSpec(
        "claim.next_candidate",
        noop("Actions", "Next passage"),
        Menu.CLAIM,
        (),
        ("N",),
        enabled=_candidates,
        starts_group=True,
    ),
    ActionSpec(
        "claim.previous_candidate", noop("Actions", "Previous passage"), Menu.CLAIM, (), ("P",), enabled=_candidates
    ),
    ActionSpec("claim.comment", noop("Actions", "&Comment"), Menu.CLAIM, (), ("C",), enabled=_claim, starts_group=True),
    ActionSpec("claim.correct", noop("Actions", "C&orrection"), Menu.CLAIM, (), ("E",), enabled=_claim),
    ActionSpec(
        "claim.read_second", noop("Actions", "Second &reader's initials"), Menu.CLAIM, (), ("I",), enabled=_judged
    ),
    ActionSpec(
        "claim.add",
        noop("Actions", "&Make the selected words a claim"),
        Menu.CLAIM,
        ("Ctrl+M",),
        enabled=lambda state: state.has_article_selection,
        starts_group=True,
    ),
    ActionSpec(
        "claim.link",
        noop("Actions", "&Link the selected passage"),
        Menu.CLAIM,
        ("Ctrl+K",),
        enabled=lambda state: state.has_claim and state.has_source_selection,
    ),
    ActionSpec("claim.dismiss", noop("Actions", "Not a claim: &dismiss"), Menu.CLAIM, (), ("Del",), enabled=_claim),
    ActionSpec(
        "claim.restore",
        noop("Actions", "Bring dismissed claims back"),
        Menu.CLAIM,
        enabled=lambda state: state.has_dismissed,
    ),
    ActionSpec(
        "claim.furniture",
        noop("Actions", "Paragraph is page &furniture, or story again"),
        Menu.CLAIM,
        enabled=lambda state: state.has_article_selection,
    ),
    ActionSpec("verdict.verified", noop("Actions", "&Verified"), Menu.VERDICT, (), ("1",), enabled=_claim),
    ActionSpec("verdict.fix", noop("Actions", "&Fix"), Menu.VERDICT, (), ("2",), enabled=_claim),
    ActionSpec("verdict.unsourced", noop("Actions", "&Unsourced"), Menu.VERDICT, (), ("3",), enabled=_claim),
    ActionSpec("verdict.query", noop("Actions", "&Query"), Menu.VERDICT, (), ("4",), enabled=_claim),
    ActionSpec("verdict.not_checkable", noop("Actions", "&Not checkable"), Menu.VERDICT, (), ("5",), enabled=_claim),
    ActionSpec("verdict.cut", noop("Actions", "&Cut"), Menu.VERDICT, (), ("6",), enabled=_claim),
    ActionSpec(
        "verdict.clear", noop("Actions", "&Open again"), Menu.VERDICT, (), ("0",), enabled=_judged, starts_group=True
    ),
    ActionSpec("source.describe", noop("Actions", "&Kind and grade…"), Menu.SOURCE, enabled=_source),
    ActionSpec("source.next", noop("Actions", "&Next source"), Menu.SOURCE, ("Ctrl+PgDown",), enabled=_source),
    ActionSpec("source.previous", noop("Actions", "&Previous source"), Menu.SOURCE, ("Ctrl+PgUp",), enabled=_source),
    ActionSpec(
        "source.remove", noop("Actions", "&Remove this source"), Menu.SOURCE, enabled=_source, starts_group=True
    ),
    ActionSpec("view.zoom_in", noop("Actions", "Zoom &in"), Menu.VIEW, ("Ctrl++", "Ctrl+="), (), _Key.ZoomIn, _article),
    ActionSpec("view.zoom_out", noop("Actions", "Zoom &out"), Menu.VIEW, ("Ctrl+-",), (), _Key.ZoomOut, _article),
    ActionSpec(
        "view.fit_width", noop("Actions", "Fit the &width of the text"), Menu.VIEW, ("Ctrl+0",), enabled=_article
    ),
    ActionSpec("view.fit_page", noop("Actions", "Fit the pa&ge's width"), Menu.VIEW, ("Ctrl+9",), enabled=_article),
    ActionSpec(
        "view.sort_place",
        noop("Actions", "Sort claims by &place"),
        Menu.VIEW,
        enabled=_claims,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec("view.sort_risk", noop("Actions", "Sort claims by &risk"), Menu.VIEW, enabled=_claims, checkable=True),
    ActionSpec("view.next_pane", noop("Actions", "Ne&xt pane"), Menu.VIEW, ("F6",), starts_group=True),
    ActionSpec("view.previous_pane", noop("Actions", "Previous pane"), Menu.VIEW, ("Shift+F6",)),
    ActionSpec("view.swap", noop("Actions", "&Swap article and source"), Menu.VIEW, ("F7",), enabled=_article),
    ActionSpec(
        "view.stack", noop("Actions", "S&tack article and source"), Menu.VIEW, ("F8",), (), None, _article, "", True
    ),
    ActionSpec(
        "view.sync", noop("Actions", "S&ource follows the claim"), Menu.VIEW, ("F4",), (), None, _article, "", True
    ),
    ActionSpec("view.list", noop("Actions", "Claims &list"), Menu.VIEW, ("F9",), (), None, _article, "", True),
    ActionSpec("view.light", noop("Actions", "&Light"), Menu.VIEW, checkable=True, starts_group=True),
    ActionSpec("view.dark", noop("Actions", "&Dark"), Menu.VIEW, checkable=True),
    ActionSpec(
        "view.full_screen",
        noop("Actions", "F&ull screen"),
        Menu.VIEW,
        ("F11",),
        (),
        _Key.FullScreen,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec("view.single_keys", noop("Actions", "Single-letter &keys"), Menu.VIEW, checkable=True),
    ActionSpec("help.contents", noop("Actions", "&Help"), Menu.HELP, ("F1",), standard=_Key.HelpContents),
    ActionSpec("help.keys", noop("Actions", "All &keys"), Menu.HELP, ("Ctrl+?",), ("?",)),
    ActionSpec("help.about", noop("Actions", "&About Reviewer"), Menu.HELP, starts_group=True),
)
"""In menu order. An id is `menu.what`; the window's method of the same name with an underscore carries it out."""
