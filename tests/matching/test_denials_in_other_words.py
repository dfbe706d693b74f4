"""What is denied, and what only looks as if it were."""

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule

ANSWERS = """Q: The lid feels hot. Is my oven safe?

A: No. Please unplug it at once."""


def test_an_answer_that_denies_agrees_with_a_claim_that_denies(judge_claim):
    sentence = "Asked whether an oven was safe when the lid felt hot, the maker said that it was not."
    judged = judge_claim(sentence, ANSWERS, kind=ClaimKind.INDIRECT_QUOTE, speaker="the maker", cue="said")
    assert judged.rule is Rule.PARAPHRASE_OK


def test_a_no_that_answers_somebody_denies_nothing(judge_claim):
    source = "And no, the parish did not pay for the new organ."
    assert judge_claim("The parish did not pay for the new organ.", source, kind=ClaimKind.ASSERTION).rule is (
        Rule.PARAPHRASE_OK
    )


def test_not_for_me_leaves_the_thing_itself_undenied(judge_claim):
    source = "That is not for me to settle, it is for the trustees."
    judged = judge_claim("The matter is for the trustees to settle.", source, kind=ClaimKind.ASSERTION)
    assert judged.rule is Rule.PARAPHRASE_OK


def test_a_duty_may_drop_at_least(judge_claim):
    source = "Notice of at least ten days must be given to the tenant before the rent is raised."
    judged = judge_claim("The landlord must give the tenant ten days' notice before raising the rent.", source)
    assert judged.rule is Rule.PARAPHRASE_OK


def test_a_hope_told_as_a_fact_is_stronger(judge_claim):
    source = "You can have your money back or a new oven, which we hope will be ready in August."
    judged = judge_claim("Buyers can have their money back or a new oven, which will be ready in August.", source)
    assert judged.rule is Rule.STRENGTHENED


def test_a_short_denial_after_the_passage_is_read_with_it(judge_claim):
    source = "A woman of 29 has been questioned about thefts from the chapel in Sall. She has not been charged."
    judged = judge_claim("A woman of 29 has been charged with thefts from the chapel in Sall.", source)
    assert judged.rule is Rule.CONTRADICTED


def test_a_denial_of_what_the_source_plainly_tells_is_reported(judge_claim):
    source = "Twelve weavers from two neighbouring valleys are travelling to Sall to mend the great curtain."
    judged = judge_claim("Twelve weavers from two neighbouring valleys were not on their way to Sall.", source)
    assert judged.rule is Rule.CONTRADICTED


def test_a_denial_that_the_source_makes_with_another_word_is_fair(judge_claim):
    source = "The great curtain of the theatre in Sall remains empty of figures and nobody has mended it."
    judged = judge_claim("The great curtain of the theatre in Sall has not been mended.", source)
    assert judged.rule is Rule.PARAPHRASE_OK
