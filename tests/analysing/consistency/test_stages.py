"""Ages that a word beside them rules out: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "Ada Penn, 78, lives next to her younger brother, Col, 81.",
        "Ada Penn, 78, lives next to her younger brother, Col, 75.",
    ),
    (
        "The teenager, who is 22, cannot be named for legal reasons.",
        "The teenager, who is 17, cannot be named for legal reasons.",
    ),
    (
        "She moved to Harl in 2004, aged 30, and was 51 when she left in 2019.",
        "She moved to Harl in 2004, aged 30, and was 45 when she left in 2019.",
    ),
]
RIGHT = [
    "Ada Penn, 78, has two brothers, Col, 81, and Ned, 70.",
    "The teenagers, 15 and 17, were with a 22-year-old man.",
    "She won gold in 2004, aged 22, silver in 2008 and retired at 30.",
    "Mr Bell, 66, and his wife, Mrs Bell, 64, live in Harl.",
]
