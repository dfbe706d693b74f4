from reviewer.gui.wording import values_of
from reviewer.model.finding import Finding, Rule


def test_a_finding_is_shown_by_the_words_of_both_sides():
    assert values_of(Finding("c", Rule.FIGURE_CHANGED, {"article": "41 boats", "source": "14 boats"})) == (
        "41 boats → 14 boats"
    )


def test_the_part_of_a_claim_that_no_source_has_is_named():
    assert values_of(Finding("c", Rule.PARAPHRASE_OK, {"missing": "and sank"})) == "no source has “and sank”"


def test_a_finding_without_values_shows_none():
    assert values_of(Finding("c", Rule.VERBATIM)) == ""
