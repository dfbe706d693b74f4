"""Names and titles that no source prints so, in claims and beside them."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule

SOURCE = (
    'Chair Rosamund Tarn-Abbott of the Quay Trust said: "The sluice has failed twice." Her deputy, Inspector Ewan '
    "Brodick, was present. The work was paid for by the Lindhaven Fund. Cllr Duncan Mather asked for a report."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The work was paid for by the Lindhagen Fund.",
        "Rosalind Tarn-Abbott says that the sluice has failed twice.",
        "Rosamund Tarn-Abbot says that the sluice has failed twice.",
        "Duncan Mathers asked for a report.",
        "Sergeant Ewan Brodick was present.",
        "Treasurer Rosamund Tarn-Abbott says that the sluice has failed twice.",
    ],
)
def test_a_name_or_title_that_is_nearly_the_sources_is_a_changed_name(judge_claim, sentence):
    assert judge_claim(sentence, SOURCE).rule is Rule.NAME_CHANGED


@pytest.mark.parametrize(
    "sentence",
    [
        "The work was paid for by the Lindhaven Fund.",
        "Rosamund Tarn-Abbott, who chairs the trust, says that the sluice has failed twice.",
        "Tarn-Abbott’s sluice has failed twice.",
        "Councillor Mather asked for a report.",
        "Inspector Brodick was present.",
        "Chairwoman Rosamund Tarn-Abbott says that the sluice has failed twice.",
    ],
)
def test_a_shorter_name_and_a_title_of_one_class_are_fine(judge_claim, sentence):
    assert judge_claim(sentence, SOURCE).rule is Rule.PARAPHRASE_OK


@pytest.mark.parametrize(("surname", "rule"), [("Abbit", Rule.NAME_CHANGED), ("Abbott", Rule.PARAPHRASE_OK)])
def test_a_speakers_name_is_checked(judge_claim, surname, rule):
    speaker = f"Tarn-{surname}"
    kind = {"kind": ClaimKind.INDIRECT_QUOTE, "cue": "said", "speaker": speaker}
    assert judge_claim(f"The sluice has failed twice, Rosamund {speaker} said.", SOURCE, **kind).rule is rule


def test_two_names_that_the_source_knows_are_two_people(judge_claim):
    source = "Ida Moran and Ada Moran run the mill. Ada Moran sold the wheel."
    assert judge_claim("Ada Moran sold the wheel of the mill.", source).rule is Rule.PARAPHRASE_OK


def test_two_names_in_each_others_place_are_a_change(judge_claim):
    source = "Lena Okoro scored twice, and Pia Holm added a third from the penalty spot."
    swapped = "Pia Holm scored twice and Lena Okoro added a third from the penalty spot."
    assert judge_claim(swapped, source).rule is Rule.NAME_CHANGED
