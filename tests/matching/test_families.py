"""Forms of one word share a stem, words that only begin alike do not."""

import pytest

from reviewer.matching.families import are_kin, stem


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


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("departure", "departed"),
        ("burial", "buried"),
        ("payments", "paid"),
        ("birth", "born"),
        ("labour", "labor"),
        ("maths", "mathematics"),
        ("mathematics", "math"),
    ],
)
def test_words_made_from_one_another_are_kin_whatever_they_begin_with(form, other):
    assert are_kin(form, other)
    assert are_kin(other, form)


@pytest.mark.parametrize(
    ("form", "other"), [("contain", "continent"), ("trial", "try"), ("liver", "live"), ("depart", "party")]
)
def test_words_that_only_look_alike_are_no_kin(form, other):
    assert not are_kin(form, other)
