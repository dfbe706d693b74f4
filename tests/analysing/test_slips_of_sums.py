"""Slips inside the article, each beside a look-alike that is right: arithmetic."""

from reviewer.model.analysis import CheckKind as Kind
from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        Kind.ARITHMETIC,
        "Twelve people died in the north and seven in the south, bringing the toll to 20.",
        "Twelve people died in the north and seven in the south, bringing the toll to 19.",
    ),
    (
        Kind.ARITHMETIC,
        "The committee has 15 members. Nine voted in favour, four against and three abstained.",
        "The committee has 15 members. Nine voted in favour, four against and two abstained.",
    ),
    (
        Kind.ARITHMETIC,
        "Of the 38,400 locks, 21,900 are the Lumen 2 and the other 15,600 the Lumen 3.",
        "Of the 38,400 locks, 21,900 are the Lumen 2 and the other 16,500 the Lumen 3.",
    ),
    (
        Kind.ARITHMETIC,
        "The school has 640 pupils. There are 310 girls and 320 boys.",
        "The school has 640 pupils. There are 310 girls and 330 boys.",
    ),
    (
        Kind.ARITHMETIC,
        "The firm, which has 480 staff, will cut 120 jobs, leaving 340.",
        "The firm, which has 480 staff, will cut 120 jobs, leaving 360.",
    ),
    (Kind.ARITHMETIC, "The bill rose by £45 to £312 from £277.", "The bill rose by £45 to £312 from £267."),
    (
        Kind.ARITHMETIC,
        "The number of patients waiting went up by 300, from 1,200 to 1,600.",
        "The number of patients waiting went up by 400, from 1,200 to 1,600.",
    ),
    (
        Kind.ARITHMETIC,
        "Membership, which was 2,900 last year, has fallen to 2,450, a loss of 350.",
        "Membership, which was 2,900 last year, has fallen to 2,450, a loss of 450.",
    ),
    (
        Kind.ARITHMETIC,
        "The 30 new buses cost £250,000 each, or £6.5 million in all.",
        "The 30 new buses cost £250,000 each, or £7.5 million in all.",
    ),
    (
        Kind.ARITHMETIC,
        "The council bought 15 benches for £18,000, or £1,500 each.",
        "The council bought 15 benches for £18,000, or £1,200 each.",
    ),
    (Kind.ARITHMETIC, "The rent is £850 a month, or £9,600 a year.", "The rent is £850 a month, or £10,200 a year."),
    (
        Kind.ARITHMETIC,
        "He was sentenced to four years for the robbery and two years for the assault, to run consecutively, making seven years in all.",
        "He was sentenced to four years for the robbery and two years for the assault, to run consecutively, making six years in all.",
    ),
    (
        Kind.ARITHMETIC,
        "Labour won 14 seats, the Greens nine and independents four in the 28-seat chamber.",
        "Labour won 14 seats, the Greens nine and independents five in the 28-seat chamber.",
    ),
    (
        Kind.ARITHMETIC,
        "Dale (6,214 votes) beat Reed (5,876) by 448 votes.",
        "Dale (6,214 votes) beat Reed (5,876) by 338 votes.",
    ),
    (Kind.ARITHMETIC, "Yes won by 52.4 per cent to 47.8 per cent.", "Yes won by 52.4 per cent to 47.6 per cent."),
    (
        Kind.ARITHMETIC,
        "The poll put the Blues on 38%, the Reds on 33%, the Greens on 18% and others on 21%.",
        "The poll put the Blues on 38%, the Reds on 33%, the Greens on 18% and others on 11%.",
    ),
    (
        Kind.ARITHMETIC,
        "City won 3-1 with goals from Ott and Bell (2) and an own goal.",
        "City won 4-1 with goals from Ott and Bell (2) and an own goal.",
    ),
    (
        Kind.ARITHMETIC,
        "United have won nine, drawn four and lost three of their 17 matches.",
        "United have won nine, drawn four and lost three of their 16 matches.",
    ),
    (
        Kind.ARITHMETIC,
        "After the first leg ended 2-1 and the second 1-1, Rovers went through 4-2 on aggregate.",
        "After the first leg ended 2-1 and the second 1-1, Rovers went through 3-2 on aggregate.",
    ),
    (Kind.ARITHMETIC, "The bridge opened in 1926, 110 years ago.", "The bridge opened in 1926, 100 years ago."),
    (
        Kind.ARITHMETIC,
        "The choir, founded in 1976, marks its 40th anniversary this year.",
        "The choir, founded in 1976, marks its 50th anniversary this year.",
    ),
    (
        Kind.ARITHMETIC,
        "The shop has been open since 1986 and is 30 years old.",
        "The shop has been open since 1986 and is 40 years old.",
    ),
    (
        Kind.ARITHMETIC,
        "It was the first flood since 1996, 20 years ago.",
        "It was the first flood since 1996, 30 years ago.",
    ),
    (
        Kind.ARITHMETIC,
        "He served as mayor from 2008 until 2020, a total of 15 years.",
        "He served as mayor from 2008 until 2020, a total of 12 years.",
    ),
    (
        Kind.ARITHMETIC,
        "The ship left on 1 February and arrived on 21 February, 30 days later.",
        "The ship left on 1 February and arrived on 21 February, 20 days later.",
    ),
    (
        Kind.ARITHMETIC,
        "The call came at 10.15pm and the crew arrived at 10.40pm, 35 minutes later.",
        "The call came at 10.15pm and the crew arrived at 10.40pm, 25 minutes later.",
    ),
    (
        Kind.ARITHMETIC,
        "The plan has three phases costing £4m, £6m and £9m, £21m in all.",
        "The plan has three phases costing £4m, £6m and £9m, £19m in all.",
    ),
    (
        Kind.ARITHMETIC,
        "The price has doubled in a year, from £40 to £70.",
        "The price has doubled in a year, from £40 to £80.",
    ),
    (
        Kind.ARITHMETIC,
        "It is three times as many as the 40 seen last year, at 160.",
        "It is three times as many as the 40 seen last year, at 120.",
    ),
    (
        Kind.ARITHMETIC,
        "The 12 clubs raised £60,000, an average of £6,000 each.",
        "The 12 clubs raised £60,000, an average of £5,000 each.",
    ),
    (
        Kind.ARITHMETIC,
        "Turnover was £48.2m and costs were £41.7m, giving a profit of £7.5m.",
        "Turnover was £48.2m and costs were £41.7m, giving a profit of £6.5m.",
    ),
    (
        Kind.ARITHMETIC,
        "The scheme will cost £14m, of which the state will pay £9m and the town the remaining £6m.",
        "The scheme will cost £14m, of which the state will pay £9m and the town the remaining £5m.",
    ),
    (
        Kind.ARITHMETIC,
        "The crew of nine, five women and three men, sailed at dawn.",
        "The crew of nine, five women and four men, sailed at dawn.",
    ),
    (
        Kind.ARITHMETIC,
        "Police made six arrests on Friday and four on Saturday, 11 in total.",
        "Police made six arrests on Friday and four on Saturday, ten in total.",
    ),
    (Kind.ARITHMETIC, "Two thirds of the 90 staff, or 50, voted yes.", "Two thirds of the 90 staff, or 60, voted yes."),
    (
        Kind.ARITHMETIC,
        "A quarter of the 240 homes, 80, will be affordable.",
        "A quarter of the 240 homes, 60, will be affordable.",
    ),
    (
        Kind.ARITHMETIC,
        "Wexcombe Foods made a pre-tax profit of £18.4 million in the first half and £21.1 million in the second, for a full-year total of £41.5 million.",
        "Wexcombe Foods made a pre-tax profit of £18.4 million in the first half and £21.1 million in the second, for a full-year total of £39.5 million.",
    ),
    (
        Kind.ARITHMETIC,
        "Of 212 complaints received, 88 were upheld, 97 were rejected and the other 37 were withdrawn.",
        "Of 212 complaints received, 88 were upheld, 97 were rejected and the other 27 were withdrawn.",
    ),
    (
        Kind.ARITHMETIC,
        "Labour took 11 of the 20 seats, the Liberals six and independents the other two.",
        "Labour took 11 of the 20 seats, the Liberals six and independents the other three.",
    ),
    (
        Kind.ARITHMETIC,
        "Parking will cost £2.50 an hour, so that a four-hour stay comes to £12.",
        "Parking will cost £2.50 an hour, so that a four-hour stay comes to £10.",
    ),
    (
        Kind.ARITHMETIC,
        "Ms Arden, who started in 1998, retires this month after 38 years with the brigade.",
        "Ms Arden, who started in 1998, retires this month after 28 years with the brigade.",
    ),
    (
        Kind.ARITHMETIC,
        "The show opened on 2 February and closes on 16 March after a run of eight weeks.",
        "The show opened on 2 February and closes on 16 March after a run of six weeks.",
    ),
    (
        Kind.ARITHMETIC,
        "He was jailed for nine years for the robbery and three for the assault, the terms to run one after the other, for a total of 14 years.",
        "He was jailed for nine years for the robbery and three for the assault, the terms to run one after the other, for a total of 12 years.",
    ),
    (
        Kind.ARITHMETIC,
        "Batting first, Skerrow made 231. Osk replied with 198 and lost by 43 runs.",
        "Batting first, Skerrow made 231. Osk replied with 198 and lost by 33 runs.",
    ),
    (
        Kind.ARITHMETIC,
        "The reservoir holds four times as much as it did in 1990: 12 million gallons against four million.",
        "The reservoir holds three times as much as it did in 1990: 12 million gallons against four million.",
    ),
    (
        Kind.ARITHMETIC,
        "Three quarters of the 1,200 ballots, some 800, were cast by post.",
        "Three quarters of the 1,200 ballots, some 900, were cast by post.",
    ),
    (
        Kind.ARITHMETIC,
        "Net debt, £62 million a year ago, is now £48 million, a fall of £16 million.",
        "Net debt, £62 million a year ago, is now £48 million, a fall of £14 million.",
    ),
    (
        Kind.ARITHMETIC,
        "The fund will pay £3m now, £2m in June and £2m at the end of the year, £8m altogether.",
        "The fund will pay £3m now, £2m in June and £2m at the end of the year, £7m altogether.",
    ),
    (
        Kind.ARITHMETIC,
        "Some 62 per cent of respondents backed the plan, 29 per cent opposed it and 19 per cent had no opinion.",
        "Some 62 per cent of respondents backed the plan, 29 per cent opposed it and 9 per cent had no opinion.",
    ),
    (
        Kind.ARITHMETIC,
        "There were 1,204 runners at the start and 1,131 at the finish, so that 83 dropped out.",
        "There were 1,204 runners at the start and 1,131 at the finish, so that 73 dropped out.",
    ),
    (
        Kind.ARITHMETIC,
        "The minister said 18 hospitals would be built, seven in the north, six in the south and four in the west.",
        "The minister said 18 hospitals would be built, seven in the north, six in the south and five in the west.",
    ),
    (
        Kind.ARITHMETIC,
        "Barley fetched £172 a tonne, £14 less than the £196 paid last week.",
        "Barley fetched £172 a tonne, £24 less than the £196 paid last week.",
    ),
    (
        Kind.ARITHMETIC,
        "The convoy of 24 lorries, each with 18 tonnes of flour, brought 532 tonnes in all.",
        "The convoy of 24 lorries, each with 18 tonnes of flour, brought 432 tonnes in all.",
    ),
    (
        Kind.ARITHMETIC,
        "The parish, whose church dates from 1326, celebrates its 600th anniversary this summer.",
        "The parish, whose church dates from 1326, celebrates its 700th anniversary this summer.",
    ),
    (
        Kind.ARITHMETIC,
        "The trial began on 9 February and ended on 6 March, seven weeks later.",
        "The trial began on 9 February and ended on 6 March, just under four weeks later.",
    ),
    (
        Kind.ARITHMETIC,
        "The new budget of £64m is £8m more than last year's £54m.",
        "The new budget of £64m is £10m more than last year's £54m.",
    ),
    (
        Kind.ARITHMETIC,
        "Three people were killed on Monday, five on Tuesday and two on Wednesday; the 11 dead include a child.",
        "Three people were killed on Monday, five on Tuesday and two on Wednesday; the 10 dead include a child.",
    ),
    (
        Kind.ARITHMETIC,
        "The average of the three bids, £20m, £24m and £34m, is £28m.",
        "The average of the three bids, £20m, £24m and £34m, is £26m.",
    ),
    (
        Kind.ARITHMETIC,
        "More than two thirds of the 240 members, 140, voted to leave.",
        "More than two thirds of the 240 members, 170, voted to leave.",
    ),
    (
        Kind.ARITHMETIC,
        "The firm recalled 5,400 kettles on Monday.\nOf the kettles recalled, 3,100 are red and the other 2,600 are blue.",
        "The firm recalled 5,400 kettles on Monday.\nOf the kettles recalled, 3,100 are red and the other 2,300 are blue.",
    ),
]
RIGHT = [
    "The regiment had 412 men in May; 58 left over the summer and 31 joined, which leaves 385.",
    "Sixty people were in the hall when 20 men burst in, leaving 12 hurt.",
    "The school has 640 pupils. Its choir of 12 girls and nine boys won.",
    "Tickets cost £12 each and 40 of the 60 were sold, raising more than £400.",
    "The flight leaves at 10.15am and lands at 12.35pm local time, seven hours and 20 minutes later.",
    "The factory opened in 1954, closed in 1999 and stood empty for 20 years.",
    "The firm, set up in 2006, has made bikes for 12 years.",
    "He moved in 1999, when his son was born, and left in 2004, ten years before the fire.",
    "Corran won 3-1 at home, lost 2-1 away and went through 4-3 on aggregate.",
    "Wasps, with nine wins and two draws, have 44 points after bonus points.",
    "The committee has 15 members. Nine voted in favour and four against.",
    "Asked why they left, 61 per cent named pay, 47 per cent hours and 39 per cent others at work; more than one answer was allowed.",
    "The fares are £4 for adults and £2 for children, and a family of four pays £10.",
    "Stop using these kettles: 5,400 recalled\nMore than 5,000 kettles have been recalled.\nOf the kettles sold, 3,100 were red and the other 2,300 blue.",
]
