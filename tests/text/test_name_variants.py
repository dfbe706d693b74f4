import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.name_variants import name_variants
from reviewer.text.needles import Needle


def test_a_name_is_offered_in_the_ways_people_write_it_likeliest_first():
    assert name_variants("Dr Maria Kovač")[:6] == (
        "Maria Kovač",
        "Kovač",
        "M. Kovač",
        "M Kovač",
        "Kovač, Maria",
        "Kovač, M.",
    )


@pytest.mark.parametrize("local", ["maria.kovac", "mkovac", "m.kovac", "kovac.maria"])
def test_parts_of_mail_addresses_are_offered(local):
    assert local in name_variants("Maria Kovač")


@pytest.mark.parametrize("part", ["kovac_maria", "MariaKovac", "KovacMaria"])
def test_parts_of_file_names_are_offered(part):
    assert part in name_variants("Maria Kovač")


@pytest.mark.parametrize("spelling", ["K0vac", "Kov4c", "K0v4c"])
def test_a_surname_with_figures_for_letters_is_offered(spelling):
    assert spelling in name_variants("Maria Kovač")
    assert Needle(spelling).is_in("said k0v4č" if spelling == "K0v4c" else f"said {spelling}")


def test_a_long_surname_is_offered_with_figures_in_few_ways():
    assert sum(any(one.isdigit() for one in variant) for variant in name_variants("Ann Stableboatsie")) <= 15


def test_what_stands_for_others_as_well_comes_last_and_the_first_name_at_the_very_end():
    assert name_variants("Maria Kovač")[-5:] == ("Maria K.", "Maria K", "M.K.", "MK", "Maria")


def test_a_name_is_offered_without_accents_and_with_letters_written_as_two():
    variants = name_variants("Jürgen Müller")
    assert {"Jurgen Muller", "Juergen Mueller", "Mueller", "jurgen.mueller"} <= set(variants)


@pytest.mark.parametrize(
    "printed", ["Detective Inspector Ann Dale", "Ann Dale KC", "Ms. Ann Dale, OBE", "Dale, Ann", "  Ann\n Dale "]
)
def test_titles_letters_behind_and_the_order_of_an_index_are_no_difference(printed):
    assert name_variants(printed) == name_variants("Ann Dale")


@pytest.mark.parametrize(
    ("name", "variants"),
    [
        ("Jan van den Berg", {"van den Berg", "Berg", "jvandenberg", "jan.berg", "JvdB"}),
        ("Ahmad al-Rashid", {"al-Rashid", "Rashid", "ahmad.alrashid", "AR"}),
        ("Lena de Vries", {"de Vries", "Vries", "L. de Vries", "de Vries, Lena", "ldevries"}),
        ("Seán O'Brien", {"O'Brien", "Sean O'Brien", "sobrien", "SeanOBrien"}),
        ("Rona McTavish", {"McTavish", "R. McTavish", "rmctavish"}),
        ("Anna Smith-Jones", {"Smith-Jones", "Smith Jones", "Smith", "Jones", "asmithjones"}),
        ("Gabriel García Márquez", {"García Márquez", "Márquez", "García", "Gabriel Márquez"}),
        ("Ana Ortega y Gasset", {"Ortega y Gasset", "Ortega", "Gasset"}),
        ("Maria Kovač née Novak", {"Maria Novak", "Novak", "Kovač"}),
        ('Robert "Bob" Hale', {"Robert Hale", "Bob Hale", "Bob"}),
        ("J.R. Hartley", {"J. R. Hartley", "J. Hartley", "JR Hartley", "jrhartley"}),
        ("Мария Ковач", {"Ковач", "М. Ковач", "Ковач, Мария"}),
        ("van der Vaart", {"van der Vaart", "Vaart"}),
        ("Madonna", {"Madonna"}),
        ("田中太郎", {"田中太郎"}),
    ],
)
def test_names_of_other_makes_are_taken_apart_where_their_bearers_would(name, variants):
    assert variants <= set(name_variants(name))


def test_a_middle_name_is_no_surname_but_what_may_be_a_first_surname_is():
    assert "James" not in name_variants("Mary James Watson")
    assert "García" in name_variants("Gabriel García Márquez")


def test_a_title_that_is_a_first_name_as_well_stays():
    assert name_variants("Dean Hale")[:2] == ("Dean Hale", "Hale")


@pytest.mark.parametrize("name", ["", " ", "K", "...", "1,2", "x" * 201])
def test_what_is_no_name_has_no_spellings(name):
    assert name_variants(name) == ()


WORD = st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=2, max_size=10)


@given(st.text(max_size=60))
def test_no_spelling_is_offered_twice_or_has_fewer_than_two_letters(name):
    variants = name_variants(name)
    assert len({one.casefold() for one in variants}) == len(variants)
    assert all(sum(map(str.isalpha, one)) >= 2 for one in variants)


@given(st.lists(WORD, min_size=1, max_size=4))
def test_a_name_of_plain_words_is_found_by_the_first_spelling(words):
    name = " ".join(word.title() for word in words)
    assert any(Needle(one).is_in(f"It was {name}.") for one in name_variants(name)[:1])


@given(st.text(max_size=40))
def test_spellings_are_made_of_one_line_each(name):
    assert all(one == " ".join(one.split()) for one in name_variants(name))
