"""Names spelt two ways that only their company shows: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "Flooding reached Stoneleigh Cross on Monday. Residents of Stonleigh Cross were moved out.",
        "Flooding reached Stoneleigh Cross on Monday. Residents of Stoneleigh Cross were moved out.",
    ),
    (
        "Sir Geoffrey Lyle chaired the review. Sir Jeffrey declined to comment.",
        "Sir Geoffrey Lyle chaired the review. Sir Geoffrey declined to comment.",
    ),
    (
        "Brightwater Energy put up bills. Britewater Energy said costs had risen.",
        "Brightwater Energy put up bills. Brightwater Energy said costs had risen.",
    ),
    (
        "Inspectors from Colby and Rudd visited. Colbey and Rudd gave the site a week.",
        "Inspectors from Colby and Rudd visited. Colby and Rudd gave the site a week.",
    ),
    (
        "Judge Philippa Reid passed sentence. Judge Reed said he had shown no remorse.",
        "Judge Philippa Reid passed sentence. Judge Reid said he had shown no remorse.",
    ),
]
RIGHT = [
    "Harlow and Harlaw are ten miles apart. Harlow is the bigger.",
    "The Eriksson brothers faced Ericsson, the telephone firm, in court.",
    "Mr Hussain and Mr Hussein are neighbours.",
    "Martin and Martina Falk share a shop. Martina keeps the books.",
]
