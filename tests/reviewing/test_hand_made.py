from reviewer.model.claim import Attribution, ClaimKind
from reviewer.model.geometry import Span
from reviewer.reviewing.hand_made import hand_made_claim
from tests.documents.judged import claim_on
from tests.documents.plain_text import document_of

TEXT = "The pier is “old and tired”, Ilse Tarn said, and 40 boats use it.\n\n“We shall mend it,” she added."
ARTICLE = document_of(TEXT, "article.txt")


def made(words, like=None):
    start = TEXT.index(words)
    return hand_made_claim(ARTICLE, Span(start, start + len(words)), like)


def test_words_with_quotation_marks_in_them_are_a_part_quote():
    claim = made("The pier is “old and tired”")
    assert claim.kind is ClaimKind.MIXED_QUOTE
    assert [span.of(TEXT) for span in claim.quoted] == ["old and tired"]


def test_words_all_between_quotation_marks_are_a_direct_quote():
    assert made("“We shall mend it,”").kind is ClaimKind.DIRECT_QUOTE
    assert made("shall mend it").kind is ClaimKind.DIRECT_QUOTE


def test_plain_words_are_a_figure_or_an_assertion():
    assert made("40 boats use it").kind is ClaimKind.FIGURE
    assert made("boats use it").kind is ClaimKind.ASSERTION


def test_white_space_and_a_lone_mark_at_the_ends_are_left_out():
    assert made(" boats use it.\n\n“").text == "boats use it."
    assert made("” , Ilse".replace(" ,", ",")).text == ", Ilse"


def test_white_space_and_marks_alone_are_no_claim():
    assert made(".\n\n“") is None


def test_a_claim_made_from_another_keeps_its_speaker():
    old = claim_on(ARTICLE, "The pier is “old", attribution=Attribution("Ilse Tarn", "Ilse Tarn", "said"))
    claim = made("40 boats use it", old)
    assert (claim.kind, claim.attribution.resolved) == (ClaimKind.INDIRECT_QUOTE, "Ilse Tarn")
    assert claim.added_by_editor
