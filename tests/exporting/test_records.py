from reviewer.exporting.records import build_records
from reviewer.model.verdict import Decision
from reviewer.reviewing.edits import GiveVerdict, ReadSecond
from tests.documents.judged import EDITOR, SECOND, analysis_of, session_with_claims


def test_a_verdict_on_other_words_is_not_printed_as_one_on_these():
    session = session_with_claims()
    claim = session.review.claims[1]
    session.apply(GiveVerdict(claim.id, Decision.VERIFIED, EDITOR))
    session.apply(ReadSecond(claim.id, SECOND))
    session.receive_analysis(analysis_of(session.review.article, "boat sails at noon."))
    (record,) = build_records(session.review)
    assert (record.claim.id, record.verdict, record.second) == (claim.id, None, None)
