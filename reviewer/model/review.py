"""A review: an immutable value. An edit makes the next one."""

from collections.abc import Mapping

import msgspec

from reviewer.model.analysis import Analysis
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding
from reviewer.model.redaction import RedactionMark
from reviewer.model.source import SourceEntry
from reviewer.model.verdict import CarryOver, Correction, Note, NoteKind, Signature, Verdict


class TakenOver(msgspec.Struct, frozen=True):
    """That a review.json was taken over: which file, made when and with what, by whom it was taken over and when.

    `sha256` is that of the file, `verdicts` how many verdicts came with it.
    """

    name: str
    sha256: str
    made_at: str
    made_with: str
    by: Signature
    verdicts: int


class Desk(msgspec.Struct, frozen=True):
    """Everything the editor did: what edits change, undo restores and the review file never loses.

    Mappings are keyed by claim id unless said otherwise. `notes` is keyed by "claim:kind" (see `note_key`).
    `furniture_switches` maps "document:start" of a block to whether the editor wants it treated as furniture.
    `links` are passages that the editor linked by hand; `candidates` which candidate passage is shown, from 0.
    `dismissed` are claims the editor said are none. `second_readings` are second sets of initials. `drafts` are the
    ids of the articles before this one, oldest first. `taken_over` tells which decisions came from elsewhere.
    """

    title: str = ""
    draft: int = 1
    desk_name: str = ""
    reporter: str = ""
    article: str | None = None
    sources: tuple[SourceEntry, ...] = ()
    verdicts: Mapping[str, Verdict] = {}
    notes: Mapping[str, Note] = {}
    corrections: Mapping[str, Correction] = {}
    second_readings: Mapping[str, Signature] = {}
    marks: tuple[RedactionMark, ...] = ()
    added_claims: tuple[Claim, ...] = ()
    dismissed: frozenset[str] = frozenset()
    links: Mapping[str, tuple[Evidence, ...]] = {}
    candidates: Mapping[str, int] = {}
    furniture_switches: Mapping[str, bool] = {}
    drafts: tuple[str, ...] = ()
    taken_over: tuple[TakenOver, ...] = ()


class Review(msgspec.Struct, frozen=True):
    """The whole review.

    Everything but `desk` is the machine's and can be computed again; `desk` is the editor's. `documents` holds every
    document ever opened in the review by id; which of them are article and sources is for the desk to say.
    `analyses` is keyed by document id, `evidence` (best first) and `findings` by claim id, `lifted` the
    share of the article (0 to 1) that stands word for word in a source, by document id. `numbers` are the display
    numbers of claims (4 for C04), given once and never reused. `carried` says what became of each judged claim when
    the machine's results were last replaced. `revision` grows with every change.
    """

    desk: Desk = Desk()
    documents: Mapping[str, Document] = {}
    analyses: Mapping[str, Analysis] = {}
    evidence: Mapping[str, tuple[Evidence, ...]] = {}
    findings: Mapping[str, tuple[Finding, ...]] = {}
    lifted: Mapping[str, float] = {}
    numbers: Mapping[str, int] = {}
    carried: Mapping[str, CarryOver] = {}
    revision: int = 0

    @property
    def article(self) -> Document | None:
        """Return the article, or None while there is none."""
        return self.documents.get(self.desk.article or "")

    @property
    def sources(self) -> tuple[Document, ...]:
        """Return the sources in their order."""
        return tuple(self.documents[entry.document] for entry in self.desk.sources)

    def source_entry(self, document: str) -> SourceEntry | None:
        """Return how a document stands among the sources, or None when it does not."""
        return next((entry for entry in self.desk.sources if entry.document == document), None)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims to judge in text order: the machine's less the dismissed ones, plus the editor's."""
        analysis = self.analyses.get(self.desk.article or "")
        found = analysis.claims if analysis else ()
        added = [claim for claim in self.desk.added_claims if claim.anchor.document == self.desk.article]
        known = {claim.id for claim in found}
        both = (*found, *(claim for claim in added if claim.id not in known))
        kept = [claim for claim in both if claim.id not in self.desk.dismissed]
        return tuple(sorted(kept, key=lambda claim: (claim.anchor.start, claim.anchor.end)))

    def passages(self, claim: str) -> tuple[Evidence, ...]:
        """Return a claim's passages in the order shown: the editor's links, then the machine's, best first."""
        return (*self.desk.links.get(claim, ()), *self.evidence.get(claim, ()))

    def passage(self, claim: str) -> Evidence | None:
        """Return the passage shown for a claim: the candidate that the editor chose, or the first."""
        passages = self.passages(claim)
        chosen = self.desk.candidates.get(claim, 0)
        if not passages:
            return None
        return passages[chosen] if chosen < len(passages) else passages[0]

    def note(self, claim: str, kind: NoteKind) -> str:
        """Return the text of a claim's note of this kind, empty when there is none."""
        note = self.desk.notes.get(note_key(claim, kind))
        return note.text if note else ""

    def display_id(self, claim: str) -> str:
        """Return C04, or C004 once the review has a hundred claims or more; empty before a number was given."""
        number = self.numbers.get(claim)
        if number is None:
            return ""
        width = 3 if len(self.numbers) > 99 else 2
        return f"C{number:0{width}d}"

    def verdict(self, claim: Claim) -> Verdict | None:
        """Return the verdict that holds for a claim, or None while it is open.

        A verdict is on the wording that was judged: when a new draft or analysis changed the words, the claim is open
        again and the old verdict stays in `desk.verdicts`, where it can be shown as such.
        """
        verdict = self.desk.verdicts.get(claim.id)
        return verdict if verdict and verdict.claim_text == claim.text else None

    def verdict_on(self, claim: str) -> Verdict | None:
        """Return the verdict that holds for the claim of this id, or None while it is open or not in the list."""
        return next((self.verdict(one) for one in self.claims if one.id == claim), None)

    @property
    def open_claims(self) -> tuple[Claim, ...]:
        """Return the claims that nobody has judged in their present wording."""
        return tuple(claim for claim in self.claims if self.verdict(claim) is None)


def note_key(claim: str, kind: NoteKind) -> str:
    """Return the key of a claim's note in `Desk.notes`."""
    return f"{claim}:{kind.value}"
