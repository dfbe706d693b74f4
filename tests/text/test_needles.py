import itertools
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer.model.analysis import SensitiveKind
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.text.needles import Needle, Needles, order_needles


def found(term, text):
    return [span.of(text) for span in Needle(term).find(text)]


@pytest.mark.parametrize("printed", ["Hanes", "HANES", "hanes", "hAnEs", "Ｈａｎｅｓ", "𝐇𝐚𝐧𝐞𝐬", "Ⓗⓐⓝⓔⓢ", "ʜᴀɴᴇs"])
def test_a_term_is_found_in_every_case_and_style_of_letters(printed):
    assert found("Hanes", f"Then {printed} left.") == [printed]


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        ("Zoë", "Zoe"),
        ("Zoe", "Zoe\u0308"),
        ("Fitch", "ﬁtch"),
        ("Strasse", "Straße"),
        ("Łódź", "Lodz"),
        ("Soren", "Søren"),
    ],
)
def test_accents_ligatures_and_joined_letters_are_no_difference(term, printed):
    assert found(term, f"({printed})") == [printed]


@pytest.mark.parametrize(
    "printed",
    [
        "Ha\u00adnes",
        "Ha\u200bnes",
        "H\u200ca\u200dn\u2060es",
        "Ha\u202ene\u202cs",
        "H\ufe00anes",
        "H\x00a\x00n\x00e\x00s",
    ],
)
def test_characters_that_show_nothing_are_no_difference(printed):
    assert found("Hanes", f"Mr {printed}, aged") == [printed]


@pytest.mark.parametrize(
    "printed",
    ["Ha-\nnes", "Ha-\r\n  nes", "Ha\u2010\nnes", "Ha\u00ad\nnes", "Ha\nnes", "Ha- nes", "Ha-nes", "Ha\ufffenes"],
)
def test_a_word_broken_at_a_line_end_is_found_whole(printed):
    assert found("Hanes", f"with {printed} there") == [printed]


@pytest.mark.parametrize(
    "printed", ["H a n e s", "H.a.n.e.s", "H-A-N-E-S", "H\u2009a\u2009n\u2009e\u2009s", "H\na\nn\ne\ns"]
)
def test_letterspaced_words_are_found(printed):
    assert found("Hanes", f"to  {printed}  (here)") == [printed]


def test_a_word_that_kerning_took_apart_is_found():
    assert found("Hanes", "Mr Hane s said") == ["Hane s"]


@pytest.mark.parametrize(
    "printed",
    ["Anna Hanes", "Anna\nHanes", "Anna \u00a0 Hanes", "anna.hanes", "Anna_Hanes", "Anna-\nHanes", "AnnaHanes"],
)
def test_words_of_a_term_may_stand_apart_in_any_way(printed):
    assert found("Anna Hanes", f"from {printed}, 40") == [printed]


def test_marks_of_quoted_mail_do_not_part_a_name():
    assert found("Anna Hanes", "> Anna\n> Hanes said") == ["Anna\n> Hanes"]


def test_quote_marks_and_dashes_of_a_term_match_in_every_style():
    assert found("O'Brien", "O’Brien or OBrien") == ["O’Brien", "OBrien"]
    assert found("Jean-Luc", "Jean Luc, Jean‑Luc, JEANLUC") == ["Jean Luc", "Jean‑Luc", "JEANLUC"]


@pytest.mark.parametrize("printed", ["Dorn's", "Dorn’s", "Dorns", "DORN'S"])
def test_an_ending_goes_with_the_word(printed):
    assert found("Dorn", f"the {printed} house") == [printed]


def test_plurals_of_other_shapes_go_as_well():
    assert found("Hanes", "the Haneses and Hanes’ dog") == ["Haneses", "Hanes"]
    assert found("Kennedy", "two Kennedies") == ["Kennedies"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Hanes", "than escape"),
        ("Hanes", "polyurethanes"),
        ("Hanes", "T H A N E S"),
        ("Sol", "501"),
        ("Sol", "solid soles console S O L I D"),
        ("Sol", "so\nlong"),
        ("Dorn", "Dom"),
        ("Shell", "she'll"),
        ("Candid", "we can did you"),
        ("Together", "to\nget her"),
        ("Ted", "it star-\nted"),
        ("Les", "less"),
        ("Donald", "McDonald"),
        ("Anna Hanes", "Anna, Hanes"),
        ("Al So", "also"),
        ("500", "1,500 and 5000"),
        ("가", "각"),
    ],
)
def test_letters_of_other_words_that_spell_a_term_stay(term, text):
    assert found(term, text) == []


