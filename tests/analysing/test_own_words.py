"""Words that are called somebody's, and turns of a conversation that have no tag of their own."""

import pytest

from tests.analysing.conftest import said_by


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Nonsense” was the verger’s verdict on the spire.", "verger"),
        ("The verger’s verdict on the spire was “nonsense”.", "verger"),
        ("Una Fell had a word for the spire – “nonsense” – and used it twice.", "Una Fell"),
        ("The spire, in Ms Fell’s words, is “a needle”. Una Fell is the verger.", "Una Fell"),
        ("The spire is far too tall, in the verger’s view.", "verger"),
        ("For the union it was “a black day”.", "union"),
        ("Una Fell, who has called the spire “a needle”, stayed at home.", "Una Fell"),
        ("Una Fell left the nave, having described the spire as “a needle” at noon.", "Una Fell"),
        ("A text sent from his phone at 9.20pm read “on my way”.", "text"),
        ("The verger’s answer was blunt: “Buy it.”", "verger"),
        ("Asked about the spire, Una Fell had one word: “No.”", "Una Fell"),
    ],
)
def test_what_is_called_somebodys_word_or_view_is_theirs(full_pass, text, speaker):
    assert speaker in {one for _, one in said_by(full_pass(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “needle” is 90 metres tall.",
        "Una Fell’s new book is “Needle”.",
        "In the verger’s house there are 14 clocks.",
        "For the first time it was “open”.",
    ],
)
def test_a_title_or_a_scare_quote_beside_a_name_is_nobodys_word(full_pass, text):
    assert {speaker for _, speaker in said_by(full_pass(text))} <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nan Hale asked Al Crewe if the roof was dry. “Bone dry,” he replied.", "Al Crewe"),
        ("Judge Ada Kern asked Rolf Stein why he ran. He said that he was late.", "Rolf Stein"),
        (
            "Una Fell treats bats. Her aide, Tim Rudd, was there. “They bite,” he said. She laughed. “He is new.”",
            "Una Fell",
        ),
        ("Speaking of the spire, Una Fell was blunt. “It is a needle.”", "Una Fell"),
        ("“It is a needle.” Una Fell has lived beside the spire since May.", "Una Fell"),
        (
            "Of the spire she has this to say:\n“It is a needle with bells.”\nUna Fell does not miss the old one.",
            "Una Fell",
        ),
    ],
)
def test_a_turn_without_a_tag_is_whoever_is_brought_on(full_pass, text, speaker):
    said = [one for claim, one in said_by(full_pass(text)) if "“" in claim or "said" in claim]
    assert said[-1] == speaker
