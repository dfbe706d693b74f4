"""Names and details that notes and mails ask to keep out of print, and what only sounds like a request."""

import pytest

from reviewer.analysing.sensitive import find_sensitive
from reviewer.model.analysis import SensitiveKind as Kind
from tests.analysing.conftest import make_document

KEPT_BACK = [
    (
        Kind.PERSON_PRIVATE,
        "Marta Quill",
        "Marta Quill. No name please, and nothing about the depot. She is the only welder on the late shift.",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "the only welder on the late shift",
        "Marta Quill. No name please, and nothing about the depot. She is the only welder on the late shift.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Idris Vane",
        "**Cleaner, by phone.** Wants no name. He is Idris Vane, ph 07700 900 412, depot Mill Street, badge 2207",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "Mill Street, badge 2207",
        "**Cleaner, by phone.** Wants no name. He is Idris Vane, ph 07700 900 412, depot Mill Street, badge 2207",
    ),
    (Kind.PERSON_PRIVATE, "Marta Quill", "Marta Quill. No name, and not the ward either please."),
    (
        Kind.PERSON_PRIVATE,
        "Colm Hartigan",
        "Deceased: man, 58, boat capsized. Name not released: Colm Hartigan, of 4 Quay Row, Skerrow.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Pavel Dorn",
        "NOT FOR PUBLICATION\nArrested: Pavel Dorn, born 9 May 1988.\nWitness (child): Cal Frey.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Cal Frey",
        "NOT FOR PUBLICATION\nArrested: Pavel Dorn, born 9 May 1988.\nWitness (child): Cal Frey.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Jem Harrow",
        "Not for publication, as the parents want no press: the boy in the Osk case is Jem Harrow, who is nine.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Elin Marsh",
        "A panel member rang and does not want to be named: Elin Marsh, 01632 960 441.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Niall Fahey",
        "Her brother Niall Fahey owns the field and does not want his name in the paper.",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "the only night porter at the Crown",
        "Please don't use my name. I am the only night porter at the Crown, so leave that out too.\nThanks,\nDora Penhale",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Dora Penhale",
        "Please don't use my name. I am the only night porter at the Crown, so leave that out too.\nThanks,\nDora Penhale",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Dora Penhale",
        "From: Dora Penhale <d.penhale@mail.example>\nSubject: the lock\n\nPlease do not use my name. I work nights.",
    ),
    (Kind.PERSON_PRIVATE, "Poppy", "00:33 NC: Poppy's only five, she thought it was a game. Don't put her name in."),
    (Kind.PERSON_PRIVATE, "Ivy", "My daughter Ivy, six, was on the bus."),
    (Kind.PERSON_PRIVATE, "Ivy Marsh", "The girl, Ivy Marsh, seven, was on the bus."),
    (Kind.PERSON_PRIVATE, "Tom Ashe", "Tom Ashe (12) was pulled from the water by his uncle."),
    (Kind.PERSON_PRIVATE, "Ivy Marsh", "Eight-year-old Ivy Marsh was on the bus."),
    (Kind.PERSON_PRIVATE, "Ivy Marsh", "Ivy Marsh, aged eight, was on the bus."),
    (Kind.PERSON_PRIVATE, "Lena Ott", "The complainant, Lena Ott, gave evidence behind a screen."),
    (Kind.PERSON_PRIVATE, "Lena Ott", "Victim: Lena Ott, 34, of Osk."),
    (
        Kind.PERSON_PRIVATE,
        "Lena Ott",
        "He raped Lena Ott in 2019, the prosecution says. She cannot be named for legal reasons.",
    ),
    (Kind.PERSON_PRIVATE, "Karl Voss", "NB do not use: Karl Voss is the whistleblower at the plant."),
    (Kind.PERSON_PRIVATE, "Karl Voss", "Our whistleblower, Karl Voss, wants to stay anonymous."),
    (Kind.PERSON_PRIVATE, "Karl Voss", "Karl Voss (anon) told us about the tanks."),
    (Kind.PERSON_PRIVATE, "Karl Voss", "Karl Voss - not to be identified - saw the tanks."),
    (Kind.PERSON_PRIVATE, "Karl Voss", "Pls keep Karl Voss out of this, he has a family."),
    (
        Kind.PERSON_PRIVATE,
        "Ana Reyes",
        "Spoke to Ana Reyes, off the record, who works the Tuesday night shift in the dispatch room.",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "the Tuesday night shift in the dispatch room",
        "Spoke to Ana Reyes, off the record, who works the Tuesday night shift in the dispatch room.",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "the deputy head of the lower school",
        "She agreed to talk on condition that we do not say she is the deputy head of the lower school.",
    ),
    (Kind.SOURCE_IDENTITY, "I sat on the jury", "Please do not mention that I sat on the jury."),
    (Kind.PERSON_PRIVATE, "Ana Reyes", "Names withheld at family's request: Ana Reyes and Luis Reyes."),
    (Kind.PERSON_PRIVATE, "Luis Reyes", "Names withheld at family's request: Ana Reyes and Luis Reyes."),
    (Kind.PERSON_PRIVATE, "Ana Reyes", "The patient, Ana Reyes, was given the wrong dose."),
    (Kind.PERSON_PRIVATE, "Ana Reyes", 'Ana Reyes asked us to change her name. In the piece she is "Carla".'),
    (Kind.PERSON_PRIVATE, "Ana Reyes", '"Carla" (real name Ana Reyes) left the house at night.'),
    (Kind.PERSON_PRIVATE, "Ana Reyes", "Real name: Ana Reyes"),
    (Kind.PERSON_PRIVATE, "Ana Reyes", "Carla (not her real name: Ana Reyes) left."),
    (Kind.PERSON_PRIVATE, "Ana Reyes", "Source: Ana Reyes, do not quote by name."),
    (Kind.PERSON_PRIVATE, "Ana Reyes", "She asked that we not name her: Ana Reyes, who runs the shop."),
    (
        Kind.PERSON_PRIVATE,
        "Gil Renn",
        "Please treat this as confidential. Gil Renn in accounts has the invoices but would lose his job.",
    ),
    (Kind.PERSON_PRIVATE, "Gil Renn", "Witness A is Gil Renn; the court has ordered that she not be identified."),
    (Kind.PERSON_PRIVATE, "Gil Renn", "Juvenile: Gil Renn, 15, held at Osk."),
    (Kind.PERSON_PRIVATE, "Gil Renn", "Next of kin have been told but the name is not public yet: Gil Renn."),
    (Kind.PERSON_PRIVATE, "Gil Renn", "Anonymous source = Gil Renn"),
    (Kind.PERSON_PRIVATE, "Gil Renn", "Contact (protect): Gil Renn, +44 7700 900 118"),
    (Kind.PERSON_PRIVATE, "Gil Renn", "Gil Renn does not wish to be identified."),
    (Kind.PERSON_PRIVATE, "Gil Renn", 'Call her "a teacher". Her name is Gil Renn.'),
    (Kind.PERSON_PRIVATE, "Nora Quist", "Nora Quist (mother, do not name) says the bus never came."),
    (
        Kind.PERSON_PRIVATE,
        "Nora Quist",
        "Interview 3. Female, 40s. Anonymous at her request. Name for our records only: Nora Quist.",
    ),
    (Kind.PERSON_PRIVATE, "Nora Quist", "Dear Hal, I'd rather you didn't print my name.\n\nYours,\nNora Quist"),
    (
        Kind.PERSON_PRIVATE,
        "Nora Quist",
        "From: Nora Quist <nora.q@mail.example>\nTo: Hal Ames <h.ames@courier.example>\n\nI'd prefer to stay anonymous if I may.",
    ),
    (Kind.PERSON_PRIVATE, "Nora Quist", "She spoke on condition that her name is not used. Nora Quist, 07700 900 222."),
    (Kind.PERSON_PRIVATE, "Nora Quist", "The girl's mother, Nora Quist, asked that neither of them be named."),
    (
        Kind.PERSON_PRIVATE,
        "Otto Brandt",
        "Police have not released the name of the dead man, but neighbours say he is Otto Brandt.",
    ),
    (
        Kind.PERSON_PRIVATE,
        "Otto Brandt",
        "The deceased is Otto Brandt, 61, of 3 Slip Lane, Garsby. Family not yet informed.",
    ),
    (Kind.PERSON_PRIVATE, "Mina Dahl", "Complainant A (Mina Dahl) will give evidence on Tuesday."),
    (Kind.PERSON_PRIVATE, "Mina Dahl", "The teenager, who cannot be named for legal reasons, is Mina Dahl."),
    (Kind.PERSON_PRIVATE, "Leo", "My son Leo is nine and has asthma."),
    (Kind.PERSON_PRIVATE, "Leo Dahl", "Leo Dahl, who is 12, found the ring."),
    (Kind.PERSON_PRIVATE, "Leo Dahl", "Leo Dahl, a pupil at Garsby Primary, aged ten, found the ring."),
    (Kind.PERSON_PRIVATE, "Mina Dahl", "Mina Dahl, an asylum seeker, asked us not to use her name."),
    (
        Kind.SOURCE_IDENTITY,
        "a caretaker at Ravensmoor Academy",
        "Tip from a caretaker at Ravensmoor Academy. Do not attribute.",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "the only woman on the night crew",
        "Our source is the only woman on the night crew. Must not be identifiable.",
    ),
    (
        Kind.SOURCE_IDENTITY,
        "the Friday meeting at the Crown",
        "Don't mention the Friday meeting at the Crown, only three of us were there.",
    ),
    (Kind.SOURCE_IDENTITY, "where I work", "Please leave out where I work."),
    (
        Kind.SOURCE_IDENTITY,
        "a manager in the finance team",
        "Keep it vague: a manager in the finance team. Not for attribution.",
    ),
    (Kind.PERSON_PRIVATE, "Ida Munk", "Patient: Ida Munk\nDOB: 02/11/1954\nNHS no: 943 476 5919"),
    (Kind.PERSON_PRIVATE, "Per Munk", "Next of kin: Per Munk (son), +47 22 55 01 23"),
]
NO_REQUEST = [
    "A relative of a former patient, who asked not to be named, called the sentence too short.",
    "A woman who was in the area, and who asked not to be named, said that she had heard a bang.",
    "For background, our counters say that the bridge carries 7 per cent more cars.",
    "Ann Lowe, 51, was re-elected mayor on Friday.",
    "The number of cases rose from 1,200 to 1,600 in 2024-25.",
    "Flight 2207 left at 10.15 and landed at 12.40.",
    "The Mill Street depot employs 44 drivers.",
    "The ship was named Harrow and launched in 1988.",
    "Section 12 of the Water Act 1991 and Regulation 2016/679 apply.",
    "The trial involved 2,204 patients at 12 hospitals.",
    "The judge said that the boy, who cannot be named, had shown no remorse.",
    "The brand is not for everyone, said Jo Lowe, its founder.",
    "Tom Ashe, 12 points clear, won the title.",
    "Ann Lowe (2-1) beat Jo Marsh in three sets.",
    "She named the baby Ivy after her grandmother Ivy Marsh.",
    "The confidential report, seen by the Courier, names no one.",
    "Company of the year: Brightwater Homes, with sales of 4,100 units in 2025.",
    "Scores: 6-4, 3-6, 7-5. Attendance 12,044.",
    "Version 10.2.4.1 of the program will be out on 12/03/2026.",
    "Nobody wants to be named and shamed, said councillor Jo Lowe.",
    "Their daughter Renee Jacks, 29, made soup.",
]


def found_in(text):
    return [(one.kind, text[one.start : one.end]) for one in find_sensitive(make_document(text))]


@pytest.mark.parametrize(("kind", "printed", "text"), KEPT_BACK)
def test_what_is_to_stay_out_of_print_is_found(kind, printed, text):
    assert (kind, printed) in found_in(text)


@pytest.mark.parametrize("text", NO_REQUEST)
def test_what_only_sounds_like_a_request_is_left_alone(text):
    assert found_in(text) == []
