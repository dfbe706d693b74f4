"""Slips inside the article, each beside a look-alike that is right: weekday date, age, count mismatch, name spelling, unbalanced quote."""

import pytest

from reviewer.model.analysis import CheckKind as Kind

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
        Kind.COUNT_MISMATCH,
        "Three things would change minds, the pollster found: a bus lane and a discount for residents.",
        "Two things would change minds, the pollster found: a bus lane and a discount for residents.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The report makes four recommendations: a new kerb, more lights and a lower limit.",
        "The report makes three recommendations: a new kerb, more lights and a lower limit.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The three victims were named as Ann Lowe, 34, and Tom Reed, 51.",
        "The two victims were named as Ann Lowe, 34, and Tom Reed, 51.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The two victims were named as Ann Lowe, 34, Jo Bell, 29, and Tom Reed, 51.",
        "The three victims were named as Ann Lowe, 34, Jo Bell, 29, and Tom Reed, 51.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Three councillors - Ann Lowe and Tom Reed - walked out.",
        "Two councillors - Ann Lowe and Tom Reed - walked out.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The club has two new signings: Ann Lowe, Tom Reed and Jo Bell.",
        "The club has three new signings: Ann Lowe, Tom Reed and Jo Bell.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Five towns will lose their bank: Osk, Nar, Cobb and Tarn.",
        "Four towns will lose their bank: Osk, Nar, Cobb and Tarn.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "There are four candidates: Ann Lowe (Green), Tom Reed (Labour) and Jo Bell (independent).",
        "There are three candidates: Ann Lowe (Green), Tom Reed (Labour) and Jo Bell (independent).",
    ),
    (
        Kind.COUNT_MISMATCH,
        "He faces three charges: theft, fraud, arson and assault.",
        "He faces four charges: theft, fraud, arson and assault.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "He denies four charges, of theft, fraud and arson.",
        "He denies three charges, of theft, fraud and arson.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The bus stops at three villages, Osk, Nar, Cobb and Tarn.",
        "The bus stops at four villages, Osk, Nar, Cobb and Tarn.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Both men, Ann Lowe, Tom Reed and Jo Bell, deny it.",
        "All three, Ann Lowe, Tom Reed and Jo Bell, deny it.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The plan has three aims. The first is to cut cost. The second is to save time.",
        "The plan has two aims. The first is to cut cost. The second is to save time.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Four reasons were given:\n- cost\n- time\n- noise\nThe vote is in May.",
        "Three reasons were given:\n- cost\n- time\n- noise\nThe vote is in May.",
    ),
    (
        Kind.NAME_SPELLING,
        "Siobhan Kearney spoke first. Ms Kearny said no more.",
        "Siobhan Kearney spoke first. Ms Kearney said no more.",
    ),
    (Kind.NAME_SPELLING, "Stephen Marlowe spoke. Steven Marlowe left.", "Stephen Marlowe spoke. Marlowe left."),
    (
        Kind.NAME_SPELLING,
        "Dr Ingrid Halvorsen spoke. Later Dr Halvorson left.",
        "Dr Ingrid Halvorsen spoke. Later Dr Halvorsen left.",
    ),
    (
        Kind.NAME_SPELLING,
        "The firm Brightwater Homes was fined. Brightwatter Homes did not comment.",
        "The firm Brightwater Homes was fined. Brightwater Homes did not comment.",
    ),
    (
        Kind.NAME_SPELLING,
        "Catherine Dale came. Mrs Dale spoke. Katherine Dale left.",
        "Catherine Dale came. Mrs Dale spoke. Catherine Dale left.",
    ),
    (
        Kind.NAME_SPELLING,
        "Tom Reid won. Reed, who is from Osk, had led from the start.",
        "Tom Reid won. Reid, who is from Osk, had led from the start.",
    ),
    (Kind.NAME_SPELLING, "Lord Ashcombe spoke. Lord Ashcome left.", "Lord Ashcombe spoke. Lord Ashcombe left."),
    (
        Kind.NAME_SPELLING,
        "Aisha Rahman spoke. Rahmann said she would go.",
        "Aisha Rahman spoke. Rahman said she would go.",
    ),
    (
        Kind.NAME_SPELLING,
        "Insp Mary Thornbury spoke. Insp Thornbery gave no details.",
        "Insp Mary Thornbury spoke. Insp Thornbury gave no details.",
    ),
    (
        Kind.NAME_SPELLING,
        'Jean Okafor came. "I am glad," said Jean Okafur.',
        'Jean Okafor came. "I am glad," said Jean Okafor.',
    ),
    (
        Kind.NAME_SPELLING,
        "The Harbour Trust met. The Harbor Trust voted yes.",
        "The Harbour Trust met. The Harbour Trust voted yes.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "“We were lucky with the tide, Strachle said.",
        "“We were lucky with the tide,” Strachle said.",
    ),
    (Kind.UNBALANCED_QUOTE, '"We will win, Smith said.', '"We will win," Smith said.'),
    (
        Kind.UNBALANCED_QUOTE,
        "‘It was a bad day for the town, said Ms Lowe.",
        "‘It was a bad day for the town,’ said Ms Lowe.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "She called it a “disgrace and left at once.",
        "She called it a “disgrace” and left at once.",
    ),
    (Kind.UNBALANCED_QUOTE, "We will win,” Smith said.", "“We will win,” Smith said."),
    (
        Kind.UNBALANCED_QUOTE,
        "“We will win,” Smith said. “It is our year. He then left.",
        "“We will win,” Smith said. “It is our year.” He then left.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        '"We will win," Smith said. "It is our year.',
        '"We will win," Smith said. "It is our year."',
    ),
    (Kind.UNBALANCED_QUOTE, "The report (published on Friday was late.", "The report (published on Friday) was late."),
    (
        Kind.UNBALANCED_QUOTE,
        "“We were lucky, Strachle said.\n“It is a wonder that nobody died,” said Fergus Innes.",
        "“We were lucky,” Strachle said.\n“It is a wonder that nobody died,” said Fergus Innes.",
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
    "The firm makes two things, pumps and valves, in three places: Hexley, Swindale and Ghent.",
    "Two pairs of brothers are in the squad: Mia and Jo Dale, and Al and Sam Ott.",
    "Seven people were charged, among them a vet, a farrier and two mayors.",
    "There were three reasons. The surveyor was ill. The steel was wrong. And nobody had told the school.",
    "She set three terms. First, open the books. Second, pay up. The third she kept to herself.",
    "Three towns, Osk, Nar and Cobb, are cut off.",
    "He faces two charges, of theft and fraud, and denies three more.",
    "The birth certificate says Mathew Kowal and the passport Matthew Kowal.",
    "Ruth Harwell lives in Harewell Hall. The Harwells built it.",
    "The Democrats lost. A Democratic aide wept.",
    "Tom Baker spoke. Bakers will strike.",
    "C. J. Okonkwo scored twice. Okonkwo was given the ball.",
    '"I ordered a 12" record and they sent me a 12" ruler," he said.',
    "‘It’s not that the dogs’ home doesn’t want it,’ said Mrs Quigley.",
    "The rules are: a) no dogs; b) no bikes; and c) no fun :)",
    "“I have served for 31 years.\n“I am asking now.”",
    'He wrote " yes " and then " no " .',
    "Good Friday, 3 April, is a holiday, and so is Easter Monday, 6 April.",
    "Yesterday, Wednesday, it rained; tomorrow, Friday, it will not.",
    "The clinic runs every Tuesday until 30 April 2026.",
    "Hearings were held on Tuesday 2 and Thursday 4 December 2025.",
    "Some 20 homes lost in fire\nFire crews said that 21 homes had been destroyed in the night.",
    "Four die in minibus crash\nNine people were hurt in the crash in which four children died.",
]


@pytest.mark.parametrize(("kind", "slip"), [(kind, slip) for kind, slip, _ in PAIRS])
def test_the_slip_is_found_with_its_working(instant_pass, kind, slip):
    checks = instant_pass(slip).checks
    assert [check.kind for check in checks] == [kind]
    assert checks[0].arguments["working"]


@pytest.mark.parametrize("right", [right for _, _, right in PAIRS])
def test_the_look_alike_is_left_alone(instant_pass, right):
    assert instant_pass(right).checks == ()


@pytest.mark.parametrize("right", RIGHT)
def test_what_is_right_is_left_alone(instant_pass, right):
    assert instant_pass(right).checks == ()
