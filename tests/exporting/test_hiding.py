import pytest

from reviewer.exporting.blocks import BLOCK
from reviewer.exporting.hiding import Hider

NAME = Hider(["Marta Brackenfold", "01632 960 447"], {"Marta Brackenfold": "R2"})


@pytest.mark.parametrize(
    "text",
    [
        "Marta Brackenfold rang.",
        "MARTA BRACKENFOLD rang.",
        "Marta  Brackenfold rang.",
        "Marta\nBrackenfold rang.",
        "Marta Brackenfold's rang.",
        "Marta Brackenfóld rang.",
    ],
)
def test_every_spelling_of_a_marked_word_becomes_a_label(text):
    assert NAME.hide(text) == f"{BLOCK} [R2] rang."


def test_words_side_by_side_become_one_block():
    assert Hider(["Marta", "Brackenfold"], {}).hide("To Marta Brackenfold.") == f"To {BLOCK}."


def test_a_number_goes_however_it_is_grouped():
    assert NAME.hide("Call 01632-960447 now.") == f"Call {BLOCK} now."


def test_an_address_that_holds_the_name_goes_as_a_whole():
    assert NAME.hide("Write to martabrackenfold@tarn.example today.") == f"Write to {BLOCK} today."


def test_other_words_stay():
    assert NAME.hide("Martin of Bracken Fold Lane rang.") == "Martin of Bracken Fold Lane rang."


@pytest.mark.parametrize("name", ["marta-brackenfold.pdf", "MartaBrackenfold_final.pdf", "2026martabrackenfold.pdf"])
def test_a_file_name_keeps_only_its_ending(name):
    assert NAME.hide_name(name) == f"{BLOCK}.pdf"


def test_a_name_without_the_word_stays():
    assert NAME.hide_name("results-table.txt") == "results-table.txt"
