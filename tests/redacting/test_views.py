import pytest

from reviewer.redacting.views import encoded_words, views_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a &#66;ill &amp; co", "a Bill & co"),
        ("/a%20b%C3%A9", "/a bé"),
        ("=42ill", "Bill"),
        ("Bi=\r\nll", "Bill"),
        ("\\u0042ill", "Bill"),
        ("\\x42ill", "Bill"),
        ("B\bBi\bill", "Bill"),
        ("\uf042\uf069ll", "Bill"),
        ("\u202elliB\u202c", "\u202eBill\u202c"),
        ("BEGIN:VCARD\r\nFN:Bi\r\n ll", "BEGIN:VCARD\r\nFN:Bill"),
    ],
)
def test_the_last_view_reads_as_a_reader_would(text: str, read: str):
    assert list(views_of(text))[-1].text == read


def test_a_place_in_a_view_leads_back_to_the_whole_of_what_spells_it():
    text = "see &#66;ill."
    view = list(views_of(text))[-1]
    start = view.text.index("Bill")
    assert text[slice(*view.origin(start, start + 4))] == "&#66;ill"


def test_a_text_without_codes_has_one_view():
    assert len(list(views_of("Bill left, 20% of it."))) == 1


def test_base64_and_hexadecimal_are_read_where_they_spell_words():
    found = {meaning for _, _, meaning in encoded_words("x QmlsbCB3YXMgaGVyZQ== y 42696c6c21")}
    assert {"Bill was here", "Bill!"} <= found
