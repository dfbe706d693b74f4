from reviewer.gui.suggested_correction import suggested_correction
from reviewer.model.claim import ClaimKind
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Rule
from tests.documents.review_builder import ReviewBuilder


def suggestion(article, source, differences, supports=True):
    builder = ReviewBuilder(f"Headline\n\n{article}\n")
    document = builder.source("s.txt", f"Head\n\n{source}\n")
    claim = builder.claim(article, ClaimKind.FIGURE)
    builder.found(claim, document, source, Rule.FIGURE_CHANGED, differences, supports=supports)
    return suggested_correction(claim, builder.evidence[claim.id][0])


def test_the_changed_figure_is_put_right():
    figure = (DifferenceKind.FIGURE, "£72", "£27")
    assert suggestion("The fare is £72 a head.", "The fare is £27 a head.", [figure]) == "The fare is £27 a head."


def test_several_differences_are_put_right_at_once():
    differences = [(DifferenceKind.FIGURE, "4,100", "4,010"), (DifferenceKind.DATE, "May", "June")]
    corrected = suggestion("It carried 4,100 in May.", "It carried 4,010 in June.", differences)
    assert corrected == "It carried 4,010 in June."


def test_a_word_that_was_added_goes_without_leaving_two_spaces():
    added = (DifferenceKind.WORD_ADDED, "always", "")
    assert suggestion("It will always sail.", "It will sail.", [added]) == "It will sail."


def test_without_a_difference_nothing_is_suggested():
    assert suggestion("The fare is £27.", "The fare is £27.", []) == ""


def test_a_passage_that_is_only_the_nearest_suggests_nothing():
    figure = (DifferenceKind.FIGURE, "£72", "£27")
    assert suggestion("The fare is £72.", "The fare is £27.", [figure], supports=False) == ""
