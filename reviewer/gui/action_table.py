"""Makes the window's QActions and menus from the table of actions."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reviewer.gui.action_spec import ActionSpec, Menu, WindowState, shown_text, shown_title
from reviewer.gui.actions import ACTIONS

EXCLUSIVE = (("view.light", "view.dark"), ("view.sort_place", "view.sort_risk"))


class ActionTable(QObject):
    """The actions by id; they call the commands given and are enabled by the window's state.

    A single key belongs to a hidden companion of its action that listens only inside lists and pages, so that a
    letter typed into a field stays a letter.
    """

    def __init__(self, window: QWidget, commands: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = {spec.id: self._make(spec, commands[spec.id]) for spec in ACTIONS}
        self._companions = [one for spec in ACTIONS if spec.single_keys for one in self._companion(spec)]
        for ids in EXCLUSIVE:
            group = QActionGroup(self)
            for id_ in ids:
                group.addAction(self._actions[id_])

    def __getitem__(self, id_: str) -> QAction:
        """Return an action by id. Raises KeyError when there is none."""
        return self._actions[id_]

    def fill(self, bar: QMenuBar) -> None:
        """Add every menu of the table to the menu bar."""
        for menu in Menu:
            shown = bar.addMenu(shown_title(menu))
            shown.setObjectName(f"menu.{menu}")
            for spec in (one for one in ACTIONS if one.menu is menu):
                if spec.starts_group:
                    shown.addSeparator()
                shown.addAction(self._actions[spec.id])

    def popup(self, groups: Iterable[Iterable[str]], at: QPoint) -> None:
        """Show groups of commands, by id, as a context menu; `at` in pixels of the screen.

        Commands that cannot be used are left out, since a context menu speaks of what is under the pointer.
        """
        shown = QMenu(self._window)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for ids in groups:
            shown.addActions([self._actions[id_] for id_ in ids if self._actions[id_].isEnabled()])
            shown.addSeparator()
        shown.popup(at)

    def listen_in(self, panes: Iterable[QWidget]) -> None:
        """Let the single keys work while one of these widgets, or a child of it, has the focus."""
        for pane in panes:
            pane.addActions(self._companions)

    def set_single_keys(self, on: bool) -> None:
        """Switch the single keys on or off."""
        for companion in self._companions:
            companion.setEnabled(on)

    def update_enabled(self, state: WindowState) -> None:
        """Enable what can be used now."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.enabled(state))

    def _make(self, spec: ActionSpec, command: Callable[[], None]) -> QAction:
        action = QAction(shown_text(spec), self._window)
        action.setObjectName(spec.id)
        action.setShortcuts(spec.sequences())
        action.setCheckable(spec.checkable)
        if spec.single_keys and not spec.sequences():
            action.setText(f"{shown_text(spec)}\t{spec.keys_shown()[0]}")
        action.triggered.connect(lambda: command())
        self._window.addAction(action)
        return action

    def _companion(self, spec: ActionSpec) -> list[QAction]:
        companion = QAction(self)
        companion.setObjectName(f"key.{spec.id}")
        companion.setShortcuts([QKeySequence(key) for key in spec.single_keys])
        companion.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        companion.triggered.connect(self._actions[spec.id].trigger)
        return [companion]
