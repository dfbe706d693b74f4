"""Keeps the machine's results up with the review: first pass, full pass, matching, one job each.

What is missing is read off the review after every change, so that it makes no difference whether a document came by
a drop, by undo or out of a review file.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reviewer.gui.background import Jobs
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.model.analysis import Analysis, Depth
from reviewer.model.document import Document
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import Matched
from reviewer.model.review import Review
from reviewer.reviewing.session import Change
from reviewer.workflow import Asker, analyse, depth_for_source, match, switched_furniture


@dataclass(frozen=True)
class Need:
    """An analysis that a review lacks; `furniture` is what the editor's switches make of it."""

    document: str
    depth: Depth
    furniture: object = None


def needed_analyses(review: Review) -> list[Need]:
    """Return the next analysis of each document: the article's first pass before its full one, sources once."""
    needs = []
    if review.article:
        needs += _article_need(review, review.article)
    for source in review.sources:
        if source.id not in review.analyses:
            needs.append(Need(source.id, depth_for_source(source)))
    return needs


def _article_need(review: Review, article: Document) -> list[Need]:
    done = review.analyses.get(article.id)
    switched = switched_furniture(review, article)
    if done is None:
        return [Need(article.id, Depth.INSTANT, switched)]
    stale = switched is not None and switched != done.furniture
    return [Need(article.id, Depth.FULL, switched)] if stale or done.depth is not Depth.FULL else []


@dataclass(frozen=True)
class MatchInput:
    """What matching was made of; equal inputs need no second match."""

    article: str | None
    analyses: tuple[tuple[str, int], ...]
    sources: tuple[str, ...]
    claims: frozenset[str]
    quote_profile: str = ""

    @classmethod
    def of(cls, review: Review, quote_profile: str = "") -> "MatchInput":
        """Read the inputs off a review; an analysis counts as the same while it is the same object."""
        used = [one for one in (review.desk.article, *(s.id for s in review.sources)) if one in review.analyses]
        return cls(
            review.desk.article,
            tuple((one, id(review.analyses[one])) for one in used if one),
            tuple(source.id for source in review.sources),
            frozenset(claim.id for claim in review.claims),
            quote_profile,
        )

    def covers(self, other: "MatchInput") -> bool:
        """Return whether results for this serve the other too: fewer claims of the same documents."""
        mine, theirs = replace(self, claims=frozenset()), replace(other, claims=frozenset())
        return mine == theirs and other.claims <= self.claims


class AnalysisFlow(QObject):
    """Starts the jobs and hands their answers to the session. `problem(Problem)` for what could not be done.

    Work whose child died is begun once more by itself; after that, and after Cancel, `stopped(bool)` tells that
    something is missing until `try_again` is called.
    """

    problem = Signal(object)
    stopped = Signal(bool)

    def __init__(
        self, bridge: SessionBridge, jobs: Jobs, asker: Asker, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._jobs, self._asker, self._settings = bridge, jobs, asker, settings
        self._under_way: set[Need] = set()
        self._given_up: set[Need] = set()
        self._died: set[object] = set()
        self._matched: MatchInput | None = None
        self._matching: MatchInput | None = None
        self._match_failed = False
        bridge.changed.connect(self._follow)
        settings.changed.connect(lambda _values: self._look())

    @property
    def is_stopped(self) -> bool:
        """Return whether the analysis of something was given up."""
        return bool(self._given_up.intersection(needed_analyses(self._bridge.review))) or self._match_failed

    def try_again(self) -> None:
        """Begin anew what was given up."""
        self._given_up.clear()
        self._died.clear()
        if self._match_failed:
            self._match_failed, self._matched = False, None
        self._look()

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        if not change.label and after.findings:
            self._matched = self._input_of(after)
        if before.desk is not after.desk or before.analyses is not after.analyses or not change.label:
            self._look()

    def _look(self) -> None:
        review = self._bridge.review
        needs = [need for need in needed_analyses(review) if need not in self._given_up]
        for need in needs:
            if need not in self._under_way:
                self._analyse(need, review)
        waiting = [need for need in needs if need.document != review.desk.article or need.depth is Depth.INSTANT]
        if review.article and review.desk.article in review.analyses and not waiting:
            self._match(self._input_of(review), review)
        self.stopped.emit(self.is_stopped)

    def _analyse(self, need: Need, review: Review) -> None:
        document = review.documents[need.document]
        self._under_way.add(need)
        self._jobs.start(
            document.name,
            lambda job: analyse(
                self._asker, review, document, need.depth, on_progress=job.report, cancel=job.cancelled
            ),
            lambda analysis: self._take_analysis(need, analysis),
            lambda problem: self._give_up(need, problem),
        )

    def _take_analysis(self, need: Need, analysis: Analysis) -> None:
        self._under_way.discard(need)
        if need.document in self._bridge.review.documents:
            self._bridge.receive_analysis(analysis)
        if need in needed_analyses(self._bridge.review):
            self._given_up.add(need)
        self._look()

    def _give_up(self, need: Need, problem: Problem) -> None:
        self._under_way.discard(need)
        if self._is_final(need, problem):
            self._given_up.add(need)
            self.problem.emit(problem)
        self._look()

    def _is_final(self, work: object, problem: Problem) -> bool:
        """Tell whether work that failed is given up; a child that died gets a second one."""
        first_death = problem.code is ProblemCode.READER_DIED and work not in self._died
        self._died.add(work)
        return not first_death

    def _match(self, wanted: MatchInput, review: Review) -> None:
        if self._matching is not None or (self._matched is not None and self._matched.covers(wanted)):
            return
        if not wanted.sources:
            self._matched = wanted
            if review.findings or review.evidence:
                self._bridge.receive_matches({}, {})
            return
        self._matching, self._match_failed = wanted, False
        values, kept = self._settings.values, self._bridge.session.kept_indexes
        self._jobs.start(
            self.tr("Claims and sources"),
            lambda job: match(
                self._asker,
                review,
                quote_profile=values.quote_profile,
                own_profiles=values.quote_profiles,
                kept=kept,
                on_progress=job.report,
                cancel=job.cancelled,
            ),
            lambda matched: self._take_matches(wanted, matched),
            lambda problem: self._fail_match(wanted, problem),
        )

    def _take_matches(self, wanted: MatchInput, matched: Matched) -> None:
        self._matching = None
        now = self._input_of(self._bridge.review)
        if (wanted.article, wanted.sources) == (now.article, now.sources):
            self._matched = wanted
            self._bridge.receive_matches(matched.evidence, matched.findings, matched.indexes, matched.lifted)
            self._say_uncompared(matched.uncompared)
        self._look()

    def _input_of(self, review: Review) -> MatchInput:
        return MatchInput.of(review, self._settings.values.quote_profile)

    def _say_uncompared(self, claims: tuple[str, ...]) -> None:
        if claims:
            names = ", ".join(filter(None, map(self._bridge.review.display_id, claims)))
            self.problem.emit(Problem(ProblemCode.NOT_COMPARED, {"claims": names}))

    def _fail_match(self, wanted: MatchInput, problem: Problem) -> None:
        self._matching = None
        if self._is_final(wanted, problem):
            self._matched, self._match_failed = wanted, True
            self.problem.emit(problem)
        self._look()
