import msgspec
import pytest

from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding, Rule
from reviewer.model.verdict import CarryOver, Decision, NoteKind
from reviewer.reviewing.edits import AddClaim, ClearVerdict, GiveVerdict, SetArticle, WriteNote
from tests.documents.judged import EDITOR, analysis_of, claim_on, opened, session_with_claims
from tests.documents.plain_text import document_of


@pytest.fixture
def session():
    return session_with_claims()


def judge(session, place=0, decision=Decision.VERIFIED):
    claim = session.review.claims[place]
    session.apply(GiveVerdict(claim.id, decision, EDITOR))
    return claim


def new_draft(session, text, *claims):
    draft = document_of(text, "draft-2.txt")
    session.receive_documents([opened(draft)])
    session.apply(SetArticle(draft.id))
    session.receive_analysis(analysis_of(draft, *claims))
    return session.review


def test_watchers_hear_what_changed_and_what_it_was_called(session):
    heard = []
    session.subscribe(heard.append)
    claim = judge(session)
    (change,) = heard
    assert change.label == "GiveVerdict"
    assert change.before.verdict(claim) is None
    assert change.after.verdict(claim).decision is Decision.VERIFIED


def test_a_watcher_that_unsubscribed_hears_nothing(session):
    heard = []
    session.subscribe(heard.append)()
    judge(session)
    assert heard == []


def test_parts_that_did_not_change_stay_the_same_objects(session):
    before = session.review
    judge(session)
    assert session.review.documents is before.documents
    assert session.review.desk.notes is before.desk.notes


def test_undo_and_redo_walk_over_everything_done(session):
    claim = judge(session)
    session.apply(WriteNote(claim.id, NoteKind.DESK, "call", EDITOR))
    session.undo()
    assert session.review.note(claim.id, NoteKind.DESK) == ""
    session.undo()
    assert session.review.verdict(claim) is None
    session.redo()
    session.redo()
    assert session.review.note(claim.id, NoteKind.DESK) == "call"
    assert not session.can_redo


def test_a_new_edit_ends_what_could_be_redone(session):
    claim = judge(session)
    session.undo()
    session.apply(GiveVerdict(claim.id, Decision.CUT, EDITOR))
    assert not session.can_redo
    assert session.undo_label == "GiveVerdict"


def test_undo_with_nothing_done_changes_nothing():
    session = session_with_claims()
    while session.can_undo:
        session.undo()
    assert session.undo() is None


def test_an_edit_that_changes_nothing_is_not_a_step(session):
    label = session.undo_label
    session.apply(ClearVerdict(session.review.claims[0].id))
    assert session.undo_label == label


def test_results_of_the_machine_are_no_step_and_survive_undo(session):
    claim = judge(session)
    found = Finding(claim.id, Rule.VERBATIM)
    session.receive_matches({claim.id: (Evidence(claim.id, None, 1.0, True),)}, {claim.id: (found,)})
    session.undo()
    assert session.review.findings[claim.id] == (found,)
    assert session.review.verdict(claim) is None


def test_claims_are_numbered_in_text_order(session):
    assert [session.review.display_id(claim.id) for claim in session.review.claims] == ["C01", "C02", "C03"]


def test_numbers_have_three_digits_from_a_hundred_claims_on():
    session = session_with_claims(text="\n".join(f"Claim number {n}." for n in range(1, 101)))
    assert session.review.display_id(session.review.claims[3].id) == "C004"


def test_a_number_is_never_given_twice(session):
    first = claim_on(session.review.article, "boat sails", added_by_editor=True)
    session.apply(AddClaim(first))
    session.undo()
    second = claim_on(session.review.article, "at noon", added_by_editor=True)
    session.apply(AddClaim(second))
    assert session.review.display_id(second.id) == "C05"


def test_a_second_analysis_keeps_ids_numbers_and_verdicts(session):
    claim = judge(session, 1)
    article = session.review.article
    session.receive_analysis(analysis_of(article, "Nobody objected.", "The boat sails at noon.", "The fare is £72."))
    assert session.review.verdict(claim).decision is Decision.VERIFIED
    assert session.review.display_id(claim.id) == "C02"


def test_a_claim_whose_bounds_moved_keeps_its_id_but_is_open_again(session):
    claim = judge(session, 1)
    session.receive_analysis(analysis_of(session.review.article, "boat sails at noon."))
    (again,) = session.review.claims
    assert again.id == claim.id
    assert session.review.verdict(again) is None
    assert session.review.desk.verdicts[claim.id].decision is Decision.VERIFIED
    assert session.review.carried[claim.id] is CarryOver.RECHECK


def test_a_new_draft_carries_verdicts_on_unchanged_claims(session):
    claim = judge(session, 1)
    text = "A new opening.\nThe boat sails at noon.\nNobody objected."
    review = new_draft(session, text, *text.split("\n"))
    carried = next(one for one in review.claims if one.text == "The boat sails at noon.")
    assert carried.id == claim.id
    assert review.verdict(carried).decision is Decision.VERIFIED
    assert review.carried[claim.id] is CarryOver.UNCHANGED


def test_a_new_draft_reopens_a_claim_that_was_reworded(session):
    claim = judge(session, 0, Decision.FIX)
    review = new_draft(session, "The fare is £27.", "The fare is £27.")
    assert review.claims[0].id == claim.id
    assert review.verdict(review.claims[0]) is None
    assert review.carried[claim.id] is CarryOver.RECHECK


def test_a_new_draft_lists_judged_claims_that_are_gone_and_numbers_new_ones_afresh(session):
    claim = judge(session, 2)
    review = new_draft(session, "Tickets go on sale in May, the harbour master wrote.", "Tickets go on sale in May")
    assert review.carried[claim.id] is CarryOver.GONE
    assert review.carried[review.claims[0].id] is CarryOver.NEW
    assert review.display_id(review.claims[0].id) == "C04"


def test_a_claim_that_the_editor_added_follows_into_a_new_draft(session):
    added = claim_on(session.review.article, "sails at noon", added_by_editor=True)
    session.apply(AddClaim(added))
    review = new_draft(session, "Today the boat sails at noon again.")
    assert [claim.id for claim in review.claims] == [added.id]
    assert review.claims[0].anchor.start == review.article.text.index("sails")


def test_undoing_a_new_draft_brings_the_old_article_and_its_claims_back(session):
    claims = session.review.claims
    new_draft(session, "Something else entirely.", "Something else entirely.")
    session.undo()
    assert session.review.claims == claims


def test_a_document_received_twice_is_kept_once(session):
    document = document_of("same", "same.txt")
    session.receive_documents([opened(document)])
    kept = session.review.documents[document.id]
    session.receive_documents([opened(msgspec.structs.replace(document, name="other name.txt"))])
    assert session.review.documents[document.id] is kept


def test_half_characters_in_an_edit_become_replacement_characters(session):
    claim = session.review.claims[0]
    session.apply(WriteNote(claim.id, NoteKind.DESK, "half \ud83d of a \U0001f600", EDITOR))
    note = next(iter(session.review.desk.notes.values()))
    assert "half \ufffd of a \U0001f600" in str(note)
