import pytest

from reviewer.analysing.sensitive import find_sensitive
from reviewer.model.analysis import SensitiveKind as Kind
from reviewer.text.sensitive_checked import is_iban
from tests.analysing.conftest import make_document
from tests.text.sensitive_lines import LOOKALIKES


def found_in(text):
    return [(one.kind, text[one.start : one.end]) for one in find_sensitive(make_document(text))]


@pytest.mark.parametrize(
    ("kind", "printed", "text"),
    [
        (
            Kind.PHONE,
            "07700 900 412",
            "**Cleaner, by phone.** Wants no name. He is Idris Vane, ph 07700 900 412, depot Mill Street, badge 2207",
        ),
        (
            Kind.ADDRESS,
            "4 Quay Row, Skerrow",
            "Deceased: man, 58, boat capsized. Name not released: Colm Hartigan, of 4 Quay Row, Skerrow.",
        ),
        (
            Kind.DATE_OF_BIRTH,
            "9 May 1988",
            "NOT FOR PUBLICATION\nArrested: Pavel Dorn, born 9 May 1988.\nWitness (child): Cal Frey.",
        ),
        (Kind.PHONE, "01632 960 441", "A panel member rang and does not want to be named: Elin Marsh, 01632 960 441."),
        (
            Kind.EMAIL,
            "d.penhale@mail.example",
            "From: Dora Penhale <d.penhale@mail.example>\nSubject: the lock\n\nPlease do not use my name. I work nights.",
        ),
        (Kind.PHONE, "+44 7700 900 118", "Contact (protect): Gil Renn, +44 7700 900 118"),
        (Kind.PHONE, "087 912 0164", "Ring me on 087 912 0164 or the desk, (01) 555 0133."),
        (Kind.PHONE, "(01) 555 0133", "Ring me on 087 912 0164 or the desk, (01) 555 0133."),
        (Kind.PHONE, "+1 (202) 555-0148", "Tel. +1 (202) 555-0148, fax +353 1 555 0142."),
        (Kind.PHONE, "+353 1 555 0142", "Tel. +1 (202) 555-0148, fax +353 1 555 0142."),
        (Kind.PHONE, "+49 30 5550 1234", "Whatsapp +49 30 5550 1234 or +33 1 55 50 12 34."),
        (Kind.PHONE, "+33 1 55 50 12 34", "Whatsapp +49 30 5550 1234 or +33 1 55 50 12 34."),
        (Kind.PHONE, "0412 555 018", "My mobile is 0412 555 018."),
        (Kind.PHONE, "98765 43210", "Reach him on 98765 43210 in Delhi."),
        (Kind.PHONE, "1-800-555-0119", "Phone 1-800-555-0119 or text 60012."),
        (Kind.ADDRESS, "Flat 3, 22 Harbour Terrace, Skerrow", "Her address is Flat 3, 22 Harbour Terrace, Skerrow."),
        (Kind.ADDRESS, "The Old Forge, Mill Lane, Brackwell", "He lives at The Old Forge, Mill Lane, Brackwell."),
        (Kind.ADDRESS, "Unit 6, Calder Lock, Tarnley", "Deliver to Unit 6, Calder Lock, Tarnley."),
        (Kind.ADDRESS, "17 rue des Lilas, 75020 Paris", "Send it c/o 17 rue des Lilas, 75020 Paris."),
        (Kind.ADDRESS, "PO Box 118, Skerrow", "Write to PO Box 118, Skerrow."),
        (Kind.ADDRESS, "GA4 7QT", "Postcode: GA4 7QT"),
        (Kind.DATE_OF_BIRTH, "12/06/1961", "Born: 12/06/1961. NI number QQ 12 34 56 C."),
        (Kind.ID_NUMBER, "QQ 12 34 56 C", "Born: 12/06/1961. NI number QQ 12 34 56 C."),
        (Kind.DATE_OF_BIRTH, "1961-06-12", "DOB 1961-06-12, passport 533401372."),
        (Kind.ID_NUMBER, "533401372", "DOB 1961-06-12, passport 533401372."),
        (Kind.ID_NUMBER, "078-05-1120", "SSN 078-05-1120, driver's licence D400-7836-0001."),
        (Kind.ID_NUMBER, "D400-7836-0001", "SSN 078-05-1120, driver's licence D400-7836-0001."),
        (Kind.ID_NUMBER, "T20250417", "Case no. T20250417 was listed for March."),
        (Kind.ID_NUMBER, "SK/25/004417", "Custody record SK/25/004417."),
        (Kind.ID_NUMBER, "943 476 5919", "NHS number 943 476 5919."),
        (Kind.ID_NUMBER, "H0041823", "Hospital no. H0041823."),
        (Kind.ID_NUMBER, "31926819", "Account no. 31926819, sort code 60-16-13."),
        (Kind.ID_NUMBER, "60-16-13", "Account no. 31926819, sort code 60-16-13."),
        (Kind.IBAN, "GB29 NWBK 6016 1331 9268 19", "IBAN GB29 NWBK 6016 1331 9268 19 please."),
        (Kind.ID_NUMBER, "4111 1111 1111 1111", "Card 4111 1111 1111 1111 exp 04/29."),
        (Kind.ID_NUMBER, "AB12 CDE", "The car was a white van, registration AB12 CDE."),
        (Kind.ID_NUMBER, "KX61 OMT", "Reg KX61 OMT, silver hatchback."),
        (Kind.ID_NUMBER, "191-D-12345", "The van's number plate was 191-D-12345."),
        (Kind.ID_NUMBER, "1HGCM82633A004352", "VIN 1HGCM82633A004352."),
        (Kind.ID_NUMBER, "192.0.2.44", "Server 192.0.2.44 logged in at 2001:db8::8a2e:370:7334."),
        (Kind.ID_NUMBER, "2001:db8::8a2e:370:7334", "Server 192.0.2.44 logged in at 2001:db8::8a2e:370:7334."),
        (Kind.ADDRESS, "51.5072, -0.1276", "Meet at 51.5072, -0.1276 at dawn."),
        (Kind.ADDRESS, "52°12'34\"N 0°7'12\"E", "Coordinates 52°12'34\"N 0°7'12\"E."),
        (Kind.ID_NUMBER, "44817", "Personnel no. 44817; badge 4471."),
        (Kind.ID_NUMBER, "4471", "Personnel no. 44817; badge 4471."),
        (Kind.ID_NUMBER, "111222333", "Her BSN is 111222333 and her PPS number 1234567FA."),
        (Kind.ID_NUMBER, "1234567FA", "Her BSN is 111222333 and her PPS number 1234567FA."),
        (Kind.ID_NUMBER, "RSSMRA85T10A562S", "Codice fiscale RSSMRA85T10A562S."),
        (Kind.ID_NUMBER, "12345678Z", "DNI 12345678Z, NIE X1234567L."),
        (Kind.ID_NUMBER, "X1234567L", "DNI 12345678Z, NIE X1234567L."),
        (Kind.ID_NUMBER, "ABCPE1234F", "PAN ABCPE1234F; Aadhaar 2341 2341 2346."),
        (Kind.ID_NUMBER, "2341 2341 2346", "PAN ABCPE1234F; Aadhaar 2341 2341 2346."),
        (Kind.ID_NUMBER, "111.444.777-35", "CPF 111.444.777-35."),
        (Kind.ID_NUMBER, "36574261809", "Steuer-ID 36574261809."),
        (Kind.ID_NUMBER, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "BTC 1BoatSLRHtKNngkdXEeobR76b53LETtpyT."),
        (Kind.ID_NUMBER, "93-5550147", "EIN 93-5550147."),
        (Kind.ID_NUMBER, "41WN0219325", "URN 41WN0219325."),
        (
            Kind.EMBARGO,
            "STRICTLY EMBARGOED UNTIL 00.01 ON FRIDAY 6 MARCH",
            "STRICTLY EMBARGOED UNTIL 00.01 ON FRIDAY 6 MARCH",
        ),
        (Kind.EMBARGO, "Not for release before 10am, 4 June", "Not for release before 10am, 4 June"),
        (Kind.EMBARGO, "Hold for release: Thursday 6 a.m.", "Hold for release: Thursday 6 a.m."),
        (Kind.EMBARGO, "EMBARGO 6 March 00:01", "EMBARGO 6 March 00:01"),
        (
            Kind.EMAIL,
            "jo (at) mailhaven (dot) example",
            "Reach me via jo (at) mailhaven (dot) example or JO.REED@mail.example.",
        ),
        (Kind.EMAIL, "JO.REED@mail.example", "Reach me via jo (at) mailhaven (dot) example or JO.REED@mail.example."),
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
        (Kind.DATE_OF_BIRTH, "9 June 1968", "Defendant: Jo Reed, d.o.b. 9 June 1968, of Halden"),
        (Kind.DATE_OF_BIRTH, "June 9, 1968", "Born in Halden on June 9, 1968, she sang."),
        (Kind.DATE_OF_BIRTH, "9-Jun-1968", "DOB 9-Jun-1968"),
        (Kind.DATE_OF_BIRTH, "9 June 1968", "Jo Reed (b. 9 June 1968)"),
        (Kind.ID_NUMBER, "07XY0334419", "URN 07XY0334419"),
        (Kind.ID_NUMBER, "84-5550199", "I.R.S. Employer Identification No. 84-5550199"),
        (Kind.ID_NUMBER, "943 476 5919", "Her NHS number 943 476 5919 was read out."),
        (Kind.ID_NUMBER, "42/12345/25", "Crime ref: 42/12345/25"),
        (Kind.ID_NUMBER, "HX/22/889134", "policy no. HX/22/889134"),
        (Kind.ID_NUMBER, "MORGA657054SM9IJ", "Driving licence MORGA657054SM9IJ was void."),
        (Kind.ID_NUMBER, "48213", "Employee no. 48213 signed."),
        (Kind.ID_NUMBER, "1:24-cv-00123-ABC", "The suit, 1:24-cv-00123-ABC, was filed."),
        (Kind.ID_NUMBER, "4111 1111 1111 1111", "Charged to 4111 1111 1111 1111."),
        (Kind.PHONE, "1-800-555-0199 ext. 12", "Ring 1-800-555-0199 ext. 12."),
        (Kind.PHONE, "555 0142", "Tel. 555 0142"),
        (Kind.PHONE, "612 345 678", "mobile 612 345 678"),
        (Kind.PHONE, "030/1234567", "Tel: 030/1234567"),
        (Kind.PHONE, "+49 (0)30 1234567", "Office: +49 (0)30 1234567"),
        (Kind.ADDRESS, "12 rue de la Gare, 75010 Arville", "He rents 12 rue de la Gare, 75010 Arville."),
        (Kind.ADDRESS, "Hauptstraße 12, 10115 Neustadt", "Post: Hauptstraße 12, 10115 Neustadt"),
        (Kind.ADDRESS, "PO Box 45, Halden, Ore. 97123", "Write to PO Box 45, Halden, Ore. 97123."),
        (
            Kind.ADDRESS,
            "45 W. 23rd Street, Apt. 4B, Halden, OR 97123",
            "At 45 W. 23rd Street, Apt. 4B, Halden, OR 97123",
        ),
        (Kind.ADDRESS, "Rose Cottage, Weir Lane, Port Ellin", "She lives at Rose Cottage, Weir Lane, Port Ellin."),
        (Kind.PERSON_PRIVATE, "Joan Peel", "Outside: Joan Peel. Please do not name her."),
        (Kind.PERSON_PRIVATE, "Tom Reed", "Arrested, not for publication: Tom Reed, 34."),
        (
            Kind.SOURCE_IDENTITY,
            "the widow of the baker in Cross Street",
            "Do not name her. She is the widow of the baker in Cross Street.",
        ),
        (
            Kind.SOURCE_IDENTITY,
            "my old tutor at the lab",
            "Please do not pass on what my old tutor at the lab told me.",
        ),
        (
            Kind.SOURCE_IDENTITY,
            "a retired cook who now runs the inn in Osk",
            "Not for publication: it comes from a retired cook who now runs the inn in Osk.",
        ),
        (Kind.SOURCE_IDENTITY, "Our man in the pay office", "Background only. Our man in the pay office says so."),
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
        *LOOKALIKES,
        "The embargo on timber was lifted.",
        "The minister spoke off the record to the man from the Herald.",
        "A former nurse at the clinic, who asked not to be named, said so.",
        "They never mention the mayor of Osk, and we do not use the harbour.",
        "The report is confidential. The mayor of Osk said so.",
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
