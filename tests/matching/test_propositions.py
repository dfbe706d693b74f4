"""A claim and its passage say the same or the opposite, and as surely, in whatever words they deny or hedge."""

import pytest

from reviewer.model.finding import Rule

MINUTES = """The keeper of the lighthouse, Oda Fenn, did not sign the lease.

The north wall is insured, the lamp is not.

Q: Will the lamp be sold?
FENN: I can't say.

Q: Did the owners reply?
FENN: Nobody has written to us.

I used to trust the surveyor. I don't any more.

We hope to mend the stairs this winter. If the grant comes, visitors should be back in the tower by May.

No decision on the boats has been taken. We have not ruled out a charge for the car park.

The minister was kind when we met but he promised nothing. Rents stay as they are until 2031.

Tickets can be handed back, provided they have not been stamped."""

FAITHFUL = [
    "Oda Fenn refused to sign the lease.",
    "Oda Fenn denied that she had signed the lease.",
    "The north wall is covered by insurance but the lamp is not.",
    "It is not known whether the lamp will be sold.",
    "The owners have not written to Fenn.",
    "Fenn no longer trusts the surveyor.",
    "They want to mend the stairs this winter.",
    "Visitors could be back in the tower by May if the grant comes.",
    "Nothing has been decided about the boats.",
    "A charge for the car park remains possible.",
    "The minister made no promises when they met.",
    "Rents are frozen until 2031.",
    "Unstamped tickets can be handed back.",
]

CHANGED = [
    ("Oda Fenn signed the lease.", Rule.CONTRADICTED),
    ("The north wall and the lamp are not insured.", Rule.CONTRADICTED),
    ("The lamp will be sold.", Rule.STRENGTHENED),
    ("The owners have written to Fenn.", Rule.CONTRADICTED),
    ("Fenn still trusts the surveyor.", Rule.CONTRADICTED),
    ("They have mended the stairs this winter.", Rule.STRENGTHENED),
    ("Visitors will be back in the tower by May.", Rule.STRENGTHENED),
    ("The decision on the boats has been taken.", Rule.STRENGTHENED),
    ("They ruled out a charge for the car park.", Rule.CONTRADICTED),
    ("The minister promised help when they met him.", Rule.CONTRADICTED),
    ("Rents rise in 2031 and stay as they were before.", Rule.CONTRADICTED),
    ("Tickets can be handed back.", Rule.STRENGTHENED),
]


@pytest.mark.parametrize("sentence", FAITHFUL)
def test_what_says_the_same_with_other_denials_and_hedges_is_fair(judge_claim, sentence):
    assert judge_claim(sentence, MINUTES).rule in (Rule.PARAPHRASE_OK, Rule.UNSUPPORTED)


@pytest.mark.parametrize(("sentence", "rule"), CHANGED)
def test_what_says_the_opposite_or_more_is_a_problem(judge_claim, sentence, rule):
    assert judge_claim(sentence, MINUTES).rule is rule


BRIDGES = "Two of the five bridges failed the test. The other three passed."


@pytest.mark.parametrize(
    ("sentence", "is_fair"),
    [
        ("Three of the five bridges passed the test.", True),
        ("Two of the five bridges failed the test.", True),
        ("Three of the five bridges failed the test.", False),
        ("All of the bridges failed the test.", False),
    ],
)
def test_how_many_do_it_is_counted_by_the_verb(judge_claim, sentence, is_fair):
    assert (judge_claim(sentence, BRIDGES).rule is Rule.PARAPHRASE_OK) is is_fair


def test_what_is_so_now_is_not_set_against_what_was_so_once(judge_claim):
    source = "The parish supported the scheme in 2022 but now opposes it."
    assert judge_claim("The parish, which once backed the scheme, is now against it.", source).rule is (
        Rule.PARAPHRASE_OK
    )
    assert judge_claim("The parish now supports the scheme.", source).rule is Rule.CONTRADICTED


@pytest.mark.parametrize("source", ["", "?", "7", "Not.", "No?\nNo.", "And not.", "Whether", "- \n- |", "so is"])
def test_odd_stretches_are_read_without_fuss(judge_claim, source):
    assert judge_claim(source or "None", source or "x").findings