def test_words_grown_together_part_at_capitals_and_digits():
    assert found("Hanes", "AnnaHanes hanes1960 PDFHanes") == ["Hanes", "hanes", "Hanes"]


def test_scripts_without_spaces_need_no_edges():
    assert found("田中", "私は田中です") == ["田中"]
    assert found("김철수", "김철수는 말했다") == ["김철수"]


@pytest.mark.parametrize(
    "printed", ["01632 960 001", "01632960001", "(01632) 960001", "01632-960-001", "01632.960.001"]
)
def test_a_number_is_found_in_every_grouping(printed):
    assert len(found("01632 960 001", f"call {printed} now")) == 1


@pytest.mark.parametrize("printed", ["Hаnеs", "НАΝЕЅ"])
def test_letters_of_other_scripts_that_look_alike_are_found_and_noted(printed):
    match = Needles(["Hanes"]).find(f"Mr {printed}.")[0]
    assert (match.span.start, match.lookalike) == (3, True)


def test_terms_with_signs_keep_them():
    assert found("C++", "C, C++ and c") == ["C++"]
    assert found("anna@mail.example", "ANNA@mail.example, anna mail example") == ["ANNA@mail.example"]


def test_several_terms_are_found_in_the_order_of_the_text():
    matches = Needles(["Dorn", "Anna"]).find("Anna and Dorn")
    assert [(match.term, match.needle) for match in matches] == [("Anna", 1), ("Dorn", 0)]


def test_an_order_finds_terms_expressions_and_patterns():
    order = RedactionOrder(terms=("Dorn",), expressions=(r"Case \d+",), patterns=(SensitiveKind.EMAIL,))
    text = "Dorn (dorn@mail.example), Ca\u00adse 17"
    assert [match.span.of(text) for match in order_needles(order).find(text)] == [
        "Dorn",
        "dorn@mail.example",
        "dorn",
        "Ca\u00adse 17",
    ]


@pytest.mark.parametrize(
    ("kind", "text", "printed"),
    [
        (SensitiveKind.PHONE, "ring 01632 960 123 today", "01632 960 123"),
        (SensitiveKind.EMAIL, "to anna.dorn@mail.example.", "anna.dorn@mail.example"),
        (SensitiveKind.IBAN, "IBAN GB82 WEST 1234 5698 7654 32 is", "GB82 WEST 1234 5698 7654 32"),
        (SensitiveKind.DATE_OF_BIRTH, "born on 4 May 1960 in", "4 May 1960"),
        (SensitiveKind.ID_NUMBER, "QQ 12 34 56 C", "QQ 12 34 56 C"),
        (SensitiveKind.ADDRESS, "lives at 14 Quillet Street, Sallowmere.", "14 Quillet Street, Sallowmere"),
    ],
)
def test_kinds_of_sensitive_data_are_found_by_their_shape(kind, text, printed):
    assert [match.term for match in order_needles(RedactionOrder(patterns=(kind,))).find(text)] == [printed]


def test_an_expression_that_makes_no_sense_is_refused():
    with pytest.raises(ReviewerError) as refusal:
        order_needles(RedactionOrder(expressions=("(unclosed",)))
    assert refusal.value.problem.code is ProblemCode.BAD_EXPRESSION


@pytest.mark.parametrize("source", [".*", r"[\s\S]+", r"(?i)\w+", r"\S", "[^x]*|x"])
def test_an_expression_that_takes_every_letter_is_refused_as_such(source):
    with pytest.raises(ReviewerError) as refusal:
        order_needles(RedactionOrder(expressions=(source,)))
    assert str(refusal.value) == f"The expression {source} matches everything."


