"""Records of a team: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "The Otters won 14 of their 30 matches, drew seven and lost eight.",
        "The Otters won 14 of their 30 matches, drew seven and lost nine.",
    ),
    (
        "Rovers have 41 points from 22 games: 12 wins, 6 draws and 5 losses.",
        "Rovers have 41 points from 22 games: 12 wins, 5 draws and 5 losses.",
    ),
]
RIGHT = [
    "The team has won 12 games, lost nine and drew six, and has 30 players in all.",
    "Rovers won 3-1 and now have 24 points from 11 games.",
]
