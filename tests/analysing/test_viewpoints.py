"""Whose view a clause is, where no verb of saying tells it, and phrases that only look like it."""

import pytest

from reviewer.analysing.analyse import analyse
from reviewer.model.analysis import Depth
from tests.analysing.conftest import make_document


def said_by(sentence, depth=Depth.FULL):
    document = make_document(f"The weir\n\n{sentence}\n")
    claims = analyse(document, depth).claims[1:]
    return [
        (one.attribution.speaker, [span.of(document.text) for span in one.said]) for one in claims if one.attribution
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        ("In Ratcliffe’s words, the weir was “a sieve”.", "Ratcliffe", "the weir was “a sieve”"),
        ("The weir was finished, by Ratcliffe’s account.", "Ratcliffe", "The weir was finished"),
        ("On the union’s own reckoning, the weir would last ten years.", "the union", "the weir would last ten years"),
        ("The engineers were adamant that the weir would hold.", "The engineers", "the weir would hold"),
        ("The engineers have been clear that the weir would hold.", "The engineers", "the weir would hold"),
        ("Ratcliffe let slip that the weir had cracked.", "Ratcliffe", "the weir had cracked"),
        ("Ratcliffe made no secret of the fact that the weir had cracked.", "Ratcliffe", "the weir had cracked"),
        ("The coroner came to the conclusion that the stairs were lit.", "The coroner", "the stairs were lit"),
        ("As Ratcliffe put it, the weir was finished.", "Ratcliffe", "the weir was finished"),
        ("The engineers’ verdict: the weir was finished by then.", "The engineers", "the weir was finished by then"),
        ("Ratcliffe messaged the council that the weir had cracked.", "Ratcliffe", "the weir had cracked"),
        ("Ratcliffe signalled that the toll would go by June.", "Ratcliffe", "the toll would go by June"),
        (
            "They calculated by 2040, growing traffic and changing tides would wear out the pier by half.",
            "They",
            "by 2040, growing traffic and changing tides would wear out the pier by half",
        ),
        ("“A sieve” is Ratcliffe’s word for the weir.", "Ratcliffe", "“A sieve”"),
    ],
)
def test_the_speaker_of_a_clause_without_a_verb_of_saying_is_found(sentence, speaker, said):
    assert said_by(sentence) == [(speaker, [said])]


def test_what_somebody_else_warns_of_behind_a_clause_is_a_claim_of_its_own():
    first, second = said_by("The mayor said the weir was safe, with engineers warning that it needed paint.")
    assert first == ("The mayor", ["the weir was safe"])
    assert second == ("engineers", ["it needed paint"])


def test_a_clause_with_its_own_source_begins_behind_that_source():
    (claim,) = said_by("The trust has said that, according to a letter seen last night, the weir had cracked in May.")
    assert claim[1][0].endswith("the weir had cracked in May")


@pytest.mark.parametrize(
    "sentence",
    [
        "In Halmouth’s High Street, 400 fans gathered.",
        "In the club’s account at the bank, £400 was left.",
        "On Monday’s evidence, Tarn will go down.",
        "It was clear that the stairs were lit.",
        "The coach made no secret of his delight.",
        "The ship signalled to the shore.",
        "The mill, lying in ruins since 1990, was sold.",
        "For Easter, the shop sold “golden eggs”.",
        "He agreed with the plan that the council had drawn up.",
        "The board found new money and closed the plant.",
        "The police said nothing and closed the road.",
        "Her view: 40 acres of marsh.",
        "As luck had it, the stairs were lit.",
        "The engineers were not adamant that the weir would hold.",
    ],
)
def test_what_only_looks_like_a_view_is_nobodys(sentence):
    assert said_by(sentence) == []


def test_her_count_is_that_of_the_woman_before():
    text = (
        "The weir\n\nSorcha Winter, a director of Larkspur Homes, defended the plan on Tuesday. Over a thousand people have "
        "already asked about a home there, by her count.\n"
    )
    claims = analyse(make_document(text), Depth.FULL).claims
    assert [one.attribution.resolved for one in claims if one.attribution] == ["Sorcha Winter"]
