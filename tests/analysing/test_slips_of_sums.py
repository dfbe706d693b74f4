"""Slips inside the article, each beside a look-alike that is right: arithmetic."""

import pytest

from reviewer.model.analysis import CheckKind as Kind

PAIRS = [
    (
        Kind.ARITHMETIC,
        "The council spent £1.2 million on roads and £800,000 on parks, a total of £2.2 million.",
        "The council spent £1.2 million on roads and £800,000 on parks, a total of £2 million.",
    ),
    (
        Kind.ARITHMETIC,
        "Twelve people died in the north and seven in the south, bringing the toll to 20.",
        "Twelve people died in the north and seven in the south, bringing the toll to 19.",
    ),
    (
        Kind.ARITHMETIC,
        "The motion was carried by 31 votes to 24, with five abstentions, out of 62 members present.",
        "The motion was carried by 31 votes to 24, with five abstentions, out of 60 members present.",
    ),
    (
        Kind.ARITHMETIC,
        "The committee has 15 members. Nine voted in favour, four against and three abstained.",
        "The committee has 15 members. Nine voted in favour, four against and two abstained.",
    ),
    (
        Kind.ARITHMETIC,
        "All 60 members voted: 33 for, 24 against and four abstaining.",
        "All 60 members voted: 33 for, 24 against and three abstaining.",
    ),
    (
        Kind.ARITHMETIC,
        "Of the 38,400 locks, 21,900 are the Lumen 2 and the other 15,600 the Lumen 3.",
        "Of the 38,400 locks, 21,900 are the Lumen 2 and the other 16,500 the Lumen 3.",
    ),
    (
        Kind.ARITHMETIC,
        "Some 38,400 locks are affected. Of these 21,900 are the first model; the other 15,600 are the second.",
        "The firm made 38,400 locks. Of these 21,900 are the first model; the other 16,500 are the second.",
    ),
    (
        Kind.ARITHMETIC,
        "The school has 640 pupils. There are 310 girls and 320 boys.",
        "The school has 640 pupils. There are 310 girls and 330 boys.",
    ),
    (
        Kind.ARITHMETIC,
        "The fund stood at £45,000 in May. It has since paid out £12,000, leaving £31,000.",
        "The fund stood at £45,000 in May. It has since paid out £12,000, leaving £33,000.",
    ),
    (
        Kind.ARITHMETIC,
        "The firm, which has 480 staff, will cut 120 jobs, leaving 340.",
        "The firm, which has 480 staff, will cut 120 jobs, leaving 360.",
    ),
    (
        Kind.ARITHMETIC,
        "The town had 12 schools; three have closed, leaving eight.",
        "The town had 12 schools; three have closed, leaving nine.",
    ),
    (Kind.ARITHMETIC, "The bill rose by £45 to £312 from £277.", "The bill rose by £45 to £312 from £267."),
    (
        Kind.ARITHMETIC,
        "Attendance rose from 1,240 to 1,560, an increase of 220.",
        "Attendance rose from 1,240 to 1,560, an increase of 320.",
    ),
    (
        Kind.ARITHMETIC,
        "The number of patients waiting went up by 300, from 1,200 to 1,600.",
        "The number of patients waiting went up by 400, from 1,200 to 1,600.",
    ),
    (
        Kind.ARITHMETIC,
        "Membership is now 2,450, down 350 from 2,900 a year ago.",
        "Membership is now 2,450, down 450 from 2,900 a year ago.",
    ),
    (
        Kind.ARITHMETIC,
        "Membership, which was 2,900 last year, has fallen to 2,450, a loss of 350.",
        "Membership, which was 2,900 last year, has fallen to 2,450, a loss of 450.",
    ),
    (
        Kind.ARITHMETIC,
        "Each of the 24 councillors gets £500 a month, a bill of £14,000 a month.",
        "Each of the 24 councillors gets £500 a month, a bill of £12,000 a month.",
    ),
    (
        Kind.ARITHMETIC,
        "The 30 new buses cost £250,000 each, or £6.5 million in all.",
        "The 30 new buses cost £250,000 each, or £7.5 million in all.",
    ),
    (
        Kind.ARITHMETIC,
        "Six buses at £410,000 each will cost £2.64 million.",
        "Six buses at £410,000 each will cost £2.46 million.",
    ),
    (
        Kind.ARITHMETIC,
        "The council bought 15 benches for £18,000, or £1,500 each.",
        "The council bought 15 benches for £18,000, or £1,200 each.",
    ),
    (
        Kind.ARITHMETIC,
        "The prize of £60,000 was shared equally by five winners, who get £15,000 each.",
        "The prize of £60,000 was shared equally by five winners, who get £12,000 each.",
    ),
    (
        Kind.ARITHMETIC,
        "He will pay £50 a week for 52 weeks, £2,800 in total.",
        "He will pay £50 a week for 52 weeks, £2,600 in total.",
    ),
    (Kind.ARITHMETIC, "The rent is £850 a month, or £9,600 a year.", "The rent is £850 a month, or £10,200 a year."),
    (
        Kind.ARITHMETIC,
        "He was sentenced to four years for the robbery and two years for the assault, to run consecutively, making seven years in all.",
        "He was sentenced to four years for the robbery and two years for the assault, to run consecutively, making six years in all.",
    ),
    (
        Kind.ARITHMETIC,
        "The Party won 18 of the 32 seats, a majority of six.",
        "The Party won 18 of the 32 seats, a majority of four.",
    ),
    (
        Kind.ARITHMETIC,
        "Labour won 14 seats, the Greens nine and independents four in the 28-seat chamber.",
        "Labour won 14 seats, the Greens nine and independents five in the 28-seat chamber.",
    ),
    (
        Kind.ARITHMETIC,
        "Dale polled 6,214 votes, Reed 5,876 and Ott 1,105, and Dale's majority was 448.",
        "Dale polled 6,214 votes, Reed 5,876 and Ott 1,105, and Dale's majority was 338.",
    ),
    (
        Kind.ARITHMETIC,
        "Dale (6,214 votes) beat Reed (5,876) by 448 votes.",
        "Dale (6,214 votes) beat Reed (5,876) by 338 votes.",
    ),
    (
        Kind.ARITHMETIC,
        "She won with 6,214 votes to his 5,876, 448 more.",
        "She won with 6,214 votes to his 5,876, 338 more.",
    ),
    (Kind.ARITHMETIC, "Yes won by 52.4 per cent to 47.8 per cent.", "Yes won by 52.4 per cent to 47.6 per cent."),
    (
        Kind.ARITHMETIC,
        "In the referendum 54 per cent voted for and 47 per cent against.",
        "In the referendum 54 per cent voted for and 46 per cent against.",
    ),
    (
        Kind.ARITHMETIC,
        "The poll put the Blues on 38%, the Reds on 33%, the Greens on 18% and others on 21%.",
        "The poll put the Blues on 38%, the Reds on 33%, the Greens on 18% and others on 11%.",
    ),
    (
        Kind.ARITHMETIC,
        "Rovers led 2-0 at half-time and scored twice more to win 5-0.",
        "Rovers led 2-0 at half-time and scored twice more to win 4-0.",
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
        "United, with nine wins and four draws, have 33 points.",
        "United, with nine wins and four draws, have 31 points.",
    ),
    (
        Kind.ARITHMETIC,
        "After the first leg ended 2-1 and the second 1-1, Rovers went through 4-2 on aggregate.",
        "After the first leg ended 2-1 and the second 1-1, Rovers went through 3-2 on aggregate.",
    ),
    (Kind.ARITHMETIC, "The bridge opened in 1926, 110 years ago.", "The bridge opened in 1926, 100 years ago."),
    (
        Kind.ARITHMETIC,
        "The factory, which opened in 1954 and closed in 1999, ran for 55 years.",
        "The factory, which opened in 1954 and closed in 1999, ran for 45 years.",
    ),
    (
        Kind.ARITHMETIC,
        "The choir, founded in 1976, marks its 40th anniversary this year.",
        "The choir, founded in 1976, marks its 50th anniversary this year.",
    ),
    (
        Kind.ARITHMETIC,
        "The choir is celebrating its 60th anniversary. It was founded in 1976.",
        "The choir is celebrating its 50th anniversary. It was founded in 1976.",
    ),
    (
        Kind.ARITHMETIC,
        "The shop has been open since 1986 and is 30 years old.",
        "The shop has been open since 1986 and is 40 years old.",
    ),
    (
        Kind.ARITHMETIC,
        "The firm, set up in 2006, has traded for 30 years.",
        "The firm, set up in 2006, has traded for 20 years.",
    ),
    (
        Kind.ARITHMETIC,
        "It was the first flood since 1996, 20 years ago.",
        "It was the first flood since 1996, 30 years ago.",
    ),
    (Kind.ARITHMETIC, "Ten years ago, in 2006, he moved to Osk.", "Twenty years ago, in 2006, he moved to Osk."),
    (
        Kind.ARITHMETIC,
        "He served as mayor from 2008 until 2020, a total of 15 years.",
        "He served as mayor from 2008 until 2020, a total of 12 years.",
    ),
    (
        Kind.ARITHMETIC,
        "The siege lasted from 3 March to 10 March, ten days.",
        "The siege lasted from 3 March to 10 March, seven days.",
    ),
    (
        Kind.ARITHMETIC,
        "The ship left on 1 February and arrived on 21 February, 30 days later.",
        "The ship left on 1 February and arrived on 21 February, 20 days later.",
    ),
    (
        Kind.ARITHMETIC,
        "The show runs from 2pm to 5.30pm, a two-hour programme.",
        "The show runs from 2pm to 5.30pm, three and a half hours of music.",
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
    (Kind.ARITHMETIC, "Sales trebled, from 200 to 500.", "Sales trebled, from 200 to 600."),
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
        "The 5-mile road will cost £20m, or £5m a mile.",
        "The 5-mile road will cost £20m, or £4m a mile.",
    ),
    (
        Kind.ARITHMETIC,
        "Turnover was £48.2m and costs were £41.7m, giving a profit of £7.5m.",
        "Turnover was £48.2m and costs were £41.7m, giving a profit of £6.5m.",
    ),
    (
        Kind.ARITHMETIC,
        "With income of £48m and costs of £41m, it made a surplus of £9m.",
        "With income of £48m and costs of £41m, it made a surplus of £7m.",
    ),
    (
        Kind.ARITHMETIC,
        "The scheme will cost £14m, of which the state will pay £9m and the town the remaining £6m.",
        "The scheme will cost £14m, of which the state will pay £9m and the town the remaining £5m.",
    ),
    (
        Kind.ARITHMETIC,
        "The survey of 1,000 people found 620 in favour, 280 against and 110 unsure.",
        "The survey of 1,000 people found 620 in favour, 280 against and 100 unsure.",
    ),
    (
        Kind.ARITHMETIC,
        "The crew of nine, five women and three men, sailed at dawn.",
        "The crew of nine, five women and four men, sailed at dawn.",
    ),
    (
        Kind.ARITHMETIC,
        "There were 11 arrests: six on Friday and four on Saturday.",
        "There were 11 arrests: six on Friday and five on Saturday.",
    ),
    (
        Kind.ARITHMETIC,
        "Police made six arrests on Friday and four on Saturday, 11 in total.",
        "Police made six arrests on Friday and four on Saturday, ten in total.",
    ),
    (
        Kind.ARITHMETIC,
        "Six arrests were made on Friday and four on Saturday, taking the total to 11.",
        "Six arrests were made on Friday and four on Saturday, taking the total to ten.",
    ),
    (Kind.ARITHMETIC, "Two thirds of the 90 staff, or 50, voted yes.", "Two thirds of the 90 staff, or 60, voted yes."),
    (Kind.ARITHMETIC, "Half of the 240 homes, 100, will be let.", "Half of the 240 homes, 120, will be let."),
    (
        Kind.ARITHMETIC,
        "A quarter of the 240 homes, 80, will be affordable.",
        "A quarter of the 240 homes, 60, will be affordable.",
    ),
    (
        Kind.ARITHMETIC,
        "The new limit is 20mph, 20 lower than the old 30mph.",
        "The new limit is 20mph, 10 lower than the old 30mph.",
    ),
    (
        Kind.ARITHMETIC,
        "The firm recalled 5,400 kettles on Monday.\nOf the kettles recalled, 3,100 are red and the other 2,600 are blue.",
        "The firm recalled 5,400 kettles on Monday.\nOf the kettles recalled, 3,100 are red and the other 2,300 are blue.",
    ),
]
RIGHT = [
    "The regiment had 412 men in May; 58 left over the summer and 31 joined, which leaves 385.",
    "Seven more people died on Sunday and five on Monday, bringing the toll to 43.",
    "Sixty people were in the hall when 20 men burst in, leaving 12 hurt.",
    "The fund has £45,000, of which £12,000 is for the roof, and a remaining term of five years.",
    "The school has 640 pupils. Its choir of 12 girls and nine boys won.",
    "Of the 18,000 papers returned, 9,120 said yes and 8,740 no; the other 140 were spoilt.",
    "Tickets cost £12 each and 40 of the 60 were sold, raising more than £400.",
    "He pays £850 a month, or nearly £200 a week, and £10,200 a year.",
    "The flight leaves at 10.15am and lands at 12.35pm local time, seven hours and 20 minutes later.",
    "The operation began at 10.40pm and ended at 3.25am, four and three-quarter hours later.",
    "The factory opened in 1954, closed in 1999 and stood empty for 20 years.",
    "The club was founded in 1902 and has played in blue for 40 years.",
    "The firm, set up in 2006, has made bikes for 12 years.",
    "The choir, founded in 1976, marked its 25th anniversary in 2001.",
    "He moved in 1999, when his son was born, and left in 2004, ten years before the fire.",
    "Rovers led 2-0 at half-time and scored twice more but let in two to win 4-2.",
    "Corran won 3-1 at home, lost 2-1 away and went through 4-3 on aggregate.",
    "United, with nine wins and four draws, have 31 points from 16 games.",
    "Wasps, with nine wins and two draws, have 44 points after bonus points.",
    "The motion was passed by 31 votes to 24, a majority of seven.",
    "The committee has 15 members. Nine voted in favour and four against.",
    "Turnout was 71 per cent in Corran and 55 per cent in Aldwick.",
    "Asked why they left, 61 per cent named pay, 47 per cent hours and 39 per cent others at work; more than one answer was allowed.",
    "The 12 clubs raised £60,000, more than £4,000 each.",
    "The fares are £4 for adults and £2 for children, and a family of four pays £10.",
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
