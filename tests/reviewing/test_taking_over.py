"""Decisions of another review of the same article are taken over; nothing here is overruled, nothing is guessed."""

import msgspec
import pytest

from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.evidence import Evidence
from reviewer.model.exported import ExportedClaim, ExportedReview, ExportedSource
from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Correction, Decision, Note, NoteKind, Verdict
from reviewer.reviewing.edits import AddSource, GiveVerdict
from reviewer.reviewing.session import Session
from tests.documents.judged import EDITOR, SECOND, session_with_claims
from tests.documents.plain_text import document_of


@pytest.fixture
def session():
    return session_with_claims()


@pytest.fixture
def claim(session):
    return session.review.claims[0]


def exported(session, *claims, **more):
    article = session.review.article
    return ExportedReview("review.json", "ab" * 32, article.id, article.name, claims=claims, **more)


def judged(claim, decision=Decision.FIX, **more):
    return ExportedClaim(claim, verdict=Verdict(claim.id, decision, SECOND, claim.text), **more)


def test_a_verdict_comes_with_the_signature_it_was_given_with(session, claim):
    account = session.take_over(exported(session, judged(claim)), EDITOR)
    verdict = session.review.verdict(claim)
    assert (verdict.decision, verdict.by) == (Decision.FIX, SECOND)
    assert account.verdicts == 1


def test_who_took_it_over_and_from_which_file_is_kept(session, claim):
    session.take_over(exported(session, judged(claim), made_at="2026-01-05", made_with="Reviewer 9"), EDITOR)
    (kept,) = session.review.desk.taken_over
    assert (kept.name, kept.sha256, kept.by, kept.verdicts) == ("review.json", "ab" * 32, EDITOR, 1)


def test_what_was_decided_here_stays_and_is_named(session, claim):
    session.apply(GiveVerdict(claim.id, Decision.VERIFIED, EDITOR))
    account = session.take_over(exported(session, judged(claim, number=7)), EDITOR)
    assert session.review.verdict(claim).decision is Decision.VERIFIED
    assert account.kept == ("C07",)


def test_a_verdict_on_other_words_is_not_taken_over(session, claim):
    other = msgspec.structs.replace(judged(claim).verdict, claim_text="something else")
    session.take_over(exported(session, ExportedClaim(claim, verdict=other)), EDITOR)
    assert session.review.verdict(claim) is None


def test_notes_and_corrections_come_over(session, claim):
    note = Note(claim.id, NoteKind.DESK, "call back at four", SECOND)
    correction = Correction(claim.id, "other words", SECOND)
    session.take_over(exported(session, ExportedClaim(claim, notes=(note,), correction=correction)), EDITOR)
    assert session.review.note(claim.id, NoteKind.DESK) == "call back at four"
    assert session.review.desk.corrections[claim.id] == correction


def test_an_id_in_the_file_cannot_reach_another_claim(session):
    first, second = session.review.claims[:2]
    forged = msgspec.structs.replace(first, id=second.id)
    session.take_over(exported(session, judged(forged)), EDITOR)
    assert session.review.verdict(first) is not None
    assert session.review.verdict(second) is None


def test_a_claim_whose_words_do_not_stand_there_is_left_out_and_named(session, claim):
    moved = msgspec.structs.replace(claim, anchor=msgspec.structs.replace(claim.anchor, exact="forged words"))
    before = session.review.claims
    account = session.take_over(exported(session, judged(moved, number=3)), EDITOR)
    assert account.lost == ("C03",)
    assert session.review.claims == before
    assert not session.review.desk.verdicts


def test_a_claim_that_was_not_found_here_is_added_with_its_verdict(session):
    article = session.review.article
    start = article.text.index(article.text.split()[0])
    span = Span(start, start + len(article.text.split()[0]))
    new = msgspec.structs.replace(session.review.claims[0], anchor=anchor_at(article, span))
    session.take_over(exported(session, judged(new)), EDITOR)
    added = next(one for one in session.review.claims if one.span == span)
    assert added.added_by_editor
    assert session.review.verdict(added).decision is Decision.FIX


