"""Two figures and how far they lie apart, in any wording: slips that are found, each beside a look-alike that is right."""

from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_once_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (
        "Turnover at the brewery was £4.12m, down from £3.87m a year earlier.",
        "Turnover at the brewery was £4.12m, up from £3.87m a year earlier.",
    ),
    (
        "The new library cost $52m, $9m more than the $45m that councillors had set aside.",
        "The new library cost $52m, $7m more than the $45m that councillors had set aside.",
    ),
    ("Ticket prices will go up by £4, from £22 to £28.", "Ticket prices will go up by £4, from £22 to £26."),
    (
        "There are now 87 wardens, 16 fewer than the 104 employed in 2019.",
        "There are now 87 wardens, 17 fewer than the 104 employed in 2019.",
    ),
    (
        "Attendance rose from 1,860 to 2,145, an increase of 385.",
        "Attendance rose from 1,860 to 2,145, an increase of 285.",
    ),
    (
        "The price of a season ticket has been cut by £35 to £265 from £290.",
        "The price of a season ticket has been cut by £35 to £255 from £290.",
    ),
    (
        "The fund stands at £38,400, which leaves £22,600 to find before the £60,000 target is met.",
        "The fund stands at £38,400, which leaves £21,600 to find before the £60,000 target is met.",
    ),
    ("Profits doubled to £3.4m from £1.9m.", "Profits doubled to £3.4m from £1.7m."),
    ("The vote was carried by 34 to 21, a margin of 15.", "The vote was carried by 34 to 21, a margin of 13."),
    (
        "The unemployment rate fell from 6.4 per cent to 5.1 per cent, a drop of 1.3 per cent.",
        "The unemployment rate fell from 6.4 per cent to 5.1 per cent, a drop of 1.3 percentage points.",
    ),
    (
        "Rents are now £990 a month, 20 per cent above the £900 charged two years ago.",
        "Rents are now £990 a month, 10 per cent above the £900 charged two years ago.",
    ),
    (
        "Production was 1,840 tonnes, eight per cent below the 2,091 tonnes of the year before.",
        "Production was 1,840 tonnes, 12 per cent below the 2,091 tonnes of the year before.",
    ),
    (
        "The bill for a Band D home goes from £1,820 to £1,911, up 3 per cent.",
        "The bill for a Band D home goes from £1,820 to £1,911, up 5 per cent.",
    ),
    (
        "The number of elms fell from 5,000 to 3,500, a 40% decline.",
        "The number of elms fell from 5,000 to 3,500, a 30% decline.",
    ),
    (
        "The bridge cost $418 million, $96 million more than the $322 million budgeted, an overrun of 20 percent.",
        "The bridge cost $418 million, $96 million more than the $322 million budgeted, an overrun of 30 percent.",
    ),
    (
        "The museum had 56,000 visitors, against 40,000 the year before. That is a rise of 36 per cent.",
        "The museum had 56,000 visitors, against 40,000 the year before. That is a rise of 40 per cent.",
    ),
    (
        "Costs overran by 40 per cent, to £24m against a budget of £15m.",
        "Costs overran by 60 per cent, to £24m against a budget of £15m.",
    ),
    (
        "Its share of the market slipped from 31 to 28 percent, a loss of 3 percent in a single year.",
        "Its share of the market slipped from 31 to 28 percent, a loss of 3 points in a single year.",
    ),
    ("The share price halved, from 84p to 46p.", "The share price halved, from 84p to 42p."),
    (
        "The appeal needs £75,000. It has £58,500, so £17,500 is still to be raised.",
        "The appeal needs £75,000. It has £58,500, so £16,500 is still to be raised.",
    ),
    (
        "With 61 for and 48 against, the bill passed by 15 votes.",
        "With 61 for and 48 against, the bill passed by 13 votes.",
    ),
    (
        "A loaf that cost £1.35 in January is now £1.60, which is 35p more, and smaller.",
        "A loaf that cost £1.35 in January is now £1.60, which is 25p more, and smaller.",
    ),
    (
        "In June he had owed the bank £41,000. He has paid off £16,500 and still owes £25,500, the court heard.",
        "In June he had owed the bank £41,000. He has paid off £16,500 and still owes £24,500, the court heard.",
    ),
    (
        "The rent, now £650 a month, will be £715 from April, a rise of 12 per cent, tenants were told.",
        "The rent, now £650 a month, will be £715 from April, a rise of 10 per cent, tenants were told.",
    ),
    ("The death toll doubled overnight, from 46 to 102.", "The death toll doubled overnight, from 46 to 92."),
]
RIGHT = [
    "Turnover was £4.12m, up from £3.87m, while profit was £310,000, down from £350,000.",
    "A second-hand pram costs £40, a new one more than £200.",
    "Sales were £2.1bn, down 4 per cent, and profits £180m, up from £150m.",
    "The bill has risen more than fivefold, from £12 to £65.",
    "The council lost £4m on the deal, more than twice the £1.8m it had feared.",
    "Costs fell to £6m, from £6.4m, even though wages rose from £2m to £2.2m.",
    "Growth slowed to 1.2 per cent from 1.9 per cent in the year to June.",
    "The price rose by £3 in May and by £2 in June, from £20.",
    "Rates rose from 4 per cent to 5 per cent, an increase of 25 per cent in what borrowers pay.",
    "Sixty-one per cent were in favour, 12 points more than in 2021.",
    "Support has risen from 22 per cent to 33 per cent, half as much again.",
    "The rate was 5.2 per cent, against 4.9 per cent, which the bank called a rise of 0.3 points.",
]
