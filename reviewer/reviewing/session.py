"""The editor's session: one review, its history, and everybody who wants to know when it changes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

import msgspec

from reviewer.model.analysis import Analysis
from reviewer.model.evidence import Evidence
from reviewer.model.exported import ExportedReview
from reviewer.model.finding import Finding
from reviewer.model.request import OpenedDocument
from reviewer.model.review import Desk, Review
from reviewer.model.verdict import Signature
from reviewer.reviewing.carry_over import claims_before, keep_ids, states, with_added_claims, with_numbers
from reviewer.reviewing.claim_history import HistoryEntry, claim_history
from reviewer.reviewing.edits import Edit, apply, label
from reviewer.reviewing.history import History, Step
from reviewer.reviewing.records import storable
from reviewer.reviewing.taking_over import Account, TakeOver, account_of, check_fits, is_untouched, numbers_taken_over

NO_INDEXES: Mapping[str, bytes] = MappingProxyType({})
NOTHING_LIFTED: Mapping[str, float] = MappingProxyType({})


class Change(msgspec.Struct, frozen=True):
    """What a watcher is told: the review before and after, and the code of what was done."""

    before: Review
    after: Review
    label: str


class Journal(Protocol):
    """Where a session writes everything down; a `ReviewFile`, or nothing at all."""

    def write_edit(self, edit: Edit, before: Desk, review: Review) -> None:
        """Write an edit, the desk it was made on and the review it led to."""

    def write_undo(self, review: Review) -> None:
        """Write that the newest edit that held was taken back."""

    def write_redo(self, review: Review) -> None:
        """Write that the newest edit taken back was made again."""

    def write_documents(self, opened: Sequence[OpenedDocument]) -> None:
        """Write documents with their bytes and galleys."""

    def write_results(self, review: Review) -> None:
        """Write the machine's part of the review."""

    def write_indexes(self, indexes: Mapping[str, bytes]) -> None:
        """Write what matching made of documents, by their ids."""

    def indexes(self, documents: Collection[str]) -> dict[str, bytes]:
        """Return what was kept of that, by id."""

    @property
    def is_saved(self) -> bool:
        """Whether everything given so far is committed."""


