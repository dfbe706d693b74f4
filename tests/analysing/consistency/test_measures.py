"""Measures printed in two systems side by side: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    ("He is 6ft 3in (1.80m) tall.", "He is 6ft 3in (1.91m) tall."),
    (
        "Winds of 110 to 130 mph (177 to 229 km/h) were recorded at the lighthouse.",
        "Winds of 110 to 130 mph (177 to 209 km/h) were recorded at the lighthouse.",
    ),
    ("A 10in (35cm) pipe burst under the square.", "A 10in (25cm) pipe burst under the square."),
    (
        "The film lasts 100 minutes, or an hour and fifty minutes.",
        "The film lasts 100 minutes, or an hour and forty minutes.",
    ),
    ("The pool was shut for 48 hours, or three days.", "The pool was shut for 48 hours, or two days."),
    ("She is 5ft 4in tall, or 173cm.", "She is 5ft 4in tall, or 163cm."),
    (
        "The mountain is 1,344 metres high. At 3,409 feet it is the second highest in the range.",
        "The mountain is 1,344 metres high. At 4,409 feet it is the second highest in the range.",
    ),
]
RIGHT = [
    "He is 6ft 3in and weighs 90kg (14st 2lb).",
    "The room is 4m by 5m (13ft by 16ft).",
    "The engine gives 150 horsepower (112kW).",
    "It was 30C (86F), 5C (9F) above the average.",
    "The loaf is baked at gas mark 6 (200C, 400F).",
    "The trip takes 90 minutes, or an hour and a half.",
    "The pool, 25m long, was shut for three days, or 72 hours.",
]
