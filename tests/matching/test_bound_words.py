"""Who did what to whom, what is denied, what came first: told otherwise it is a change, in other words it is none."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule

PORT = """The harbour master, Imogen Farrar-Lowe, left before the storm reached Skelling. The north pier opens in June. The old jetty closes the same day.

Rooks overtook herons as the most common bird on the marsh. Tall boats pay more than short ones in winter. Skelling United beat Port Arren in the final.

A minority of members voted for the merger. Treasurer Aldo Binnie voted against it. The crane will stay, but the slipway will not. The society rejected the sale; it accepted a lease. There was no oil in the water.

The boatyard is not only a business but a school. We do not know whether the wreck can be raised. Two of the sheds burned down, and some of them were empty. Farrar-Lowe broke her left wrist. Her father sold the ferry in Skelling."""

CHANGED = [
    "Imogen Farrar-Lowe left after the storm reached Skelling.",
    "The north pier closes in June and the old jetty opens the same day.",
    "Herons overtook rooks as the most common bird on the marsh.",
    "Short boats pay more than tall ones in winter.",
    "Tall boats pay less than short ones in winter.",
    "Port Arren beat Skelling United in the final.",
    "A majority of members voted for the merger.",
    "Aldo Binnie voted for it.",
    "The slipway will stay.",
    "The society accepted the sale.",
    "There was oil in the water.",
    "Farrar-Lowe broke her left ankle.",
    "Her brother sold the ferry in Skelling.",
    "The wreck can be raised.",
]


@pytest.mark.parametrize("sentence", CHANGED)
def test_a_turned_relation_is_a_problem(judge_claim, sentence):
    judged = judge_claim(sentence, PORT)
    assert judged.rule not in (Rule.PARAPHRASE_OK, Rule.VERBATIM, Rule.UNSUPPORTED)


FAITHFUL = [
    "The harbour master left before the storm reached Skelling.",
    "The old jetty closes on the day that the north pier opens.",
    "Herons were overtaken by rooks as the most common bird on the marsh.",
    "In winter short boats pay less than tall ones.",
    "Port Arren lost to Skelling United in the final.",
    "Aldo Binnie, the treasurer, voted against the merger.",
    "The slipway will not stay.",
    "The crane will stay.",
    "The society rejected the sale and accepted a lease.",
    "No oil was in the water.",
    "Farrar-Lowe broke her wrist.",
    "The ferry in Skelling was sold by her father.",
    "Nobody knows whether the wreck can be raised.",
]


@pytest.mark.parametrize("sentence", FAITHFUL)
def test_the_same_relation_in_other_words_is_fine(judge_claim, sentence):
    assert judge_claim(sentence, PORT).rule is Rule.PARAPHRASE_OK


def test_all_is_contradicted_by_some_of_them(judge_claim):
    source = "The council closed 12 footpaths. Five of them have reopened."
    assert judge_claim("All 12 footpaths are still closed.", source).rule is Rule.CONTRADICTED
    assert judge_claim("The council closed 12 footpaths.", source).rule is Rule.PARAPHRASE_OK


def test_what_a_source_does_not_mention_is_no_denial_of_it(judge_claim):
    source = "Most of the leaks were found by both firms near the dam. The letter says nothing of them."
    sentence = "The letter did not address the fact that most of the leaks were found by both firms near the dam."
    assert judge_claim(sentence, source).rule is not Rule.CONTRADICTED


def test_a_superlative_that_no_source_has_is_unsupported(judge_claim):
    source = "The bridge at Holm is 410 metres long."
    assert judge_claim("The bridge at Holm is the longest in the region.", source).rule is Rule.UNSUPPORTED


def test_sources_that_count_one_thing_differently_disagree(judge_claim):
    one, other = "We sampled 36 beds of dead kelp.", "The survey covered 33 beds of dead kelp."
    assert judge_claim("The divers sampled 36 beds of dead kelp.", one, other).rule is Rule.CONTRADICTED


def test_the_reporters_half_of_a_mixed_quote_is_compared_as_well(judge_claim):
    source = "To the farmers who sell oil to the fort we say: you will answer for it."
    mixed = {"kind": ClaimKind.MIXED_QUOTE, "speaker": "The band", "cue": "warned"}
    changed = "The band warned farmers who sell gas to the fort that they “will answer for it”."
    assert judge_claim(changed, source, **mixed).rule is Rule.CONTRADICTED
    faithful = "The band warned farmers who sell oil to the fort that they “will answer for it”."
    assert judge_claim(faithful, source, **mixed).rule is Rule.VERBATIM


def test_a_date_in_the_head_of_a_mail_is_no_rival(judge_claim):
    mail = "From: Ida Moss <ida@moss.example>\nDate: Wed, 18 Jun 2025 16:03\nSubject: Seals\n\nThe seals are well."
    release = "The seals were counted between January and March 2024."
    sentence = "The seals were counted between January and March last year."
    assert judge_claim(sentence, mail, release, published="2025-06-19").rule is Rule.PARAPHRASE_OK
