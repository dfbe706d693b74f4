import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.redact import redact_file
from tests.documents.odf_builder import build_odf

ORDER = RedactionOrder(terms=("Wray",))


def test_a_table_in_plain_text_is_redacted_as_text():
    made = redact_file("names.csv", b"Name,Riders\nWray,12\nDole,9\n", ORDER)
    assert b"Wray" not in made.content
    assert b"Dole,9" in made.content


def test_subtitles_are_redacted_as_text():
    made = redact_file("call.srt", b"1\n00:00:01,000 --> 00:00:02,000\nI am Wray.\n", ORDER)
    assert b"Wray" not in made.content
    assert b"00:00:01,000 --> 00:00:02,000" in made.content


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("note.rtf", b"{\\rtf1 By Wray.}", "note.rtf is a kind of file that Reviewer reads but cannot take words out of "
         "(rich text); save it as PDF or DOCX and redact that."),
        ("note.odt", build_odf("<text:p>By Wray.</text:p>"), "note.odt is a kind of file that Reviewer reads but cannot "
         "take words out of (OpenDocument file); save it as PDF or DOCX and redact that."),
    ],
)  # fmt: skip
def test_a_kind_that_is_read_but_not_redacted_says_what_to_do(name, content, said):
    with pytest.raises(ReviewerError) as caught:
        redact_file(name, content, ORDER)
    assert str(caught.value) == said


def test_a_kind_that_is_not_even_read_is_named():
    with pytest.raises(ReviewerError) as caught:
        redact_file("a.gz", b"\x1f\x8b\x08\x00" + bytes(20), ORDER)
    assert caught.value.problem.code is ProblemCode.KIND_NOT_SUPPORTED
