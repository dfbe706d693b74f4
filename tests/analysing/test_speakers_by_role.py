"""Whom an office, a role, a group word or a pronoun means when the name stands elsewhere."""

import pytest

from tests.analysing.conftest import said_by


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Solicitor General, Una Fell, rose. The Solicitor General said the bill was sound.", "Una Fell"),
        ("Ida Kern, the Minister for Rural Affairs, came. The minister said wolves were rare.", "Ida Kern"),
        (
            "The Minister for Ports sat down. Replying, Bryd Olan said no. The minister said ships would wait.",
            "Bryd Olan",
        ),
        ("The coroner sat at ten. Bryd Olan, 34, drowned in May. The coroner said the pool was cold.", "coroner"),
        (
            "Cy Marl was mayor until 2018. His successor, Una Fell, is young. The mayor said stalls would go.",
            "Una Fell",
        ),
        ("Former mayor Cy Marl sat by mayor Una Fell. The mayor said stalls would go.", "Una Fell"),
        ("The master of the hunt, Una Fell, rode on. The vet came. She said that the mare was lame.", "vet"),
        ("The keeper of the archive, Una Fell, lives alone. She said the roof leaked.", "Una Fell"),
    ],
)
def test_an_office_means_whoever_holds_it_now(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the Minister, Una Fell, said the dam was safe.", "spokesman for the Minister"),
        ("A spokeswoman for the zoo, Una Fell, said the lynx was back.", "Una Fell"),
        ("The minister's spokesman, Rob Ince, said the dam was safe.", "Rob Ince"),
    ],
)
def test_a_name_after_an_office_that_is_spoken_for_is_not_the_spokesperson(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Una Fell and Rob Ince breed hens. The pair said eggs were scarce.", "Una Fell and Rob Ince"),
        ("Una Fell, 41, and her cousin Rob Ince breed hens. Both said eggs were scarce.", "Una Fell and Rob Ince"),
        (
            "Una Fell, Rob Ince and Cy Marl breed hens. The trio said eggs were scarce.",
            "Una Fell, Rob Ince and Cy Marl",
        ),
        ("Una Fell wrote to Rob Ince. The latter said the note was rude.", "Rob Ince"),
        ("Una Fell wrote to Rob Ince. The former said the note was kind.", "Una Fell"),
        ("The couple, Ned and Vera Orr, said the caravan was gone.", "Ned and Vera Orr"),
        (
            "Una Fell, 38, and her partner, Rob Ince, breed hens. The pair said eggs were scarce.",
            "Una Fell and Rob Ince",
        ),
        ("Una Fell breeds hens. The pair said eggs were scarce.", "pair"),
    ],
)
def test_a_word_for_several_means_those_listed_last(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kasia Brandtner runs the mill. Ms Brantdner said that flour was dear.", "Kasia Brandtner"),
        ("Kasia Brandtner runs the mill. “Flour is dear,” Ms Brandner said. She said sales fell.", "Kasia Brandtner"),
        ("Dr Kasia Hallam runs the mill. Kasia Hallem said that flour was dear.", "Kasia Hallam"),
        ("Kasia Hallam and Kasia Marlow run the mill. Kasia Marlow said flour was dear.", "Kasia Marlow"),
        ("Rob Mason and Una Marson run the mill. Ms Marson said flour was dear.", "Una Marson"),
    ],
)
def test_a_misspelt_name_is_that_of_whoever_is_named_in_full(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Una Orr, the treasurer, and Rob Orr, the chairman, met. Mrs Orr said books were late.", "Una Orr"),
        ("Una Orr, 60, was born in Velm. In 1990 she married Rob Orr. Orr said she liked ships.", "Una Orr"),
        ("Hedwige Orr, who was 60, sang. Hedwige said songs were short.", "Hedwige Orr"),
        ("Republican Delphin Quance won. Mr Quance said taxes would fall.", "Delphin Quance"),
        ("Chief Inspector of Mines Alan Quance came. Mr Quance said the shaft was wet.", "Alan Quance"),
        ("Una Fell met the board before Christmas. She said Christmas had been quiet.", "Una Fell"),
        ("The Coopers' Guild owns the hall. The guild said that the floor was rotten.", "Coopers' Guild"),
        ("Velgrain, the regulator, fined the mill. It said that dust was lethal.", "Velgrain"),
        ("The World Eel Trust (WET) met. WET said that eels were rare.", "World Eel Trust"),
        ("Rob March sells eels. Mr March said that trade was slow.", "Rob March"),
    ],
)
def test_a_name_is_told_from_the_words_round_it(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kit Orr asked Mary Fell about the safe. She replied that it was empty.", "Mary Fell"),
        ("Una Fell told Rob Ince of it. “Sail With Me” is a book. She said it sold well.", "Una Fell"),
        (
            "Una Fell asked whether the minister, Ola Krug, would pay.\n\nThe minister wept. She said money was short.",
            "Ola Krug",
        ),
    ],
)
def test_a_pronoun_means_a_person_that_it_fits(full_pass, text, speaker):
    assert said_by(full_pass(text))[-1][1] == speaker
