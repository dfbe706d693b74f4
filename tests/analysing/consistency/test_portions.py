"""Parts of a whole and the share that they are said to be, in any wording: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "Of 250 patients given the drug, 85 improved, or 38 per cent.",
        "Of 250 patients given the drug, 85 improved, or 34 per cent.",
    ),
    (
        "The charity spent £1.2m of its £8m income on fundraising, a share of 18 per cent.",
        "The charity spent £1.2m of its £8m income on fundraising, a share of 15 per cent.",
    ),
    (
        "Turnout was 52 per cent, with 9,600 of 20,000 voters taking part.",
        "Turnout was 48 per cent, with 9,600 of 20,000 voters taking part.",
    ),
    (
        "The 12 defects found in 60 cars put the failure rate at 25 per cent.",
        "The 12 defects found in 60 cars put the failure rate at 20 per cent.",
    ),
    (
        "With 132 of 165 samples clean, the pass rate was 75 per cent.",
        "With 132 of 165 samples clean, the pass rate was 80 per cent.",
    ),
    ("The raffle made £480, a third of the £1,920 raised.", "The raffle made £480, a quarter of the £1,920 raised."),
    (
        "The tax, at 20 per cent of the £350 price, comes to £75.",
        "The tax, at 20 per cent of the £350 price, comes to £70.",
    ),
    ("He won 71% of the vote and his only rival 39%.", "He won 71% of the vote and his only rival 29%."),
    ("Some 45 of the 180 teachers, a third, plan to leave.", "Some 45 of the 180 teachers, a quarter, plan to leave."),
    (
        "Of the 480 letters sent out 72 came back, a response of 12 per cent, which the trust called encouraging.",
        "Of the 480 letters sent out 72 came back, a response of 15 per cent, which the trust called encouraging.",
    ),
    (
        "Of the ship's 640 passengers, 416 fell ill, 60 per cent of them.",
        "Of the ship's 640 passengers, 416 fell ill, 65 per cent of them.",
    ),
    (
        "The survey of 1,200 people found 780, or 70 per cent, in favour.",
        "The survey of 1,200 people found 780, or 65 per cent, in favour.",
    ),
    (
        "Some 58 per cent of voters backed the change and 48 per cent opposed it.",
        "Some 58 per cent of voters backed the change and 42 per cent opposed it.",
    ),
]
RIGHT = [
    "Two in five of those polled, 43 per cent, could not name the mayor.",
    "Of 300 pupils, 12 per cent are boarders; 40 come from abroad.",
    "Of the 80 who replied, 30 per cent of them in writing, 20 complained.",
    "The union said 85% had voted, of whom 93% backed a strike.",
    "Half the men and 40 per cent of the women voted; turnout was 44 per cent.",
    "The party has 41 per cent of the seats and 35 per cent of the vote.",
    "Just over a quarter of the 81 shops, 21, are shut.",
]
