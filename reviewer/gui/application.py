"""Starts the program: one instance, crash log, theme, window; the children only after the first paint."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.gui.background import Jobs
from reviewer.gui.crash_log import CrashLog
from reviewer.gui.icons import application_icon
from reviewer.gui.main_window import MainWindow
from reviewer.gui.services import Services
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.single_instance import Greeting, SingleInstance, hand_over, server_name
from reviewer.gui.storage import Storage
from reviewer.gui.theme import apply_theme, load_theme
from reviewer.gui.window_memory import WindowMemory
from reviewer.isolation.supervisor import Supervisor
from reviewer.preferences import Preferences, crash_folder, load, reviews_folder, user_path
from reviewer.reviewing.session import Session

WINDOW_SIZE = QSize(1440, 900)


def run(files: Sequence[Path], open_sample: bool = False) -> int:
    """Open the window on files, or on the sample, and return the exit code when it is closed.

    When a window is open already, it gets the files and this start ends at once.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    _describe(app)
    name = server_name(reviews_folder())
    if hand_over(name, files, open_sample):
        return 0
    crash_log = CrashLog(crash_folder() / "crash.log")
    crash_log.start()
    program = Program(app)
    program.crash_log = crash_log
    instance = SingleInstance(name, app)
    instance.greeted.connect(program.greet)
    program.window.painted.connect(lambda: program.begin(files, open_sample))
    program.window.show()
    code = app.exec()
    instance.close()
    program.close()
    crash_log.stop()
    return code


def first_size(screen: QSize) -> QSize:
    """Return how large the window is at its first start: no larger than the screen, in logical pixels of its scale."""
    return WINDOW_SIZE.boundedTo(screen)


class Program:
    """The window with everything it works with."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.crash_log: CrashLog | None = None
        self.jobs = Jobs()
        self.settings = Settings(load(), self.jobs)
        self.storage = Storage()
        self.bridge = SessionBridge(Session())
        self.supervisor = Supervisor(self.storage.galley)
        theme = load_theme(theme_name(app, self.settings.values))
        services = Services(self.bridge, self.jobs, self.supervisor, self.settings, self.storage)
        self.window = MainWindow(services, theme)
        # Dressed when it stands: each widget added to a dressed window would be dressed again.
        apply_theme(app, theme)
        self.window.set_theme(theme)
        self.window.resize(first_size(app.primaryScreen().availableSize()))
        self._memory = WindowMemory(user_path().with_name("window.json"), self.window, self.window.desk.borders)
        self.window.closing.connect(self._memory.write)
        self._theme_name = theme.name
        self.settings.changed.connect(self._dress)

    def begin(self, files: Sequence[Path], open_sample: bool) -> None:
        """Warm up the children and open what was asked for; called once the window is on the screen."""
        self._app.setWindowIcon(application_icon())
        self.supervisor.start()
        self.window.warm_up()
        if self.crash_log is not None and self.crash_log.had_crash:
            self.window.announcer.say_crash(self.crash_log.report)
        if open_sample:
            self.window.flow.open_sample()
        elif files:
            self.window.flow.take_files(tuple(files))

    def greet(self, greeting: Greeting) -> None:
        """Open what a later start asked for, and come to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if greeting.sample:
            self.window.flow.open_sample()
        elif greeting.files:
            self.window.flow.take_files(tuple(map(Path, greeting.files)))

    def close(self) -> None:
        """End children, threads and file, in this order."""
        self.supervisor.close()
        self.window.pages.close()
        self.jobs.close()
        self.bridge.close()
        self.storage.close()

    def _dress(self, values: Preferences) -> None:
        name = theme_name(self._app, values)
        if name == self._theme_name:
            return
        self._theme_name = name
        theme = load_theme(name)
        apply_theme(self._app, theme)
        self.window.set_theme(theme)


def theme_name(app: QApplication, values: Preferences) -> str:
    """Return "light" or "dark": the editor's choice, else the system's."""
    if values.theme in ("light", "dark"):
        return values.theme
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _describe(app: QApplication) -> None:
    app.setApplicationName("reviewer")
    app.setApplicationDisplayName("Reviewer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("reviewer")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)


open_window = run