@pytest.mark.parametrize("source", ["", r"\b", "^", "(?=a)", "x{0}"])
def test_an_expression_that_takes_no_letter_is_refused_as_such(source):
    with pytest.raises(ReviewerError) as refusal:
        order_needles(RedactionOrder(expressions=(source,)))
    assert "matches no letter" in str(refusal.value)


@pytest.mark.parametrize("source", [r"X-\d{4}", "(Kovač)?", "a.*", r"[A-Z]\w+", r"\d+"])
def test_an_expression_that_takes_some_letters_is_used(source):
    assert order_needles(RedactionOrder(expressions=(source,))).find("a X-2041 of Kovač")


def test_an_expression_that_takes_for_ever_is_stopped(monkeypatch):
    monkeypatch.setattr("reviewer.text.needles_expressions._SECONDS_IN_ALL", 0.2)
    with pytest.raises(ReviewerError) as refusal:
        order_needles(RedactionOrder(expressions=(r"(a+)+$",))).find("a" * 40 + "b")
    assert refusal.value.problem.code is ProblemCode.BAD_EXPRESSION


WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäéøłßабвгд", min_size=3, max_size=12)


@given(WORDS, st.text(max_size=30), st.text(max_size=30))
def test_a_word_between_spaces_is_found_whatever_stands_round_it(word, before, behind):
    text = f"{before}  ,, {word} ,,  {behind}"
    start = len(before) + 5
    assert any(span.start <= start and span.end >= start + len(word) for span in Needle(word).find(text))


@given(WORDS, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_every_normal_form_and_case_of_a_word_is_the_word(word, form):
    for variant in (word, word.upper(), word.title()):
        assert Needle(word).is_in(unicodedata.normalize(form, variant))


@given(WORDS, st.lists(st.sampled_from("\u00ad\u200b\u200d\u2060\ufeff\u202e"), max_size=4), st.data())
def test_invisible_characters_anywhere_hide_nothing(word, marks, data):
    for mark in marks:
        at = data.draw(st.integers(0, len(word)))
        word = word[:at] + mark + word[at:]
    assume(word.strip())
    assert Needle(word).is_in(f"({word})")


@given(st.text(max_size=80), st.text(max_size=12))
def test_places_lie_inside_the_text_and_in_order(text, term):
    spans = Needle(term).find(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


@given(st.text(alphabet="abc -\n", max_size=60))
def test_a_term_never_matches_inside_a_longer_word_on_one_line(text):
    for span in Needle("abcab").find(text):
        assert not text[span.start - 1 : span.start].isalpha()
        assert not text[span.end : span.end + 1].isalpha()


@pytest.mark.parametrize(
    "text", ["https://a.example/mariahanes/", "annhanes@a.example", "see mariahanesscan.png", "HANESNOTES.PDF"]
)
def test_a_term_run_together_with_others_in_an_address_or_file_name_is_found(text):
    assert [span.of(text).lower() for span in Needle("Hanes").find(text)] == ["hanes"]


@pytest.mark.parametrize("text", ["mariahanesscan", "He said thanesome.", "https://a.example/ then mariahanes"])
def test_a_term_run_together_with_others_elsewhere_is_part_of_another_word(text):
    assert Needle("Hanes").find(text) == []


def test_a_short_term_inside_a_word_of_an_address_is_chance():
    assert Needle("Lee").find("https://sleeper.example/") == []


def test_a_term_that_may_go_on_in_the_next_text_is_told_by_its_letters() -> None:
    needles = Needles(["Ilva Thornquist", "- /"])
    single = Needles(["Ilva Thornquist"])
    assert single.may_span("said Ilva Thorn-", "quist to them") and single.may_span("Ilva", " thornquist")
    assert single.may_span("for Ilva Thornquist", "'s sake") and single.may_span("\u0406lva Thorn", "quist")
    assert not single.may_span("said Ilva Thorn", "ton to them") and not single.may_span("", "Ilva Thornquist")
    assert needles.may_span("a -", "/ b") and needles.may_go_on("a")
    assert single.may_go_on("said Ilva Thorn-") and single.may_go_on("Thornquist, Ilva") is True
    assert not single.may_go_on("said Ilva Thornton") and not single.may_go_on("")
