"""Turns what happened into sentences on the message strip."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.gui.draft_news import draft_news
from reviewer.gui.message_strip import MessageStrip
from reviewer.gui.notice_words import sentences_to_say
from reviewer.model.document import Document
from reviewer.model.problem import Problem, printable
from reviewer.reviewing.session import Change


class Announcer(QObject):
    """One method for each kind of news; slots of the flows' signals."""

    def __init__(self, messages: MessageStrip) -> None:
        super().__init__(messages)
        self._messages = messages
        self._draft_said = ""

    def say_problem(self, problem: Problem) -> None:
        """Say what went wrong."""
        self._messages.say_problem(problem.sentence)

    def say_stopped(self, problem: Problem, try_again: Callable[[], object]) -> None:
        """Say that an analysis was given up, and offer to begin it anew."""

        def begin() -> None:
            self._messages.close_sentence(problem.sentence)
            try_again()

        self._messages.say_problem(problem.sentence, self.tr("Try again"), begin)

    def say_saved(self, paths: Sequence[Path]) -> None:
        """Say where the packet is, and offer to open it."""
        names = ", ".join(printable(path.name, 80) for path in paths)
        text = self.tr("Saved in {folder}: {names}")
        sentence = text.format(folder=printable(str(paths[0].parent)), names=names)
        self._messages.say(sentence, self.tr("Open"), lambda: _open(paths[0]))

    def say_all_judged(self) -> None:
        """Say that no claim is open any more."""
        self._messages.say(self.tr("Every claim is judged."))

    def say_same_person(self) -> None:
        """Warn that whoever checks is the reporter."""
        self._messages.say_problem(
            self.tr("The checker and the reporter are the same person; somebody else should check.")
        )

    def say_nothing_to_mark(self) -> None:
        """Say how to mark something."""
        self._messages.say(self.tr("Select words in the article or a source first; R then marks them for redaction."))

    def say_marked_already(self) -> None:
        """Say that every selected word is marked."""
        self._messages.say(self.tr("These words are marked for redaction already."))

    def say_nothing_chosen(self) -> None:
        """Say how to choose a mark."""
        self._messages.say(self.tr("Click on a mark first, on its page or in the redaction panel."))

    def say_area_wanted(self, on: bool) -> None:
        """Say what to do while the next drag draws a rectangle."""
        sentence = self.tr("Drag a rectangle over what is to go; Esc leaves.")
        if on:
            self._messages.say(sentence, stays=True)
        else:
            self._messages.close_sentence(sentence)

    def say_notices(self, documents: Sequence[Document]) -> None:
        """Say what an editor must know about documents just opened."""
        for document in documents:
            for sentence in sentences_to_say(document):
                self._messages.say_problem(sentence)

    def say_draft(self, change: Change) -> None:
        """Say what a new draft did to the verdicts, if it did anything; what the full pass finds replaces the first."""
        news = draft_news(change)
        if news:
            self._messages.close_sentence(self._draft_said)
            self._messages.say(news, stays=True)
            self._draft_said = news

    def say_crash(self, report: Path) -> None:
        """Say that the program stopped last time, and offer the report."""
        text = self.tr("Reviewer stopped unexpectedly last time; nothing you did is lost. The report: {path}")
        self._messages.say(text.format(path=printable(str(report))), self.tr("Open"), lambda: _open(report))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
