"""What the keys and buttons do to claims: each calls one function of the session."""

from PySide6.QtCore import QObject, Signal

from reviewer.gui.claims_model import ClaimsModel
from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.signer import Signer
from reviewer.model.anchor import anchor_at
from reviewer.model.evidence import Evidence
from reviewer.model.geometry import Span
from reviewer.model.verdict import Decision, Method, NoteKind, Signature
from reviewer.reviewing.edits import (
    AddClaim,
    ChooseCandidate,
    ClearVerdict,
    DismissClaim,
    GiveVerdict,
    LinkPassage,
    ReadSecond,
    ReshapeClaim,
    RestoreClaim,
    SwitchFurniture,
    Together,
    WriteCorrection,
    WriteNote,
)
from reviewer.reviewing.hand_made import hand_made_claim


class Judging(QObject):
    """Works on the current claim, verdicts on all that are chosen together with it.

    `all_judged()` when the last open one was judged, `same_person()` when whoever judged is the reporter.
    """

    all_judged = Signal()
    same_person = Signal()

    def __init__(
        self, bridge: SessionBridge, selection: Selection, model: ClaimsModel, signer: Signer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._selection, self._model, self._signer = bridge, selection, model, signer

    def decide(self, decision: Decision, method: Method, correction: str = "") -> None:
        """Give the chosen claims a verdict, keep the correction that a Fix shows, and go to the next open claim."""
        claims, current = self._selection.claims, self._selection.claim
        by = self._signer.sign() if claims else None
        if current is None or by is None:
            return
        corrected = [WriteCorrection(current, correction, by)] if decision is Decision.FIX and correction else []
        given = [GiveVerdict(claim, decision, by, method) for claim in claims]
        self._bridge.apply(Together((*corrected, *given)))
        self._warn_reporter(by)
        following = self._model.neighbour(claims[-1], 1, open_only=True)
        if following:
            self._selection.choose(following)
        elif not self._bridge.review.open_claims:
            self.all_judged.emit()

    def _warn_reporter(self, by: Signature) -> None:
        reporter = self._bridge.review.desk.reporter.strip().casefold()
        if reporter and reporter in (by.name.strip().casefold(), by.initials.casefold()):
            self.same_person.emit()

    def verify_by(self, method: Method) -> None:
        """Say how the chosen claims were verified, those that were judged already."""
        verdicts = [self._bridge.review.verdict_on(claim) for claim in self._selection.claims]
        judged = [verdict for verdict in verdicts if verdict]
        by = self._signer.sign() if judged else None
        if by:
            self._bridge.apply(Together(tuple(GiveVerdict(one.claim, one.decision, by, method) for one in judged)))

    def clear(self) -> None:
        """Open the chosen claims again."""
        self._bridge.apply(Together(tuple(ClearVerdict(claim) for claim in self._selection.claims)))

    def dismiss(self) -> None:
        """Say that the chosen claims are none, and go to the next."""
        claims = self._selection.claims
        following = self._model.neighbour(claims[-1] if claims else None, 1)
        self._bridge.apply(Together(tuple(DismissClaim(claim) for claim in claims)))
        self._selection.choose(following)

    def restore(self) -> None:
        """Bring every dismissed claim back."""
        for claim in sorted(self._bridge.review.desk.dismissed):
            self._bridge.apply(RestoreClaim(claim))

    def read_second(self) -> None:
        """Add a second set of initials to the chosen claims that somebody else judged."""
        verdicts = [self._bridge.review.verdict_on(claim) for claim in self._selection.claims]
        judged = [verdict for verdict in verdicts if verdict]
        by = self._signer.sign_second(judged[0].by) if judged else None
        if by:
            others = (one for one in judged if one.by.initials != by.initials)
            self._bridge.apply(Together(tuple(ReadSecond(one.claim, by) for one in others)))

    def note(self, claim: str, kind: NoteKind, text: str) -> None:
        """Write a claim's note of one kind."""
        by = self._signer.sign()
        if by:
            self._bridge.apply(WriteNote(claim, kind, text, by))

    def correct(self, claim: str, text: str) -> None:
        """Write what should be printed instead of a claim."""
        by = self._signer.sign()
        if by:
            self._bridge.apply(WriteCorrection(claim, text, by))

    def add(self, span: Span) -> None:
        """Make selected words of the article a claim and go to it."""
        article = self._bridge.review.article
        claim = hand_made_claim(article, span) if article else None
        if claim:
            self._bridge.apply(AddClaim(claim))
            self._selection.choose(claim.id)

    def reshape(self, span: Span) -> None:
        """Let the current claim be the selected words of the article."""
        review = self._bridge.review
        old = next((claim for claim in review.claims if claim.id == self._selection.claim), None)
        claim = hand_made_claim(review.article, span, old) if review.article and old else None
        if old and claim:
            self._bridge.apply(ReshapeClaim(old.id, claim))
            self._selection.choose(claim.id)

    def link(self, document: str, span: Span) -> None:
        """Link a selected passage of a source to the current claim."""
        claim, source = self._selection.claim, self._bridge.review.documents.get(document)
        if claim and source and span.length:
            evidence = Evidence(claim, anchor_at(source, span), coverage=1.0, supports=True)
            self._bridge.apply(LinkPassage(claim, evidence))

    def switch_furniture(self, offset: int) -> None:
        """Treat the article's block at `offset` (code points) as page furniture, or as story if it is that."""
        review = self._bridge.review
        block = review.article.block_at(offset) if review.article else None
        if review.article and block:
            key = f"{review.article.id}:{block.start}"
            is_furniture = review.desk.furniture_switches.get(key, block.furniture is not None)
            self._bridge.apply(SwitchFurniture(review.article.id, block.start, not is_furniture))

    def show_candidate(self, step: int) -> None:
        """Show another of the current claim's passages, round the end."""
        claim = self._selection.claim or ""
        count = len(self._bridge.review.passages(claim))
        if count:
            shown = self._bridge.review.desk.candidates.get(claim, 0)
            self._bridge.apply(ChooseCandidate(claim, (shown + step) % count))

    def go(self, step: int, open_only: bool = False) -> None:
        """Go to the next or previous claim in the order of the list."""
        following = self._model.neighbour(self._selection.claim, step, open_only)
        if following:
            self._selection.choose(following)
