import msgspec
import pytest

from reviewer.model.anchor import anchor_at
from reviewer.model.evidence import Evidence
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, Method, NoteKind, Signature
from reviewer.reviewing.edits import (
    AddClaim,
    AddMarks,
    AddSource,
    CarryMarks,
    ChangeReason,
    ChooseCandidate,
    ClearVerdict,
    DescribeReview,
    DescribeSource,
    DismissClaim,
    Edit,
    GiveVerdict,
    LinkPassage,
    ReadSecond,
    RemoveMarks,
    RemoveSource,
    ReshapeClaim,
    RestoreClaim,
    SetArticle,
    SwitchFurniture,
    Together,
    WriteCorrection,
    WriteNote,
    apply,
    label,
)
from tests.documents.judged import EDITOR, SECOND, claim_on, session_with_claims
from tests.documents.plain_text import document_of


@pytest.fixture
def review():
    return session_with_claims().review


@pytest.fixture
def claim(review):
    return review.claims[0]


def with_documents(review, *documents):
    return msgspec.structs.replace(review, documents={**review.documents, **{one.id: one for one in documents}})


def test_a_verdict_closes_its_claim_and_no_other(review, claim):
    judged = apply(GiveVerdict(claim.id, Decision.FIX, EDITOR, Method.CALL_BACK), review)
    assert judged.verdict(claim).decision is Decision.FIX
    assert judged.verdict(claim).method is Method.CALL_BACK
    assert len(judged.open_claims) == len(review.open_claims) - 1


def test_an_edit_leaves_the_review_it_was_made_on_as_it_was(review, claim):
    apply(GiveVerdict(claim.id, Decision.FIX, EDITOR), review)
    assert review.verdict(claim) is None


def test_clearing_a_verdict_takes_the_second_reading_with_it(review, claim):
    judged = apply(ReadSecond(claim.id, SECOND), apply(GiveVerdict(claim.id, Decision.VERIFIED, EDITOR), review))
    cleared = apply(ClearVerdict(claim.id), judged)
    assert cleared.verdict(claim) is None
    assert cleared.desk.second_readings == {}


def test_an_open_claim_cannot_be_read_a_second_time(review, claim):
    assert apply(ReadSecond(claim.id, SECOND), review) is review


def test_notes_of_different_kinds_stand_beside_one_another(review, claim):
    review = apply(WriteNote(claim.id, NoteKind.DESK, "call them", EDITOR), review)
    review = apply(WriteNote(claim.id, NoteKind.LEGAL, "privileged", EDITOR), review)
    assert review.note(claim.id, NoteKind.DESK) == "call them"
    assert review.note(claim.id, NoteKind.LEGAL) == "privileged"


def test_an_empty_note_removes_it(review, claim):
    review = apply(WriteNote(claim.id, NoteKind.DESK, "call them", EDITOR), review)
    assert apply(WriteNote(claim.id, NoteKind.DESK, "  ", EDITOR), review).desk.notes == {}


def test_a_correction_is_kept_and_can_be_emptied(review, claim):
    review = apply(WriteCorrection(claim.id, "The fare is £27.", EDITOR), review)
    assert review.desk.corrections[claim.id].text == "The fare is £27."
    assert apply(WriteCorrection(claim.id, "", EDITOR), review).desk.corrections == {}


def test_sources_are_labelled_in_order_and_attachments_below_their_mail(review):
    mail, other = document_of("mail", "mail.eml"), document_of("other", "other.txt")
    child = msgspec.structs.replace(document_of("child", "child.txt"), parent=mail.id)
    review = with_documents(review, mail, child, other)
    for one in (mail, child, other):
        review = apply(AddSource(one.id), review)
    assert [entry.label for entry in review.desk.sources] == ["S1", "S1.1", "S2"]


def test_a_label_is_not_given_to_another_source_when_an_earlier_one_goes(review):
    first, second, third = (document_of(text, f"{text}.txt") for text in ("one", "two", "three"))
    review = with_documents(review, first, second, third)
    review = apply(AddSource(second.id), apply(AddSource(first.id), review))
    review = apply(AddSource(third.id), apply(RemoveSource(first.id), review))
    assert [entry.label for entry in review.desk.sources] == ["S2", "S3"]


def test_the_article_cannot_be_its_own_source(review):
    assert apply(AddSource(review.article.id), review) is review


def test_a_source_that_becomes_the_article_leaves_the_sources(review):
    source = document_of("draft two", "two.txt")
    review = apply(AddSource(source.id), with_documents(review, source))
    first = review.article.id
    review = apply(SetArticle(source.id), review)
    assert review.sources == ()
    assert review.desk.drafts == (first,)
    assert review.desk.draft == 2


def test_a_source_is_described(review):
    source = document_of("words", "words.txt")
    review = apply(AddSource(source.id), with_documents(review, source))
    review = apply(DescribeSource(source.id, SourceKind.COURT_PAPER, Grade.PRIMARY, "from the clerk"), review)
    entry = review.source_entry(source.id)
    assert (entry.kind, entry.grade, entry.obtained) == (SourceKind.COURT_PAPER, Grade.PRIMARY, "from the clerk")


def test_a_dismissed_claim_leaves_the_list_and_comes_back_with_its_verdict(review, claim):
    review = apply(GiveVerdict(claim.id, Decision.VERIFIED, EDITOR), review)
    dismissed = apply(DismissClaim(claim.id), review)
    assert claim not in dismissed.claims
    restored = apply(RestoreClaim(claim.id), dismissed)
    assert restored.verdict(claim).decision is Decision.VERIFIED


