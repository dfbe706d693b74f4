"""What is open in a source may not be told as settled, nor what is said of many as said of most."""

import pytest

from reviewer.model.finding import Rule

ABBEY = """In return the abbey has agreed in principle to lend the town two bells; the terms have yet to be settled.

Some 90 weavers trained at the mill and many of them are working in the valley today. His shop sold seven clocks to
dealers abroad. I believe that at least two of them were stolen."""


@pytest.mark.parametrize(
    "sentence",
    [
        "The abbey will lend the town two bells in return.",
        "Some 90 weavers trained at the mill, and most of them are working in the valley today.",
        "His shop sold seven clocks to dealers abroad, and all of them were stolen.",
    ],
)
def test_a_claim_that_goes_further_than_the_source_is_stronger(judge_claim, sentence):
    assert judge_claim(sentence, ABBEY).rule is Rule.STRENGTHENED


@pytest.mark.parametrize(
    "sentence",
    [
        "The abbey has agreed in principle to lend the town two bells.",
        "Some 90 weavers trained at the mill, and many of them are working in the valley today.",
        "His shop sold seven clocks to dealers abroad, and some of them are believed to have been stolen.",
    ],
)
def test_a_claim_that_says_as_much_is_fair(judge_claim, sentence):
    assert judge_claim(sentence, ABBEY).rule is Rule.PARAPHRASE_OK


def test_a_fall_in_percent_that_is_one_in_points_is_reported(judge_claim):
    source = "First votes          %       Change\nMARL, Ida    Centre     36.1     -11.2\nHALE, Otto   Land       12.8      -9.4"
    sentence = "The Centre vote fell by 11.2 per cent, from 47.3 per cent to 36.1 per cent."
    assert judge_claim(sentence, source).rule is Rule.FIGURE_CHANGED


def test_pounds_that_are_weighed_convert_to_kilograms(judge_claim):
    source = "The bell is 21 inches tall, weighs 62 pounds and was made about 300 years ago."
    assert judge_claim("The bell weighs 62 pounds (28 kilograms).", source).rule is Rule.PARAPHRASE_OK


def test_a_word_in_less_agrees_with_a_denial(judge_claim):
    source = "The fourth puppet is a dog, which has no name, and which is made of three gloves."
    assert judge_claim("The fourth puppet is a nameless dog made of three gloves.", source).rule is Rule.PARAPHRASE_OK


def test_a_most_that_the_source_lacks_is_unsupported(judge_claim):
    source = "The bell is 21 inches tall and hangs in the museum of the abbey."
    judged = judge_claim("The bell, which is 21 inches tall, is the most visited object in the county museum.", source)
    assert judged.rule is Rule.UNSUPPORTED
