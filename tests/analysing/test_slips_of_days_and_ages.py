"""Slips inside the article, each beside a look-alike that is right: weekday date, age."""

from reviewer.model.analysis import CheckKind as Kind
from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        Kind.WEEKDAY_DATE,
        "The hearing resumes on Tuesday, 15 April.",
        "The hearing resumes on Tuesday, 14 April 2026, before the same judge.",
    ),
    (Kind.WEEKDAY_DATE, "The council will vote on Tuesday 18 March.", "The council will vote on Wednesday 18 March."),
    (
        Kind.WEEKDAY_DATE,
        "The fair, on Saturday, March 22, will be free.",
        "The fair, on Saturday, March 21, will be free.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "He was last seen on the night of Thursday, 6 February.",
        "He was last seen on the night of Friday, 6 February.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "On Thursday, the 4th of February, the boiler failed.",
        "On Wednesday, the 4th of March, the boiler failed.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "Polls open on Thursday (7 May) at 7am. Counting starts on Friday 9 May.",
        "Polls open on Thursday (7 May) at 7am. Counting starts on Friday 8 May.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The sale begins on 2 April, which is a Friday.",
        "The sale begins on 2 April, which is a Thursday.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "Christmas Day, which falls on a Thursday this year, will be quiet.",
        "Christmas Day, which falls on a Friday this year, will be quiet.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The strike, from Monday 16 March to Thursday 20 March, will stop all trains.",
        "The strike, from Monday 16 March to Friday 20 March, will stop all trains.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The club meets on Mondays 6, 13 and 21 April.",
        "The club meets on Mondays 6, 13 and 20 April.",
    ),
    (Kind.WEEKDAY_DATE, "Yesterday, Tuesday, the bridge was shut.", "Yesterday, Wednesday, the bridge was shut."),
    (Kind.WEEKDAY_DATE, "The last sitting was on Fri 13 Mar 2025.", "The last sitting was on Thu 13 Mar 2025."),
    (
        Kind.WEEKDAY_DATE,
        "The court heard that on 5 January 2026, a Wednesday, he was at work.",
        "The court heard that on 5 January 2026, a Monday, he was at work.",
    ),
    (Kind.WEEKDAY_DATE, "Tomorrow (Saturday) the ferry returns.", "Tomorrow (Friday) the ferry returns."),
    (
        Kind.WEEKDAY_DATE,
        "She died on Sunday, 8 March, aged 91, and the funeral is on Tuesday 19 March.",
        "She died on Sunday, 8 March, aged 91, and the funeral is on Thursday 19 March.",
    ),
    (
        Kind.AGE,
        "Ann Lowe, born on 3 March 2007, turned 18 on Tuesday.",
        "Ann Lowe, born on 10 March 2008, turned 18 on Tuesday.",
    ),
    (
        Kind.AGE,
        "Ann Lowe, who was born in May 1979 and is now 45, dug it up.",
        "Ann Lowe, who was born in May 1979 and is now 46, dug it up.",
    ),
    (Kind.AGE, "Born in 1950, Ann Lowe, 71, still rows daily.", "Born in 1950, Ann Lowe, 75, still rows daily."),
    (Kind.AGE, "Ann Lowe (born 12 June 1960) is 60.", "Ann Lowe (born 12 June 1960) is 65."),
    (Kind.AGE, "Ann Lowe, 34, was born in Osk on 2 July 1981.", "Ann Lowe, 44, was born in Osk on 2 July 1981."),
    (
        Kind.AGE,
        "The 42-year-old, who was born in 1994, joined the club.",
        "The 32-year-old, who was born in 1994, joined the club in May.",
    ),
    (
        Kind.AGE,
        "Ann Lowe was born in 1920 and died in 1999, aged 89.",
        "Ann Lowe was born in 1920 and died in 1999, aged 79.",
    ),
    (Kind.AGE, "Ann Lowe (1920-1999) was 89 when she died.", "Ann Lowe (1920-1999) was 79 when she died."),
    (
        Kind.AGE,
        "Ann Lowe, the painter, who has died aged 81, was born in Osk in 1938.",
        "Ann Lowe, the painter, who has died aged 87, was born in Osk in 1938.",
    ),
    (
        Kind.AGE,
        "Ann Lowe, 51, was hurt. She was taken to hospital.\nMs Lowe, 57, was in a stable condition.",
        "Ann Lowe, 51, was hurt. She was taken to hospital.\nMs Lowe, 51, was in a stable condition.",
    ),
    (
        Kind.AGE,
        "Ann Lowe, 51, was hurt. The 54-year-old was taken to hospital.",
        "Ann Lowe, 51, was hurt. The 51-year-old was taken to hospital.",
    ),
    (
        Kind.AGE,
        "Ann Lowe, 51, who has lived there since 1965, won.",
        "Ann Lowe, 61, who has lived there since 1965, won.",
    ),
    (Kind.AGE, "Mr Reed, 40, joined the navy in 1985 at 17.", "Mr Reed, 58, joined the navy in 1985 at 17."),
    (
        Kind.AGE,
        "Tom Reed, 12, is in the same class as his twin sister, Jo Reed, 14.",
        "Tom Reed, 12, is in the same class as his twin sister, Jo Reed, 12.",
    ),
    (
        Kind.AGE,
        "She celebrated her 90th birthday on Sunday. She was born in 1946.",
        "She celebrated her 80th birthday on Sunday. She was born in 1946.",
    ),
    (
        Kind.AGE,
        "Ann Lowe was 19 when she joined in 1990, and is now 65.",
        "Ann Lowe was 19 when she joined in 1990, and is now 55.",
    ),
    (
        Kind.AGE,
        "Hettie Oban, who was born in 1933, celebrated her 83rd birthday with a parachute jump on Saturday.",
        "Hettie Oban, who was born in 1943, celebrated her 83rd birthday with a parachute jump on Saturday.",
    ),
    (
        Kind.AGE,
        "The singer, born on 14 November 1984, died in a crash in June 2019 at the age of 37.",
        "The singer, born on 14 November 1984, died in a crash in June 2019 at the age of 34.",
    ),
    (
        Kind.AGE,
        "Oskar Lind was 22 when he won his first title in 2001. Now 57, he coaches the juniors.",
        "Oskar Lind was 22 when he won his first title in 2001. Now 47, he coaches the juniors.",
    ),
    (
        Kind.AGE,
        "The accused, Dean Corrie (d.o.b. 3 July 1990), 45, of Osk, made no plea.",
        "The accused, Dean Corrie (d.o.b. 3 July 1990), 35, of Osk, made no plea.",
    ),
    (
        Kind.AGE,
        "Man, 34, jailed for theft of bells\nA church warden who stole three bells has been jailed for a year.\nPaul Ivory, 43, of Osk, sold them for scrap.",
        "Man, 43, jailed for theft of bells\nA church warden who stole three bells has been jailed for a year.\nPaul Ivory, 43, of Osk, sold them for scrap.",
    ),
    (
        Kind.AGE,
        "Sir Alan Pryde, who has died aged 92, was born in Osk on 2 May 1938.",
        "Sir Alan Pryde, who has died aged 87, was born in Osk on 2 May 1938.",
    ),
    (
        Kind.AGE,
        "Born in the same week of 1971, the two friends, both now 64, met at school.",
        "Born in the same week of 1971, the two friends, both now 54, met at school.",
    ),
    (
        Kind.AGE,
        "Zita Kern was only 16 in 1984, when she left home, and is 68 today.",
        "Zita Kern was only 16 in 1984, when she left home, and is 58 today.",
    ),
    (
        Kind.AGE,
        "At 33, Lou Farr, born in April 1989, is the oldest in the squad.",
        "At 36, Lou Farr, born in April 1989, is the oldest in the squad.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The appeal will be heard on Monday, 22 June 2026. The first hearing was on Wednesday, 12 November 2025, and lasted a day. The next is on Friday, 24 June 2026.",
        "The appeal will be heard on Monday, 22 June 2026. The first hearing was on Wednesday, 12 November 2025, and lasted a day. The next is on Wednesday, 24 June 2026.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The festival (Thu 18 June to Sun 22 June 2026) is sold out.",
        "The festival (Thu 18 June to Sun 21 June 2026) is sold out.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "Bank holiday Monday, 26 May 2026, will be wet.",
        "Bank holiday Monday, 25 May 2026, will be wet.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The blast on the morning of Tuesday, Sept. 10, 2025, killed a guard.",
        "The blast on the morning of Wednesday, Sept. 10, 2025, killed a guard.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "New Year's Day 2026, a Wednesday, was the coldest on record.",
        "New Year's Day 2026, a Thursday, was the coldest on record.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "Voting ends at 5pm on Friday (20/03/2026); the count is on Saturday 22 March.",
        "Voting ends at 5pm on Friday (20/03/2026); the count is on Sunday 22 March.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "He was arrested two days later, on Saturday 11 January 2025, after a search that began on Thursday 8 January.",
        "He was arrested two days later, on Saturday 11 January 2025, after a search that began on Thursday 9 January.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The exhibition runs from Saturday, April 4, through Sunday, May 4.",
        "The exhibition runs from Saturday, April 4, through Sunday, May 3.",
    ),
    (Kind.AGE, "Rosa Finn, who is 50, was born in 1966.", "Rosa Finn, who is 59, was born in 1966."),
    (
        Kind.AGE,
        "The boy, who turned 16 in January, was born in January 2012.",
        "The boy, who turned 14 in January, was born in January 2012.",
    ),
    (
        Kind.AGE,
        "Born in 1902, he fought in the war at the age of 28, in 1940.",
        "Born in 1902, he fought in the war at the age of 38, in 1940.",
    ),
    (
        Kind.AGE,
        "Judge Ida Cross, 58, appointed in 1999 at the age of 41, will retire.",
        "Judge Ida Cross, 68, appointed in 1999 at the age of 41, will retire.",
    ),
    (
        Kind.AGE,
        "Her twin sons, Max, nine, and Leo, 11, were unhurt.",
        "Her twin sons, Max, nine, and Leo, nine, were unhurt.",
    ),
    (
        Kind.WEEKDAY_DATE,
        "The bill had its first reading on Tuesday, 3 March, and its second on Wednesday, 12 March.",
        "The bill had its first reading on Tuesday, 3 March, and its second on Thursday, 12 March.",
    ),
    (Kind.WEEKDAY_DATE, "He died on Sunday (March 7) at home.", "He died on Sunday (March 8) at home."),
    (
        Kind.WEEKDAY_DATE,
        "The market will be held on Saturdays 4, 11 and 19 April.",
        "The market will be held on Saturdays 4, 11 and 18 April.",
    ),
]
RIGHT = [
    "Ruth Oyelaran, 46, and her mother, Grace Oyelaran, 71, were rescued.",
    "She joined the force in 1994 at 22 and retired in 2024 after 30 years, aged 52.",
    "Mairead Toibin, now 71, was 14 when the mill burned in 1968.",
    "The defendant was 17 at the time of the crash, on 4 October 2025. She was born on 20 October 2007.",
    "Ann Lowe, 51, was hurt. The 51-year-old has a son. The 12-year-old was unhurt.",
    "Ann Lowe, 51, whose mother was born in 1950, won.",
    "Born in 1961, she had her first child at 27, in 1988, and her first show at 50.",
    "Ann Lowe, born in 1950, wrote the book at 30 and the play at 40.",
    "Tom Reed, 34, was born in Osk, where he founded the club in 2015.",
    "Good Friday, 3 April, is a holiday, and so is Easter Monday, 6 April.",
    "Yesterday, Wednesday, it rained; tomorrow, Friday, it will not.",
    "The clinic runs every Tuesday until 30 April 2026.",
    "Hearings were held on Tuesday 2 and Thursday 4 December 2025.",
]
