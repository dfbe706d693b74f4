"""Every command of the window as data: menus, shortcuts and the key card come from this table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence


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
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.CLAIM: QT_TRANSLATE_NOOP("Actions", "&Claim"),
    Menu.VERDICT: QT_TRANSLATE_NOOP("Actions", "Ver&dict"),
    Menu.SOURCE: QT_TRANSLATE_NOOP("Actions", "&Source"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
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
    role_names: tuple[str, ...] = field(default=())

    def sequences(self) -> list[QKeySequence]:
        """Return the keys that work everywhere: the platform's, and ours where it has none."""
        found = list(QKeySequence.keyBindings(self.standard)) if self.standard is not None else []
        ours = [QKeySequence(key) for key in self.keys]
        return found + [key for key in ours if key not in found] if self.keys else found

    def keys_shown(self) -> list[str]:
        """Return every key of this command as the platform writes it, single keys first."""
        single = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in self.single_keys]
        return single + [key.toString(QKeySequence.SequenceFormat.NativeText) for key in self.sequences()]


def shown_text(spec: ActionSpec) -> str:
    """Return the command's text in the language of the window."""
    return QCoreApplication.translate("Actions", spec.text)


def shown_title(menu: Menu) -> str:
    """Return the menu's title in the language of the window."""
    return QCoreApplication.translate("Actions", MENU_TITLES[menu])


