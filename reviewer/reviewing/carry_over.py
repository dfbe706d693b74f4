"""What was decided on a claim follows it into new results of the machine and into a new draft.

A claim keeps its id, and with it everything keyed by that id, when it stands at the same place of the same document,
or when the anchor of the old one is found again in the new text. A claim whose wording changed keeps its notes but
is open again; one that is gone is listed as gone. Nothing moves silently.
"""

from collections.abc import Mapping, Sequence

import msgspec

from reviewer.model.anchor import anchor_at, locate
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.review import Review
from reviewer.model.verdict import CarryOver, Verdict
from reviewer.reviewing.pairing import pairs_by_place, pairs_by_wording


def keep_ids(old: Sequence[Claim], new: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """Give each new claim the id of the old one that it continues; ids of duplicates follow.

    `document` is the new claims' document. Old claims of the same document are compared by place, those of an
    earlier draft by where their anchor is found in the new text and then by wording. One to one, best pair first.
    """
    places = [_place(claim, document) for claim in old]
    pairs = [(old[i].id, new[j].id) for i, j in pairs_by_place(places, new)]
    used, taken = {before for before, _ in pairs}, {after for _, after in pairs}
    gone = [claim for claim in old if claim.id not in used and claim.anchor.document != document.id]
    left = [claim for claim in new if claim.id not in taken]
    pairs += [(gone[i].id, left[j].id) for i, j in pairs_by_wording(gone, left)]
    renamed = {after: before for before, after in pairs}
    kept = set(renamed.values())
    return tuple(_renamed(claim, renamed, kept) for claim in new)


def states(verdicts: Mapping[str, Verdict], old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, CarryOver]:
    """Return what became of each claim: unchanged, to be checked again, new, or gone with its verdict."""
    before = {claim.id: claim for claim in old}
    after = {claim.id: claim for claim in new}
    result: dict[str, CarryOver] = {}
    for claim in new:
        verdict = verdicts.get(claim.id)
        judged = verdict.claim_text if verdict else before[claim.id].text if claim.id in before else None
        if judged is None:
            result[claim.id] = CarryOver.NEW
        else:
            result[claim.id] = CarryOver.UNCHANGED if judged == claim.text else CarryOver.RECHECK
    for lost in (before.keys() | verdicts.keys()) - after.keys():
        if lost in verdicts:
            result[lost] = CarryOver.GONE
    return result


def claims_before(review: Review) -> tuple[Claim, ...]:
    """Return the claims that a new analysis of the article goes on from.

    Those of its last analysis; for a draft seen for the first time those of the newest earlier draft that has any.
    The editor's own claims of that text are among them.
    """
    for document in (review.desk.article or "", *reversed(review.desk.drafts)):
        analysis = review.analyses.get(document)
        if analysis is not None:
            added = [claim for claim in review.desk.added_claims if claim.anchor.document == document]
            known = {claim.id for claim in analysis.claims}
            return (*analysis.claims, *(claim for claim in added if claim.id not in known))
    return ()


def with_added_claims(claims: tuple[Claim, ...], before: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """Bring claims that an editor added to an earlier draft into the new one where their words still stand."""
    known = {claim.id for claim in claims}
    brought = []
    for claim in before:
        if not claim.added_by_editor or claim.id in known:
            continue
        place = _place(claim, document)
        if place is not None:
            brought.append(msgspec.structs.replace(claim, anchor=anchor_at(document, place)))
    return (*claims, *brought)


def with_numbers(review: Review) -> Review:
    """Give every claim that has none the next display number; numbers are never given twice."""
    unnumbered = [claim.id for claim in review.claims if claim.id not in review.numbers]
    if not unnumbered:
        return review
    first = max(review.numbers.values(), default=0) + 1
    numbers = {**review.numbers, **{claim: first + place for place, claim in enumerate(unnumbered)}}
    return msgspec.structs.replace(review, numbers=numbers)


def _place(claim: Claim, document: Document) -> Span | None:
    return claim.span if claim.anchor.document == document.id else locate(claim.anchor, document)


def _renamed(claim: Claim, renamed: Mapping[str, str], used: set[str]) -> Claim:
    fresh = renamed.get(claim.id) or (f"{claim.id}x" if claim.id in used else claim.id)
    duplicates = tuple(renamed.get(other, other) for other in claim.duplicates)
    return msgspec.structs.replace(claim, id=fresh, duplicates=duplicates)