def test_a_dismissed_claim_leaves_the_list(session, claim):
    session.take_over(exported(session, dismissed=(claim.anchor,)), EDITOR)
    assert claim not in session.review.claims


def test_numbers_are_those_of_the_other_review_while_nobody_has_worked_here(session):
    first, second = session.review.claims[:2]
    session.take_over(exported(session, judged(first, number=12), ExportedClaim(second, number=3)), EDITOR)
    assert session.review.display_id(first.id) == "C12"
    assert session.review.display_id(second.id) == "C03"
    assert len(set(session.review.numbers.values())) == len(session.review.numbers)


def test_numbers_stay_once_somebody_has_worked_here(session):
    first, second = session.review.claims[:2]
    before = dict(session.review.numbers)
    session.apply(GiveVerdict(second.id, Decision.CUT, EDITOR))
    session.take_over(exported(session, judged(first, number=12)), EDITOR)
    assert session.review.numbers == before


def test_taking_over_is_one_step_to_undo(session, claim):
    session.take_over(exported(session, judged(claim), *map(judged, session.review.claims[1:])), EDITOR)
    session.undo()
    assert not session.review.desk.verdicts
    assert not session.review.desk.taken_over


def test_taking_the_same_file_over_twice_changes_nothing_more(session, claim):
    session.take_over(exported(session, judged(claim)), EDITOR)
    once = session.review
    session.take_over(exported(session, judged(claim)), EDITOR)
    assert session.review == once


@pytest.fixture
def with_source(session):
    source = document_of("The harbour board met twice.", "minutes.txt")
    review = session.review
    session = Session(review=msgspec.structs.replace(review, documents={**review.documents, source.id: source}))
    session.apply(AddSource(source.id))
    return session, source


def test_a_linked_passage_comes_over_when_it_stands_in_the_source(with_source):
    session, source = with_source
    claim, anchor = session.review.claims[0], anchor_at(source, Span(4, 17))
    session.take_over(exported(session, ExportedClaim(claim, links=(anchor,), shown=anchor)), EDITOR)
    assert session.review.passage(claim.id) == Evidence(claim.id, anchor, 1.0, supports=True)


def test_a_passage_that_the_source_does_not_have_is_left_out_and_named(with_source):
    session, source = with_source
    claim = session.review.claims[0]
    forged = Anchor(source.id, 4, 17, "harbour burnt")
    account = session.take_over(exported(session, ExportedClaim(claim, number=1, links=(forged,))), EDITOR)
    assert account.passages == ("C01",)
    assert session.review.passage(claim.id) is None


def test_sources_are_described_as_they_were_and_absent_ones_are_named(with_source):
    session, source = with_source
    described = ExportedSource(source.id, source.name, SourceKind.REPORT, Grade.PRIMARY, "by hand")
    absent = ExportedSource("f" * 64, "letter.pdf")
    account = session.take_over(exported(session, sources=(described, absent)), EDITOR)
    entry = session.review.source_entry(source.id)
    assert (entry.kind, entry.grade, entry.obtained) == (SourceKind.REPORT, Grade.PRIMARY, "by hand")
    assert account.absent == ("letter.pdf",)


def test_the_review_of_another_article_is_refused(session):
    other = msgspec.structs.replace(exported(session), article="0" * 64, article_name="other.txt")
    with pytest.raises(ReviewerError, match=r"other\.txt") as caught:
        session.take_over(other, EDITOR)
    assert caught.value.problem.code is ProblemCode.ANOTHER_ARTICLE


def test_nothing_is_taken_over_before_the_claims_are_found(session):
    early = Session(review=msgspec.structs.replace(session.review, analyses={}))
    with pytest.raises(ReviewerError) as caught:
        early.take_over(exported(session), EDITOR)
    assert caught.value.problem.code is ProblemCode.NO_CLAIMS_YET