_Key = QKeySequence.StandardKey
_T = QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.open_article", _T("Actions", "&Open article…"), Menu.FILE, ("Ctrl+O",), icon="open"),
    ActionSpec("file.add_source", _T("Actions", "&Add sources…"), Menu.FILE, ("Ctrl+Shift+O",), icon="add"),
    ActionSpec("file.paste", _T("Actions", "&Paste article or source"), Menu.FILE, ("Ctrl+V",), standard=_Key.Paste),
    ActionSpec("file.sample", _T("Actions", "Open the &sample review"), Menu.FILE),
    ActionSpec("file.open_review", _T("Actions", "Open &review…"), Menu.FILE, ("Ctrl+Alt+O",), starts_group=True),
    ActionSpec("file.save_as", _T("Actions", "Save review &as…"), Menu.FILE, ("Ctrl+Shift+S",), enabled=_article),
    ActionSpec(
        "file.export",
        _T("Actions", "&Export packet…"),
        Menu.FILE,
        ("Ctrl+E",),
        enabled=_article,
        icon="export",
        starts_group=True,
    ),
    ActionSpec("file.quit", _T("Actions", "&Quit"), Menu.FILE, ("Ctrl+Q",), standard=_Key.Quit, starts_group=True),
    ActionSpec(
        "edit.undo",
        _T("Actions", "&Undo"),
        Menu.EDIT,
        ("Ctrl+Z",),
        ("U",),
        _Key.Undo,
        lambda state: state.can_undo,
    ),
    ActionSpec(
        "edit.redo",
        _T("Actions", "&Redo"),
        Menu.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        (),
        _Key.Redo,
        lambda state: state.can_redo,
    ),
    ActionSpec("edit.copy", _T("Actions", "&Copy"), Menu.EDIT, ("Ctrl+C",), (), _Key.Copy, _article, starts_group=True),
    ActionSpec(
        "edit.find", _T("Actions", "&Search this pane"), Menu.EDIT, ("Ctrl+F",), ("/",), _Key.Find, _article, "search"
    ),
    ActionSpec("edit.filter", _T("Actions", "&Filter the claims"), Menu.EDIT, ("Ctrl+L",), enabled=_claims),
    ActionSpec("edit.initials", _T("Actions", "Your &initials…"), Menu.EDIT, starts_group=True),
    ActionSpec("edit.describe", _T("Actions", "&Describe the review…"), Menu.EDIT, enabled=_article),
    ActionSpec("claim.next", _T("Actions", "&Next claim"), Menu.CLAIM, (), ("J",), enabled=_claims),
    ActionSpec("claim.previous", _T("Actions", "&Previous claim"), Menu.CLAIM, (), ("K",), enabled=_claims),
    ActionSpec("claim.next_open", _T("Actions", "Next &open claim"), Menu.CLAIM, (), ("Shift+J",), enabled=_claims),
    ActionSpec(
        "claim.previous_open", _T("Actions", "Previous open claim"), Menu.CLAIM, (), ("Shift+K",), enabled=_claims
    ),
    ActionSpec(
        "claim.next_candidate",
        _T("Actions", "Next passage"),
        Menu.CLAIM,
        (),
        ("N",),
        enabled=_candidates,
        starts_group=True,
    ),
    ActionSpec(
        "claim.previous_candidate", _T("Actions", "Previous passage"), Menu.CLAIM, (), ("P",), enabled=_candidates
    ),
    ActionSpec("claim.comment", _T("Actions", "&Comment"), Menu.CLAIM, (), ("C",), enabled=_claim, starts_group=True),
    ActionSpec("claim.correct", _T("Actions", "C&orrection"), Menu.CLAIM, (), ("E",), enabled=_claim),
    ActionSpec(
        "claim.read_second", _T("Actions", "Second &reader's initials"), Menu.CLAIM, (), ("I",), enabled=_judged
    ),
    ActionSpec(
        "claim.add",
        _T("Actions", "&Make the selected words a claim"),
        Menu.CLAIM,
        ("Ctrl+M",),
        enabled=lambda state: state.has_article_selection,
        starts_group=True,
    ),
    ActionSpec(
        "claim.link",
        _T("Actions", "&Link the selected passage"),
        Menu.CLAIM,
        ("Ctrl+K",),
        enabled=lambda state: state.has_claim and state.has_source_selection,
    ),
    ActionSpec("claim.dismiss", _T("Actions", "Not a claim: &dismiss"), Menu.CLAIM, (), ("Del",), enabled=_claim),
    ActionSpec(
        "claim.restore",
        _T("Actions", "Bring dismissed claims back"),
        Menu.CLAIM,
        enabled=lambda state: state.has_dismissed,
    ),
    ActionSpec("verdict.verified", _T("Actions", "&Verified"), Menu.VERDICT, (), ("1",), enabled=_claim),
    ActionSpec("verdict.fix", _T("Actions", "&Fix"), Menu.VERDICT, (), ("2",), enabled=_claim),
    ActionSpec("verdict.unsourced", _T("Actions", "&Unsourced"), Menu.VERDICT, (), ("3",), enabled=_claim),
    ActionSpec("verdict.query", _T("Actions", "&Query"), Menu.VERDICT, (), ("4",), enabled=_claim),
    ActionSpec("verdict.not_checkable", _T("Actions", "&Not checkable"), Menu.VERDICT, (), ("5",), enabled=_claim),
    ActionSpec("verdict.cut", _T("Actions", "&Cut"), Menu.VERDICT, (), ("6",), enabled=_claim),
    ActionSpec(
        "verdict.clear", _T("Actions", "&Open again"), Menu.VERDICT, (), ("0",), enabled=_judged, starts_group=True
    ),
    ActionSpec("source.describe", _T("Actions", "&Kind and grade…"), Menu.SOURCE, enabled=_source),
    ActionSpec("source.next", _T("Actions", "&Next source"), Menu.SOURCE, ("Ctrl+PgDown",), enabled=_source),
    ActionSpec("source.previous", _T("Actions", "&Previous source"), Menu.SOURCE, ("Ctrl+PgUp",), enabled=_source),
    ActionSpec("source.remove", _T("Actions", "&Remove this source"), Menu.SOURCE, enabled=_source, starts_group=True),
    ActionSpec("view.zoom_in", _T("Actions", "Zoom &in"), Menu.VIEW, ("Ctrl++", "Ctrl+="), (), _Key.ZoomIn, _article),
    ActionSpec("view.zoom_out", _T("Actions", "Zoom &out"), Menu.VIEW, ("Ctrl+-",), (), _Key.ZoomOut, _article),
    ActionSpec("view.fit_width", _T("Actions", "Fit the &width"), Menu.VIEW, ("Ctrl+0",), enabled=_article),
    ActionSpec(
        "view.sort_place",
        _T("Actions", "Sort claims by &place"),
        Menu.VIEW,
        enabled=_claims,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec("view.sort_risk", _T("Actions", "Sort claims by &risk"), Menu.VIEW, enabled=_claims, checkable=True),
    ActionSpec("view.next_pane", _T("Actions", "Ne&xt pane"), Menu.VIEW, ("F6",), starts_group=True),
    ActionSpec("view.previous_pane", _T("Actions", "Previous pane"), Menu.VIEW, ("Shift+F6",)),
    ActionSpec("view.swap", _T("Actions", "&Swap article and source"), Menu.VIEW, ("F7",), enabled=_article),
    ActionSpec(
        "view.stack", _T("Actions", "S&tack article and source"), Menu.VIEW, ("F8",), (), None, _article, "", True
    ),
    ActionSpec("view.list", _T("Actions", "Claims &list"), Menu.VIEW, ("F9",), (), None, _article, "", True),
    ActionSpec("view.light", _T("Actions", "&Light"), Menu.VIEW, checkable=True, starts_group=True),
    ActionSpec("view.dark", _T("Actions", "&Dark"), Menu.VIEW, checkable=True),
    ActionSpec(
        "view.full_screen",
        _T("Actions", "F&ull screen"),
        Menu.VIEW,
        ("F11",),
        (),
        _Key.FullScreen,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec("view.single_keys", _T("Actions", "Single-letter &keys"), Menu.VIEW, checkable=True),
    ActionSpec("help.contents", _T("Actions", "&Help"), Menu.HELP, ("F1",), standard=_Key.HelpContents),
    ActionSpec("help.keys", _T("Actions", "All &keys"), Menu.HELP, ("Ctrl+?",), ("?",)),
    ActionSpec("help.about", _T("Actions", "&About Reviewer"), Menu.HELP, starts_group=True),
)
"""In menu order. An id is `menu.what`; the window's method of the same name with an underscore carries it out."""