class Session:
    """A review being worked on. Used from one thread only: the window's, or the command line's.

    Edits are undoable; results of the machine are not, and leave undo as it was.
    """

    def __init__(
        self, journal: Journal | None = None, review: Review | None = None, history: History | None = None
    ) -> None:
        self._journal = journal
        self._review = review or Review()
        self._history = history or History()
        self._watchers: list[Callable[[Change], None]] = []

    @property
    def review(self) -> Review:
        """Return the review as it stands."""
        return self._review

    @property
    def is_saved(self) -> bool:
        """Return whether every change is committed to the review file; True when there is none."""
        return self._journal is None or self._journal.is_saved

    def subscribe(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Call `watcher` after every change; returns a function that ends it."""
        self._watchers.append(watcher)

        def unsubscribe() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return unsubscribe

    def apply(self, edit: Edit) -> Change:
        """Make an edit: it is written to the journal, can be undone, and every watcher hears of it.

        An edit that changes nothing is not recorded. Half characters, as broken clipboards hand over, become U+FFFD:
        neither the review file nor a packet could hold them.
        """
        edit = storable(edit)
        after = apply(edit, self._review)
        if after is self._review:
            return Change(after, after, label(edit))
        after = with_numbers(after)
        if self._journal:
            self._journal.write_edit(edit, self._review.desk, after)
        self._history.record(Step(label(edit), self._review.desk, after.desk))
        return self._move_to(after, label(edit))

    def take_over(self, exported: ExportedReview, by: Signature) -> Account:
        """Take over what people decided in another review of the same article, and tell what came of it.

        The claims keep the display numbers they had there while nobody has decided anything here. Raises ReviewerError:
        NO_ARTICLE, ANOTHER_ARTICLE or NO_CLAIMS_YET.
        """
        check_fits(self._review, exported)
        account = account_of(self._review, exported)
        if is_untouched(self._review):
            self._receive("numbers", numbers=numbers_taken_over(self._review, exported))
        self.apply(TakeOver(exported, by))
        return account

    def history_of(self, claim: str) -> tuple[HistoryEntry, ...]:
        """Return what people did to a claim, oldest first, without what was taken back."""
        return claim_history(self._history.held_steps, claim)

    @property
    def can_undo(self) -> bool:
        """Return whether there is an edit to take back."""
        return self._history.undoable is not None

    @property
    def can_redo(self) -> bool:
        """Return whether there is an edit to make again."""
        return self._history.redoable is not None

    @property
    def undo_label(self) -> str:
        """Return the code of the edit that undo would take back, empty when there is none."""
        step = self._history.undoable
        return step.label if step else ""

    @property
    def redo_label(self) -> str:
        """Return the code of the edit that redo would make again, empty when there is none."""
        step = self._history.redoable
        return step.label if step else ""

    def undo(self) -> Change | None:
        """Take back the newest edit; None when there is none."""
        step = self._history.undoable
        if step is None:
            return None
        after = msgspec.structs.replace(self._review, desk=step.before, revision=self._review.revision + 1)
        if self._journal:
            self._journal.write_undo(after)
        self._history.step_back()
        return self._move_to(after, step.label)

    def redo(self) -> Change | None:
        """Make the edit again that was taken back last; None when there is none."""
        step = self._history.redoable
        if step is None:
            return None
        after = msgspec.structs.replace(self._review, desk=step.after, revision=self._review.revision + 1)
        if self._journal:
            self._journal.write_redo(after)
        self._history.step_forward()
        return self._move_to(after, step.label)

    def receive_documents(self, opened: Sequence[OpenedDocument]) -> Change:
        """Take in documents that a child read; an edit makes them article or source afterwards."""
        known = self._review.documents
        fresh = [one for one in opened if one.document.id not in known]
        if self._journal and fresh:
            self._journal.write_documents(fresh)
        documents = {**known, **{one.document.id: one.document for one in fresh}}
        return self._receive("documents", documents=documents)

    def receive_analysis(self, analysis: Analysis) -> Change:
        """Take in an analysis; claims that go on keep their id, number, verdict and notes.

        Raises KeyError when it is of a document that was never received.
        """
        review = self._review
        document = review.documents[analysis.document]
        if analysis.document != review.desk.article:
            return self._receive("analysis", analyses={**review.analyses, analysis.document: analysis})
        previous = claims_before(review)
        claims = with_added_claims(keep_ids(previous, analysis.claims, document), previous, document)
        kept = msgspec.structs.replace(analysis, claims=claims)
        ids = {claim.id for claim in (*claims, *review.desk.added_claims)}
        return self._receive(
            "analysis",
            analyses={**review.analyses, analysis.document: kept},
            carried=states(review.desk.verdicts, previous, claims),
            evidence={claim: found for claim, found in review.evidence.items() if claim in ids},
            findings={claim: found for claim, found in review.findings.items() if claim in ids},
        )

    def receive_matches(
        self,
        evidence: Mapping[str, tuple[Evidence, ...]],
        findings: Mapping[str, tuple[Finding, ...]],
        indexes: Mapping[str, bytes] = NO_INDEXES,
        lifted: Mapping[str, float] = NOTHING_LIFTED,
    ) -> Change:
        """Take in what matching found for all claims, and the shares lifted; `indexes` of sources are kept."""
        if self._journal and indexes:
            self._journal.write_indexes(indexes)
        return self._receive("matches", evidence=dict(evidence), findings=dict(findings), lifted=dict(lifted))

    def kept_indexes(self, documents: Collection[str]) -> Mapping[str, bytes]:
        """Return what matching made of documents at another time, by their ids. May be called from any thread."""
        return self._journal.indexes(documents) if self._journal else {}

    def _receive(self, name: str, **parts: object) -> Change:
        changed = msgspec.structs.replace(self._review, revision=self._review.revision + 1, **parts)
        after = with_numbers(changed)
        if self._journal:
            self._journal.write_results(after)
        return self._move_to(after, name)

    def _move_to(self, after: Review, name: str) -> Change:
        change = Change(self._review, after, name)
        self._review = after
        for watcher in tuple(self._watchers):
            watcher(change)
        return change
