import pytest

from reviewer.isolation.frames import GarbledError
from reviewer.isolation.validation import checked_reply
from reviewer.model.geometry import Box
from reviewer.model.redaction import AppliedRedaction, LossNote, RedactionHit, RedactionLoss, RedactionOrder, Survivor
from reviewer.model.request import FindRedactions, Proved, ProveFile, Redacted, RedactFile, RedactionsFound
from tests.documents.judged import EDITOR

ORDER = RedactionOrder(("Hanes",), reason="privacy")
REDACT = RedactFile("a.txt", b"Hanes said no.", ORDER, EDITOR)
PROVE = ProveFile("a.txt", b"said no.", ("Hanes",))
APPLIED = (AppliedRedaction("text", "privacy"),)


def test_a_sensible_answer_passes():
    reply = Redacted(b"[privacy] said no.", APPLIED, (LossNote(RedactionLoss.METADATA),), ("Hanes",))
    assert checked_reply(REDACT, reply) is reply


@pytest.mark.parametrize(
    "reply",
    [
        Redacted(b"", APPLIED, (), ("Hanes",)),
        Redacted(b"Hanes said no.", APPLIED, (), ("Hanes",)),
        Redacted(b"[privacy] said no.", (), (), ("Hanes",)),
        Redacted(b"[privacy] said no.", (AppliedRedaction("text", "other"),), (), ("Hanes",)),
        Redacted(b"[privacy] said no.", APPLIED, (), ()),
        Redacted(b"[privacy] said no.", (AppliedRedaction("", "privacy"),), (), ("Hanes",)),
        Redacted(b"[privacy] said no.", APPLIED, (), ("Hanes",), ("Dorn",)),
    ],
    ids=["empty", "untouched", "nothing applied", "another reason", "a term forgotten", "no part", "a term not sent"],
)
def test_an_answer_that_cannot_be_a_redaction_is_garbled(reply):
    with pytest.raises(GarbledError):
        checked_reply(REDACT, reply)


def test_a_survivor_of_a_needle_that_was_not_sent_is_garbled():
    with pytest.raises(GarbledError):
        checked_reply(PROVE, Proved((Survivor("text", 1, "text", "text"),)))


def test_an_endless_box_is_garbled():
    hit = RedactionHit("page 1", "Hanes", page=1, box=Box(0, 0, float("inf"), 9))
    with pytest.raises(GarbledError):
        checked_reply(FindRedactions("a.pdf", b"%PDF", ORDER), RedactionsFound((hit,)))
