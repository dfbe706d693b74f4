"""Forms of one word share a stem, words that only begin alike do not."""

import pytest

from reviewer.matching.families import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meet", "meeting"),
        ("decide", "decision"),
        ("reduced", "reduction"),
        ("resident", "reside"),
        ("sold", "sale"),
        ("electric", "electricity"),
        ("describe", "description"),
        ("archaeologist", "archaeology"),
        ("injury", "injured"),
        ("stopped", "stop"),
        ("women", "woman"),
    ],
)
def test_forms_of_one_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),
        ("county", "country"),
        ("contract", "control"),
        ("interview", "international"),
        ("provide", "province"),
        ("king", "kin"),
    ],
)
def test_words_that_only_begin_alike_have_two(one, other):
    assert stem(one) != stem(other)
