"""Turns what happened into sentences on the message strip."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.gui.draft_news import draft_news
from reviewer.gui.message_strip import MessageStrip
from reviewer.gui.notice_words import sentences_to_say
from reviewer.model.document import Document
from reviewer.model.exported import ExportedReview
from reviewer.model.problem import Problem, ProblemCode, printable
from reviewer.reviewing.marking import marks_left_behind
from reviewer.reviewing.session import Change
from reviewer.reviewing.taking_over import Account


class Announcer(QObject):
    """One method for each kind of news; slots of the flows' signals."""

    def __init__(self, messages: MessageStrip) -> None:
        super().__init__(messages)
        self._messages = messages
        self._draft_said = self._behind_said = ""

    def say_problem(self, problem: Problem) -> None:
        """Say what went wrong; that somebody else has the review open is news, not an error."""
        if problem.code is ProblemCode.REVIEW_IN_USE:
            self._messages.say(problem.sentence, stays=True)
        else:
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

    def say_taken_over(self, exported: ExportedReview, account: Account) -> None:
        """Say what came from another review, which one, and what was left out of it."""
        came = self.tr("Verdicts taken over from {name}: {count}. Whoever signed them is who is named there.")
        parts = [came.format(name=printable(exported.name, 80), count=account.verdicts)]
        for words, left in (
            (self.tr("Judged otherwise here and left so: {names}."), account.kept),
            (self.tr("Left out, because the article does not say this there: {names}."), account.lost),
            (self.tr("Passages left out, because the source does not say this there: {names}."), account.passages),
            (self.tr("Sources that are not in this review: {names}."), account.absent),
        ):
            if left:
                parts.append(words.format(names=printable(", ".join(left), 200)))
        self._messages.say(" ".join(parts), stays=True)

    def say_printed(self, pages: int) -> None:
        """Say that everything was given to the printer."""
        self._messages.say(self.tr("Sent to the printer: {count} pages.").format(count=pages))

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

    def say_carried(self, carried: int, behind: int) -> None:
        """Say what became of the redaction marks of an earlier draft."""
        self._messages.close_sentence(self._behind_said)
        news = self.tr("Redaction marks carried over to this draft: {count}.").format(count=carried)
        left = self.tr(
            "Not carried over: {count}. Their words are not there, or they are areas; the redaction panel lists them."
        )
        self._messages.say(" ".join((news, left.format(count=behind)) if behind else (news,)), stays=bool(behind))

    def say_behind(self, change: Change, carry: Callable[[], object]) -> None:
        """Say that a new draft does not have the redaction marks of the one before, and offer to `carry` them over."""
        behind = len(marks_left_behind(change.after))
        if behind and change.before.desk.article != change.after.desk.article:
            text = self.tr("Redaction marks of the draft before this one that are not in this one: {count}.")
            self._behind_said = text.format(count=behind)
            self._messages.say_problem(self._behind_said, self.tr("Carry over"), carry)

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
