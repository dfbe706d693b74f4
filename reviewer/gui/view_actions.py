"""The commands of the view menu as data, in menu order."""

from PySide6.QtGui import QKeySequence

from reviewer.gui.action_spec import ActionSpec, Menu, with_article, with_claims, with_document
from reviewer.gui.translation import noop

_Key = QKeySequence.StandardKey

VIEW_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "view.zoom_in", noop("Actions", "Zoom &in"), Menu.VIEW, ("Ctrl++", "Ctrl+="), (), _Key.ZoomIn, with_article
    ),
    ActionSpec("view.zoom_out", noop("Actions", "Zoom &out"), Menu.VIEW, ("Ctrl+-",), (), _Key.ZoomOut, with_article),
    ActionSpec(
        "view.fit_width", noop("Actions", "Fit the &width of the text"), Menu.VIEW, ("Ctrl+0",), enabled=with_article
    ),
    ActionSpec("view.fit_page", noop("Actions", "Fit the pa&ge's width"), Menu.VIEW, ("Ctrl+9",), enabled=with_article),
    ActionSpec(
        "view.go_to",
        noop("Actions", "Go to page or li&ne…"),
        Menu.VIEW,
        ("Ctrl+G",),
        enabled=with_document,
        starts_group=True,
    ),
    ActionSpec("view.pages", noop("Actions", "&Pages and outline"), Menu.VIEW, ("F12",), enabled=with_document),
    ActionSpec(
        "view.reader",
        noop("Actions", "Reader &view, or pages again"),
        Menu.VIEW,
        ("Ctrl+Shift+T",),
        enabled=with_document,
    ),
    ActionSpec(
        "view.sort_place",
        noop("Actions", "Sort claims by &place"),
        Menu.VIEW,
        enabled=with_claims,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec(
        "view.sort_risk", noop("Actions", "Sort claims by &risk"), Menu.VIEW, enabled=with_claims, checkable=True
    ),
    ActionSpec(
        "view.group_same",
        noop("Actions", "Claims that say the same stand &together"),
        Menu.VIEW,
        enabled=with_claims,
        checkable=True,
    ),
    ActionSpec("view.next_pane", noop("Actions", "Ne&xt pane"), Menu.VIEW, ("F6",), starts_group=True),
    ActionSpec("view.previous_pane", noop("Actions", "Previous pane"), Menu.VIEW, ("Shift+F6",)),
    ActionSpec("view.swap", noop("Actions", "&Swap article and source"), Menu.VIEW, ("F7",), enabled=with_article),
    ActionSpec(
        "view.stack", noop("Actions", "S&tack article and source"), Menu.VIEW, ("F8",), (), None, with_article, "", True
    ),
    ActionSpec(
        "view.sync", noop("Actions", "S&ource follows the claim"), Menu.VIEW, ("F4",), (), None, with_article, "", True
    ),
    ActionSpec(
        "view.sync_here",
        noop("Actions", "Scroll &both from here"),
        Menu.VIEW,
        ("Shift+F4",),
        (),
        None,
        lambda state: state.has_article and state.has_source,
        "",
        True,
    ),
    ActionSpec("view.list", noop("Actions", "Claims &list"), Menu.VIEW, ("F9",), (), None, with_article, "", True),
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
    ActionSpec(
        "view.present",
        noop("Actions", "&Presentation"),
        Menu.VIEW,
        ("Shift+F5",),
        (),
        None,
        with_claims,
        "present",
        True,
    ),
    ActionSpec("view.single_keys", noop("Actions", "Single-letter &keys"), Menu.VIEW, checkable=True),
)
