"""The line at the bottom: saved or not, offline, how deep the analysis is, progress, and the keys that matter."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from reviewer.gui.progress_strip import ProgressStrip
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.widgets import ElidedLabel, give_role, label, plain_tip
from reviewer.model.analysis import Depth
from reviewer.model.review import Review
from reviewer.reviewing.session import Change

LOOK_AGAIN_MS = 100
GAP = 16


class StatusLine(QStatusBar):
    """Asks the session whether everything is saved until it is; shows nothing that is not so."""

    def __init__(self, bridge: SessionBridge, progress: ProgressStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.progress = bridge, progress
        self._saved = label("")
        self._analysis = label("")
        self._keys = ElidedLabel()
        self.say_hint("")
        for one in (self._saved, self._analysis, self._keys):
            one.setContentsMargins(0, 0, GAP, 0)
        offline = label(self.tr("Works offline"))
        offline.setContentsMargins(0, 0, GAP, 0)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        for part in (self._saved, offline, self._analysis, progress):
            self.addWidget(part)
        self.addPermanentWidget(self._keys)
        self._is_stopped = self._is_read_only = self._is_in_trouble = False
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)
        bridge.changed.connect(self._follow)
        self._show_analysis(bridge.review)
        self._look()

    def say_where(self, place: str, is_read_only: bool) -> None:
        """Say as a tool tip which file the review is kept in, and that it is for reading only if it is."""
        self._is_read_only, self._is_in_trouble = is_read_only, False
        reason = self.tr("Somebody else is working in it: it can be read and exported here, not changed.")
        self._saved.setToolTip(plain_tip("\n".join((place, reason) if is_read_only else (place,))))
        self._look()

    def say_not_saved(self) -> None:
        """Say that the file could not be written, until everything is saved again."""
        self._is_in_trouble = True
        self._look()

    def say_hint(self, text: str) -> None:
        """Say what the pointer does now, instead of the keys that matter; empty for those again."""
        self._keys.setText(text or self.tr("j k next claim · 1–6 verdict · c comment · ? all keys"))
        give_role(self._keys, "hint" if text else "")

    @property
    def hint(self) -> str:
        """Return what is said at the right: the keys that matter, or what the pointer does."""
        return self._keys.text()

    def say_stopped(self, stopped: bool) -> None:
        """Say that the analysis was given up, or that it goes on."""
        if stopped != self._is_stopped:
            self._is_stopped = stopped
            self._show_analysis(self._bridge.review)

    def _follow(self, change: Change) -> None:
        self._look()
        if change.before.analyses is not change.after.analyses or change.before.desk is not change.after.desk:
            self._show_analysis(change.after)

    def _look(self) -> None:
        saved = self._bridge.session.is_saved
        something = self._bridge.review.article is not None or bool(self._bridge.review.documents)
        self._saved.setVisible(something)
        self._keys.setVisible(something)
        self._is_in_trouble = self._is_in_trouble and not saved
        give_role(self._saved, "hint" if self._is_in_trouble or self._is_read_only else "")
        self._saved.setText(self._saving_word(saved))
        if saved:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()

    def _saving_word(self, saved: bool) -> str:
        if self._is_read_only:
            return self.tr("Read only")
        if self._is_in_trouble:
            return self.tr("Not saved")
        return self.tr("Saved") if saved else self.tr("Saving…")

    @property
    def saving(self) -> str:
        """Return what is said of the file: saved, being saved, not saved, read only."""
        return self._saved.text()

    def _show_analysis(self, review: Review) -> None:
        analysis = review.analyses.get(review.desk.article or "")
        if self._is_stopped:
            self._analysis.setText(self.tr("Analysis stopped"))
        elif analysis is None:
            self._analysis.setText(self.tr("Reading the article …") if review.article else "")
        elif analysis.depth is Depth.FULL:
            self._analysis.setText(self.tr("Full analysis done"))
        else:
            self._analysis.setText(self.tr("First pass done"))
