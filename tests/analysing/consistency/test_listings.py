"""A number announced and what is listed after it: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "She gave four reasons: the cost of the work, the noise and the loss of parking.",
        "She gave three reasons: the cost of the work, the noise and the loss of parking.",
    ),
    (
        "The orchestra has toured three countries since: Norway, Latvia, Poland and Greece.",
        "The orchestra has toured four countries since: Norway, Latvia, Poland and Greece.",
    ),
    ("He won it twice: in 2009, in 2012 and in 2016.", "He won it twice: in 2009 and in 2012."),
    (
        "Classes run on three days a week: Monday, Tuesday, Thursday and Friday.",
        "Classes run on four days a week: Monday, Tuesday, Thursday and Friday.",
    ),
    (
        "Her four children, Ana, 11, Joe, 9 and Bea, 4, were unhurt.",
        "Her four children, Ana, 11, Joe, 9, Max, 6 and Bea, 4, were unhurt.",
    ),
    (
        "The quartet – Ida Munro, Lev Katz and Sean Boyle – play on Friday.",
        "The trio – Ida Munro, Lev Katz and Sean Boyle – play on Friday.",
    ),
    (
        "All four defendants – Lindqvist, Amara and Doyle – deny the charge.",
        "All three defendants – Lindqvist, Amara and Doyle – deny the charge.",
    ),
    (
        "Police named the three dead as Carl Noone, 44, and Dina Abbas, 39.",
        "Police named the two dead as Carl Noone, 44, and Dina Abbas, 39.",
    ),
    (
        "Both parties, Labour, the Greens and the Liberals, backed the motion.",
        "Both parties, Labour and the Liberals, backed the motion.",
    ),
    (
        "The bid has the backing of five towns (Harl, Benn, Ost and Cole).",
        "The bid has the backing of five towns (Harl, Benn, Ost, Mere and Cole).",
    ),
    ("He has held three posts: treasurer and secretary.", "He has held three posts: treasurer, secretary and chair."),
    ("A pair of brothers, Igor, Pavel and Ivan, run the forge.", "A pair of brothers, Igor and Ivan, run the forge."),
    (
        "The panel's seven members are Ruth Vane, Ali Sadiq, Tom Brook, Jean Petit, Mo Farrell and Liz Crewe.",
        "The panel's six members are Ruth Vane, Ali Sadiq, Tom Brook, Jean Petit, Mo Farrell and Liz Crewe.",
    ),
    (
        "The strike will hit three routes, the 14 to Harl and the 22 to Benn.",
        "The strike will hit two routes, the 14 to Harl and the 22 to Benn.",
    ),
    (
        "The title was theirs three seasons running, in 2018 and 2019.",
        "The title was theirs three seasons running, in 2018, 2019 and 2020.",
    ),
    (
        "Two birds, the marsh tit, the reed bunting and the willow warbler, have come back to the fen.",
        "Two birds, the marsh tit and the willow warbler, have come back to the fen.",
    ),
    (
        "She speaks four languages (Welsh, English, French, German and Urdu).",
        "She speaks five languages (Welsh, English, French, German and Urdu).",
    ),
    (
        "Neither of the three candidates, Mr Hale and Ms Oduya, would comment.",
        "Neither of the two candidates, Mr Hale and Ms Oduya, would comment.",
    ),
    (
        "The winners of the three prizes were Ana Ruiz (poetry) and Bo Falk (prose).",
        "The winners of the three prizes were Ana Ruiz (poetry), Bo Falk (prose) and Cy Odom (drama).",
    ),
    (
        "The trio, made up of Ida Munro and Sean Boyle, met at school.",
        "The trio, made up of Ida Munro, Lev Katz and Sean Boyle, met at school.",
    ),
    (
        "Three men were arrested at the farm: a 34-year-old from Harl and a 29-year-old from Ost.",
        "Three men were arrested at the farm: a 34-year-old from Harl, a 41-year-old from Benn and a 29-year-old from Ost.",
    ),
]
RIGHT = [
    "He gave three reasons, among them the cost and the noise.",
    "She has three children, including Ana and Joe.",
    "The two winners, Ida Munro and Lev Katz, and their coach, Sean Boyle, flew home.",
    "Three people – a man and two women – were held.",
    "Two parties, Labour and the Liberals, and one independent, Mr Hale, backed it.",
    "Five firms bid: Harl and Sons, Benn and Ost, Mere, Cole and Tarn.",
    "Three men, a farmer and two students, were fined.",
    "His four novels – the first, The Fen, and the last, Reed, above all – sold well.",
    "Three of the five towns (Harl, Benn and Ost) have agreed.",
    "Seven countries sent teams: Norway, Latvia and Poland sent two each.",
    "Her three dogs, Rex, Bo and Spot the terrier, were found.",
    "It has three floors, a cellar and a garden.",
    "The two sides, red and white, met on Monday, Tuesday and Friday.",
    "The two men, from Ardle, Brack or Corse, have not been named.",
    "Four sons and two daughters, Ada and Bea, survive her.",
    "Six months, two inquiries and a trial later: no answer, no money and no arrests.",
    "The pair, from Harl, Benn and Ost respectively, never met.",
    "Two days later: rain, wind and snow.",
]