def test_an_added_claim_stands_among_the_others_in_text_order(review):
    added = claim_on(review.article, "sails at noon", added_by_editor=True)
    texts = [claim.text for claim in apply(AddClaim(added), review).claims]
    assert texts == ["The fare is £72.", "The boat sails at noon.", "sails at noon", "Nobody objected."]


def test_a_passage_linked_by_hand_is_shown_first(review, claim):
    source = document_of("It costs £27.", "s.txt")
    link = Evidence(claim.id, anchor_at(source, Span(0, 13)), 1.0, True)
    found = Evidence(claim.id, anchor_at(source, Span(0, 2)), 0.2, False)
    review = msgspec.structs.replace(review, evidence={claim.id: (found,)})
    review = apply(LinkPassage(claim.id, link), review)
    assert review.passage(claim.id) == link
    assert apply(ChooseCandidate(claim.id, 1), review).passage(claim.id) == found


def test_a_candidate_that_does_not_exist_cannot_be_chosen(review, claim):
    assert apply(ChooseCandidate(claim.id, 5), review) is review


def area_mark(review, id="m1", top=0):
    return RedactionMark(id, PageArea(review.article.id, 1, Box(0, top, 10, top + 10)), "privacy", EDITOR)


def test_marks_are_added_and_taken_back_together(review):
    first, second = area_mark(review), area_mark(review, "m2", 20)
    marked = apply(AddMarks((first, second)), review)
    assert marked.desk.marks == (first, second)
    assert apply(RemoveMarks(("m1", "m2")), marked).desk.marks == ()


def test_a_place_that_is_marked_already_is_not_marked_again(review):
    marked = apply(AddMarks((area_mark(review),)), review)
    assert apply(AddMarks((area_mark(review, "m2"),)), marked) is marked


def test_a_word_outside_the_text_is_marked_once_and_taken_back_like_any_other_mark(review):
    first, again = (RedactionMark(id, HiddenWord(review.article.id, "Tarn"), "privacy", EDITOR) for id in ("m1", "m2"))
    marked = apply(AddMarks((first, again)), review)
    assert marked.desk.marks == (first,)
    assert apply(RemoveMarks(("m1",)), marked).desk.marks == ()


def test_a_changed_reason_is_signed_by_who_changed_it(review):
    marked = apply(AddMarks((area_mark(review), area_mark(review, "m2", 20))), review)
    other = Signature("LO", "L. Ottermann", "2026-03-02T10:00:00+00:00")
    changed = apply(ChangeReason(("m2",), "b(6)", other), marked)
    assert [(mark.reason, mark.by.initials) for mark in changed.desk.marks] == [
        ("privacy", EDITOR.initials),
        ("b(6)", "LO"),
    ]


def test_marks_of_a_new_draft_take_the_place_of_the_old_ones_in_one_step(review):
    old, stays, new = area_mark(review), area_mark(review, "m2", 20), area_mark(review, "m3", 40)
    marked = apply(AddMarks((old, stays)), review)
    assert apply(CarryMarks(("m1",), (new,)), marked).desk.marks == (stays, new)


def test_furniture_can_be_switched(review):
    switched = apply(SwitchFurniture(review.article.id, 0, True), review)
    assert switched.desk.furniture_switches == {f"{review.article.id}:0": True}


def test_a_review_is_named(review):
    named = apply(DescribeReview("night-ferry", 2, "transport", "C. Penhale"), review)
    assert (named.desk.title, named.desk.draft, named.desk.desk_name) == ("night-ferry", 2, "transport")


def test_an_edit_that_changes_nothing_gives_the_same_review(review):
    named = apply(DescribeReview("a", 1, "b", "c"), review)
    assert apply(DescribeReview("a", 1, "b", "c"), named) is named


def test_edits_survive_the_journal(claim):
    for edit in (GiveVerdict(claim.id, Decision.CUT, EDITOR), AddClaim(claim), SetArticle("x" * 64)):
        assert msgspec.json.decode(msgspec.json.encode(edit), type=Edit) == edit


def test_an_edit_is_named_by_a_code(claim):
    assert label(GiveVerdict(claim.id, Decision.CUT, EDITOR)) == "GiveVerdict"


def test_edits_made_together_are_named_after_the_last_and_change_one_revision(review, claim):
    together = Together((WriteCorrection(claim.id, "£27", EDITOR), GiveVerdict(claim.id, Decision.FIX, EDITOR)))
    after = apply(together, review)
    assert after.desk.corrections[claim.id].text == "£27"
    assert after.verdict(claim).decision is Decision.FIX
    assert after.revision == review.revision + 1
    assert label(together) == "GiveVerdict"


def test_nothing_done_together_changes_nothing(review):
    assert apply(Together(()), review) is review


def test_a_reshaped_claim_takes_the_notes_along_and_is_open(review, claim):
    review = apply(WriteNote(claim.id, NoteKind.DESK, "ask", EDITOR), review)
    review = apply(GiveVerdict(claim.id, Decision.VERIFIED, EDITOR), review)
    shorter = claim_on(review.article, claim.text[:6], added_by_editor=True)
    after = apply(ReshapeClaim(claim.id, shorter), review)
    assert claim.id not in {one.id for one in after.claims}
    assert after.note(shorter.id, NoteKind.DESK) == "ask"
    assert after.verdict_on(shorter.id) is None
    assert after.desk.verdicts[claim.id].decision is Decision.VERIFIED


def test_a_claim_reshaped_to_itself_or_from_nothing_changes_nothing(review, claim):
    assert apply(ReshapeClaim(claim.id, claim), review) is review
    assert apply(ReshapeClaim("gone", claim_on(review.article, claim.text[:6])), review) is review
