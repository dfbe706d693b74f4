"""The main window: it assembles the parts and connects what one says to what another does."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.action_spec import Menu
from reviewer.gui.action_table import ActionTable
from reviewer.gui.actions import ids_in
from reviewer.gui.analysis_flow import AnalysisFlow
from reviewer.gui.announcer import Announcer
from reviewer.gui.announcing import announce_all
from reviewer.gui.claims_list import ClaimsList
from reviewer.gui.claims_model import ClaimsModel
from reviewer.gui.commands import commands_of
from reviewer.gui.comparison_panel import ComparisonPanel
from reviewer.gui.connections import connect_all
from reviewer.gui.desk_page import DeskPage
from reviewer.gui.document_pane import ArticlePane, DocumentPane, SourcePane
from reviewer.gui.drop import read_mime
from reviewer.gui.empty_window import EmptyWindow
from reviewer.gui.export_flow import ExportFlow
from reviewer.gui.finding_panel import FindingPanel
from reviewer.gui.judging import Judging
from reviewer.gui.locators import Locators
from reviewer.gui.marking import Marking
from reviewer.gui.message_strip import MessageStrip
from reviewer.gui.page_requests import PageRequests
from reviewer.gui.pane_focus import PaneFocus
from reviewer.gui.panes import Panes
from reviewer.gui.presentation import Presentation
from reviewer.gui.print_flow import PrintFlow
from reviewer.gui.printing import Printing
from reviewer.gui.progress_strip import ProgressStrip
from reviewer.gui.questions import Questions
from reviewer.gui.redact_dialogs import RedactDialogs
from reviewer.gui.redaction_actions import PAGE_COMMANDS
from reviewer.gui.redaction_desk import RedactionDesk
from reviewer.gui.redaction_panel import RedactionPanel
from reviewer.gui.review_flow import ReviewFlow
from reviewer.gui.selection import Selection
from reviewer.gui.services import Services
from reviewer.gui.side_windows import SideWindows
from reviewer.gui.signer import Signer
from reviewer.gui.status_line import StatusLine
from reviewer.gui.theme import Theme
from reviewer.gui.top_bar import TopBar, slug_of
from reviewer.gui.verdict_panel import VerdictPanel
from reviewer.gui.window_state import window_state
from reviewer.gui.wording import EDITS, word
from reviewer.model.problem import printable
from reviewer.model.verdict import Decision
from reviewer.preferences import Preferences
from reviewer.reviewing.session import Change


class MainWindow(QMainWindow):
    """`painted()` comes once, after the first paint; `closing()` when the window is about to go."""

    painted = Signal()
    closing = Signal()
    full_screen_state = Qt.WindowState.WindowFullScreen

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.bridge, self.settings = services.bridge, services.settings
        self._jobs = services.jobs
        self.selection = Selection(self)
        self.signer = Signer(services.settings, self)
        self.flow = ReviewFlow(services.bridge, services.jobs, services.asker, services.settings, services.storage)
        self.analysis = AnalysisFlow(services.bridge, services.jobs, services.asker, services.settings, self)
        self.export_flow = ExportFlow(services.bridge, services.jobs, services.asker, services.storage)
        self.print_flow = PrintFlow(services.bridge, services.jobs, services.asker, services.storage)
        self.printing = Printing(self.bridge, self.print_flow, self.settings, self)
        self.questions = Questions(self.bridge, self.flow, self.export_flow, self.settings, self)
        self.pages = PageRequests(services.asker, self)
        self._build(theme)
        self.judging = Judging(self.bridge, self.selection, self.model, self.signer, self)
        self.marking = Marking(self.bridge, self.signer, self.settings, self)
        self.redaction = RedactionDesk(self.bridge, self.desk, self.marking, self.settings)
        self.focus = PaneFocus(lambda: self.desk.stops)
        self.redact_dialogs = RedactDialogs(services, self.signer, theme, self)
        self.side_windows = SideWindows(self)
        self.actions_table = ActionTable(self, commands_of(self))
        self.actions_table.fill(self.menuBar())
        self.actions_table.listen_in((*self.desk.key_panes, self.presentation))
        self.redaction.offer(self.actions_table)
        self._connect()
        connect_all(self)
        announce_all(self, services.storage)
        self._is_painted = False
        self._take_preferences(self.settings.values)
        for id_ in ("view.sync", "view.list"):
            self.action(id_).setChecked(True)
        self.refresh()

    def action(self, id_: str) -> QAction:
        """Return an action by its id, such as "verdict.fix". Raises KeyError when there is none."""
        return self.actions_table[id_]

    @property
    def current_pane(self) -> DocumentPane:
        """Return the pane that zoom and search speak of: the one with the focus, else the article."""
        source = self.desk.panes.source
        return source if source.has_focus() else self.desk.panes.article

    def decide(self, decision: Decision) -> None:
        """Give the current claim a verdict, with what the panels show."""
        self.desk.comparison.leave_fields()
        self.judging.decide(decision, self.desk.verdict.method, self.desk.comparison.correction_shown)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for one in (self.top, self.empty, self.desk, self.presentation, self.redact_dialogs):
            one.set_theme(theme)
        self.action(f"view.{theme.name}").setChecked(True)

    def refresh(self) -> None:
        """Show what belongs to the review as a whole: page, title, enabled actions, names of undo and redo."""
        review, session = self.bridge.review, self.bridge.session
        page = self._wanted_page()
        if page is not self._page.currentWidget():
            self._page.setCurrentWidget(page)
            page.setFocus()
        slug = printable(slug_of(review), 60)
        self.setWindowTitle(f"{slug} – Reviewer" if slug else "Reviewer")
        panes = self.desk.panes
        state = window_state(self.bridge, self.selection, panes.article, panes.source)
        self.actions_table.update_enabled(state)
        undo, redo = word(EDITS, session.undo_label), word(EDITS, session.redo_label)
        self.action("edit.undo").setText(self.tr("&Undo {what}").format(what=undo).strip())
        self.action("edit.redo").setText(self.tr("&Redo {what}").format(what=redo).strip())

    def _wanted_page(self) -> QWidget:
        desk = self.bridge.review.desk
        if not (desk.article or desk.sources):
            return self.empty
        return self.presentation if self.action("view.present").isChecked() else self.desk

    def warm_up(self) -> None:
        """Dress the desk while it is still hidden: the first article then shows without a pause."""
        for one in self.desk.findChildren(QWidget):
            one.ensurePolished()

    def close_window(self) -> None:
        """Close the window; everything is saved already."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed; the rest is on disk."""
        self.desk.comparison.leave_fields()
        self.closing.emit()
        self.side_windows.close_all()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files, addresses and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped anywhere else than on a pane."""
        event.acceptProposedAction()
        self.flow.take(read_mime(event.mimeData()))

    def _build(self, theme: Theme) -> None:
        locators = Locators()
        self.model = ClaimsModel(self.bridge, locators)
        panes = Panes(
            ArticlePane(self.bridge, self.selection, self.pages, theme),
            SourcePane(self.bridge, self.selection, self.pages, theme),
            self.bridge,
            theme,
        )
        self.desk = DeskPage(
            ClaimsList(self.model, theme),
            RedactionPanel(theme),
            panes,
            FindingPanel(self.bridge, self.selection, locators, theme),
            ComparisonPanel(self.bridge, self.selection, theme),
            VerdictPanel(self.bridge, self.selection, theme),
        )
        self.presentation = Presentation(self.bridge, self.selection, locators, theme)
        self.top = TopBar(self.bridge, theme)
        self.empty = EmptyWindow(theme)
        self.messages = MessageStrip()
        self.announcer = Announcer(self.messages)
        self._page = QStackedWidget()
        self._page.addWidget(self.empty)
        self._page.addWidget(self.desk)
        self._page.addWidget(self.presentation)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.messages)
        layout.addWidget(self._page, 1)
        self.setCentralWidget(whole)
        self.status = StatusLine(self.bridge, ProgressStrip(self._jobs))
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._follow)
        self.selection.changed.connect(self._show_claim)
        self.settings.changed.connect(self._take_preferences)
        for place in self.desk.menu_places:
            place.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            place.customContextMenuRequested.connect(lambda at, where=place: self._offer(where, where.mapToGlobal(at)))

    def _offer(self, where: QWidget, at: QPoint) -> None:
        groups = [ids_in(Menu.VERDICT), ids_in(Menu.CLAIM)]
        self.actions_table.popup(groups if where is self.desk.claims.view else [PAGE_COMMANDS, *groups], at)

    def _follow(self, change: Change) -> None:
        if change.before.claims != change.after.claims:
            ids = {claim.id for claim in change.after.claims}
            if self.selection.claim not in ids:
                self.selection.choose(self.model.neighbour(None, 1))
            if ids and not change.before.claims and not isinstance(self.focusWidget(), QLineEdit):
                self.desk.claims.setFocus()
        self.announcer.say_draft(change)
        self.refresh()

    def _show_claim(self, claim: str | None) -> None:
        self.desk.claims.set_current(claim)
        self.refresh()

    def _take_preferences(self, values: Preferences) -> None:
        self.actions_table.set_single_keys(values.single_keys)
        self.action("view.single_keys").setChecked(values.single_keys)
        self.action(f"view.sort_{self.model.order.value}").setChecked(True)
        self.model.group_same(values.group_same)
        self.action("view.group_same").setChecked(values.group_same)
        self.empty.show_recent(values)
