import pytest

from reviewer.analysing.identifiers import is_iban
from reviewer.analysing.sensitive import find_sensitive
from reviewer.model.analysis import SensitiveKind as Kind
from tests.analysing.conftest import make_document


def found_in(text):
    return [(one.kind, text[one.start : one.end]) for one in find_sensitive(make_document(text))]


@pytest.mark.parametrize(
    ("kind", "printed", "text"),
    [
        (Kind.PHONE, "01632 960 118", "Call 01632 960 118 today."),
        (Kind.PHONE, "+44 20 7946 0733", "Investor relations: +44 20 7946 0733, ir@bank.example"),
        (Kind.PHONE, "(01632) 960118", "Call (01632) 960118."),
        (Kind.EMAIL, "a.dale@harbour.example", "Write to a.dale@harbour.example."),
        (Kind.ADDRESS, "14 Weir Cottages, Brackley", "I live at 14 Weir Cottages, Brackley."),
        (Kind.ADDRESS, "7 Old Mill Road, Port Ellin PE1 4AB", "Send it to 7 Old Mill Road, Port Ellin PE1 4AB please."),
        (Kind.IBAN, "GB82 WEST 1234 5698 7654 32", "Pay GB82 WEST 1234 5698 7654 32 now."),
        (Kind.DATE_OF_BIRTH, "3 May 1971", "Ann Dale, born on 3 May 1971, left."),
        (Kind.DATE_OF_BIRTH, "03/05/1971", "DOB: 03/05/1971"),
        (Kind.ID_NUMBER, "533401922", "Passport number 533401922 was shown."),
        (Kind.ID_NUMBER, "QQ 12 34 56 C", "It was QQ 12 34 56 C."),
        (Kind.EMBARGO, "EMBARGOED UNTIL 00:01 GMT 12 MARCH", "EMBARGOED UNTIL 00:01 GMT 12 MARCH\nBoats return"),
        (Kind.PERSON_PRIVATE, "Tilly Marsh", "Tilly Marsh, 9, saw the boat."),
        (Kind.PERSON_PRIVATE, "Jem Dale", "Jem Dale, who asked not to be named, left."),
        (Kind.PERSON_PRIVATE, "Joan Peel", "The victim, Joan Peel, spoke."),
        (Kind.SOURCE_IDENTITY, "I work in the pay office", "Please do not say that I work in the pay office."),
    ],
)
def test_it_is_found_whole(kind, printed, text):
    assert (kind, printed) in found_in(text)


def test_a_sender_who_will_not_be_named_is_found_at_every_place():
    text = "From: Ann Dale <a@harbour.example>\n\nPlease do not use my name.\n\nAnn Dale"
    assert [printed for kind, printed in found_in(text) if kind is Kind.PERSON_PRIVATE] == ["Ann Dale", "Ann Dale"]


@pytest.mark.parametrize(
    "text",
    [
        "The boats carried 1,284 adults in 2019-2020.",
        "Profit was €1.65 billion against €1.70 billion.",
        "The embargo on timber was lifted.",
        "It sold 45 Park rangers' coats.",
        "Ann Dale, 54, won.",
        "The score was 2-1 and the time 19:30.",
        "On 12 March Street parties began.",
        "Born in 1971, she won.",
    ],
)
def test_ordinary_figures_and_words_are_left_alone(text):
    assert found_in(text) == []


def test_furniture_is_searched_too():
    document = make_document("Contact: 01632 960 118\nBoats return.", furniture=("Contact: 01632 960 118",))
    assert [one.kind for one in find_sensitive(document)] == [Kind.PHONE]


def test_an_iban_must_have_the_right_check_digits_and_length():
    assert is_iban("DE89 3704 0044 0532 0130 00")
    assert not is_iban("DE88 3704 0044 0532 0130 00")
    assert not is_iban("DE89 3704 0044 0532 0130")
