def worth_of(analysis):
    return {claim.text: claim.worth_checking for claim in analysis.claims}


def test_an_allegation_outweighs_a_plain_statement(instant_pass):
    found = worth_of(instant_pass("The mayor stole the fund. The mayor opened the fair."))
    assert found["The mayor stole the fund."] > found["The mayor opened the fair."]


def test_a_figure_outweighs_an_assertion(instant_pass):
    found = worth_of(instant_pass("The boat carries 410 people. The boat is blue."))
    assert found["The boat carries 410 people."] > found["The boat is blue."]


def test_a_superlative_weighs_more(instant_pass):
    found = worth_of(instant_pass("It is the oldest boat. It is a blue boat."))
    assert found["It is the oldest boat."] > found["It is a blue boat."]


def test_every_score_lies_between_nought_and_one(instant_pass):
    text = "The first and only mayor lied because he stole £5 million, the worst fraud ever caused by abuse."
    assert all(0 <= score <= 1 for score in worth_of(instant_pass(text)).values())
