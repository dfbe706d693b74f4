def groups(analysis):
    text = {claim.id: claim.text for claim in analysis.claims}
    return {claim.text: [text[other] for other in claim.duplicates] for claim in analysis.claims if claim.duplicates}


HEADLINE = "Night boats to return to Aldsund after six years"
LEAD = "Night boats between Port Ellin and Aldsund will return in May, six years after they stopped."


def test_headline_and_lead_that_say_the_same_know_of_each_other(instant_pass):
    assert groups(instant_pass(f"{HEADLINE}\n{LEAD}\nThe crew is new.", headline=True)) == {
        HEADLINE: [LEAD],
        LEAD: [HEADLINE],
    }


def test_a_later_paragraph_is_no_duplicate(instant_pass):
    filler = "\n".join(f"The {word} is new." for word in ("crew", "deck", "bar", "menu"))
    assert groups(instant_pass(f"{HEADLINE}\n{filler}\n{LEAD}", headline=True)) == {}


def test_different_figures_keep_two_claims_apart(instant_pass):
    text = "Night boats to cost 72 pounds to Aldsund\nNight boats to Aldsund will cost 27 pounds."
    assert groups(instant_pass(text, headline=True)) == {}


def test_quotations_are_never_duplicates(instant_pass):
    text = f"{HEADLINE}\n“Night boats return to Aldsund after six years,” said Ann Dale."
    assert groups(instant_pass(text, headline=True)) == {}
