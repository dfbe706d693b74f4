"""Wholes and what they are made of, in any wording: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "The firm employs 1,240 people, 860 in Marlow Vale and the remaining 480 at its depot in Tarn.",
        "The firm employs 1,240 people, 860 in Marlow Vale and the remaining 380 at its depot in Tarn.",
    ),
    (
        "Of 75 complaints, 33 were upheld, 28 were dismissed and the other 24 were withdrawn.",
        "Of 75 complaints, 33 were upheld, 28 were dismissed and the other 14 were withdrawn.",
    ),
    (
        "Wages take up £72m of the £118m budget and medicines £21m; everything else accounts for £35m.",
        "Wages take up £72m of the £118m budget and medicines £21m; everything else accounts for £25m.",
    ),
    (
        "The theatre has 600 seats, 420 in the stalls and 200 in the circle.",
        "The theatre has 600 seats, 420 in the stalls and 180 in the circle.",
    ),
    (
        "The trust raised £14,200 in May, £9,800 in June and £11,500 in July, £34,500 over the three months.",
        "The trust raised £14,200 in May, £9,800 in June and £11,500 in July, £35,500 over the three months.",
    ),
    (
        "She sold 18 paintings at £45 apiece and took home £910.",
        "She sold 18 paintings at £45 apiece and took home £810.",
    ),
    (
        "The farm has 320 ewes, 45 cattle and 12 goats, 387 animals in all.",
        "The farm has 320 ewes, 45 cattle and 12 goats, 377 animals in all.",
    ),
    (
        "Sixty per cent of the fleet is electric and the remaining 30 per cent runs on diesel.",
        "Sixty per cent of the fleet is electric and the remaining 40 per cent runs on diesel.",
    ),
    (
        "Of the budget, 35% goes on staff, 25% on buildings, 30% on books and the rest, 15%, on events.",
        "Of the budget, 35% goes on staff, 25% on buildings, 30% on books and the rest, 10%, on events.",
    ),
    (
        "Four coaches carrying 52 fans each took 218 people to the match.",
        "Four coaches carrying 52 fans each took 208 people to the match.",
    ),
    (
        "Each of the seven villages is to have 12 new homes, so that 96 will be built by the spring.",
        "Each of the seven villages is to have 12 new homes, so that 84 will be built by the spring.",
    ),
    (
        "The council owns 312 garages; 204 are let, 71 stand empty and 47 are to be pulled down.",
        "The council owns 312 garages; 204 are let, 71 stand empty and 37 are to be pulled down.",
    ),
    (
        "Gas makes up 45% of supply, wind 30% and the rest, 35%, is nuclear.",
        "Gas makes up 45% of supply, wind 30% and the rest, 25%, is nuclear.",
    ),
]
RIGHT = [
    "The hall seats 400, with room for 60 more on the balcony and 20 wheelchairs.",
    "The museum has 12 rooms, 3 of them closed, and 40 staff.",
    "She bought 3 loaves at £2 and a cake, and paid £11 in all.",
    "About 300 marched in Harl and 200 in Benn; police counted 480 in all.",
    "He paid £6 for the chair and £14 for the lamp, and sold the two for £55.",
    "Of the 15 who applied, nine were women and four were under 30.",
    "Of the 50 beds, 12 are in single rooms and 20 in wards of four; the rest are closed.",
    "Police arrested 14 people, five of them under 18, and seized 22 knives.",
]
