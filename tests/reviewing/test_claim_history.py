import pytest

from reviewer.model.anchor import anchor_at
from reviewer.model.evidence import Evidence
from reviewer.model.geometry import Span
from reviewer.model.verdict import Decision, Method, NoteKind
from reviewer.reviewing.claim_history import Deed
from reviewer.reviewing.edits import (
    AddClaim,
    ClearVerdict,
    DismissClaim,
    GiveVerdict,
    LinkPassage,
    ReadSecond,
    RestoreClaim,
    WriteCorrection,
    WriteNote,
)
from tests.documents.judged import EDITOR, SECOND, claim_on, session_with_claims


@pytest.fixture
def session():
    return session_with_claims()


def deeds(session, claim):
    return [entry.deed for entry in session.history_of(claim)]


def test_a_claim_that_nobody_touched_has_no_history(session):
    first, second, _ = session.review.claims
    session.apply(GiveVerdict(first.id, Decision.CUT, EDITOR))
    assert session.history_of(second.id) == ()


def test_every_verdict_stands_in_the_history_with_who_gave_it_and_how(session):
    claim = session.review.claims[0].id
    session.apply(GiveVerdict(claim, Decision.QUERY, EDITOR))
    session.apply(GiveVerdict(claim, Decision.VERIFIED, SECOND, Method.CALL_BACK))
    first, second = session.history_of(claim)
    assert (first.decision, first.by) == (Decision.QUERY, EDITOR)
    assert (second.decision, second.by, second.method) == (Decision.VERIFIED, SECOND, Method.CALL_BACK)


def test_a_verdict_taken_away_and_a_second_reading_are_told(session):
    claim = session.review.claims[0].id
    session.apply(GiveVerdict(claim, Decision.FIX, EDITOR))
    session.apply(ReadSecond(claim, SECOND))
    session.apply(ClearVerdict(claim))
    assert deeds(session, claim) == [Deed.JUDGED, Deed.READ_SECOND, Deed.OPENED_AGAIN]


def test_notes_and_corrections_keep_each_wording(session):
    claim = session.review.claims[0].id
    session.apply(WriteNote(claim, NoteKind.LEGAL, "ask counsel", EDITOR))
    session.apply(WriteNote(claim, NoteKind.LEGAL, "counsel agrees", EDITOR))
    session.apply(WriteCorrection(claim, "The fare is £27.", EDITOR))
    session.apply(WriteNote(claim, NoteKind.LEGAL, "", EDITOR))
    texts = [(entry.deed, entry.text) for entry in session.history_of(claim)]
    assert texts == [
        (Deed.NOTED, "ask counsel"),
        (Deed.NOTED, "counsel agrees"),
        (Deed.CORRECTED, "The fare is £27."),
        (Deed.NOTE_REMOVED, ""),
    ]


def test_what_was_undone_is_not_told_and_comes_back_with_redo(session):
    claim = session.review.claims[0].id
    session.apply(GiveVerdict(claim, Decision.FIX, EDITOR))
    session.undo()
    assert deeds(session, claim) == []
    session.redo()
    assert deeds(session, claim) == [Deed.JUDGED]


def test_a_linked_passage_is_told_with_its_words(session):
    claim, document = session.review.claims[0].id, session.review.article
    session.apply(LinkPassage(claim, Evidence(claim, anchor_at(document, Span(0, 8)), coverage=1.0, supports=True)))
    (entry,) = session.history_of(claim)
    assert (entry.deed, entry.text) == (Deed.LINKED, "The fare")


def test_claims_added_dismissed_and_brought_back_are_told(session):
    added = claim_on(session.review.article, "at noon", added_by_editor=True)
    session.apply(AddClaim(added))
    session.apply(DismissClaim(added.id))
    session.apply(RestoreClaim(added.id))
    assert deeds(session, added.id) == [Deed.ADDED, Deed.DISMISSED, Deed.BROUGHT_BACK]
