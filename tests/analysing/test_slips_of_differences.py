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
        "The council spent £1.2 million on roads and £800,000 on parks, a total of £2.2 million.",
        "The council spent £1.2 million on roads and £800,000 on parks, a total of £2 million.",
    ),
    (
        Kind.ARITHMETIC,
        "The motion was carried by 31 votes to 24, with five abstentions, out of 62 members present.",
        "The motion was carried by 31 votes to 24, with five abstentions, out of 60 members present.",
    ),
    (
        Kind.ARITHMETIC,
        "All 60 members voted: 33 for, 24 against and four abstaining.",
        "All 60 members voted: 33 for, 24 against and three abstaining.",
    ),
    (
        Kind.ARITHMETIC,
        "Some 38,400 locks are affected. Of these 21,900 are the first model; the other 15,600 are the second.",
        "The firm made 38,400 locks. Of these 21,900 are the first model; the other 16,500 are the second.",
    ),
    (
        Kind.ARITHMETIC,
        "The fund stood at £45,000 in May. It has since paid out £12,000, leaving £31,000.",
        "The fund stood at £45,000 in May. It has since paid out £12,000, leaving £33,000.",
    ),
    (
        Kind.ARITHMETIC,
        "The town had 12 schools; three have closed, leaving eight.",
        "The town had 12 schools; three have closed, leaving nine.",
    ),
    (
        Kind.ARITHMETIC,
        "Attendance rose from 1,240 to 1,560, an increase of 220.",
        "Attendance rose from 1,240 to 1,560, an increase of 320.",
    ),
    (
        Kind.ARITHMETIC,
        "Membership is now 2,450, down 350 from 2,900 a year ago.",
        "Membership is now 2,450, down 450 from 2,900 a year ago.",
    ),
    (
        Kind.ARITHMETIC,
        "Each of the 24 councillors gets £500 a month, a bill of £14,000 a month.",
        "Each of the 24 councillors gets £500 a month, a bill of £12,000 a month.",
    ),
    (
        Kind.ARITHMETIC,
        "Six buses at £410,000 each will cost £2.64 million.",
        "Six buses at £410,000 each will cost £2.46 million.",
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
    (
        Kind.ARITHMETIC,
        "The Party won 18 of the 32 seats, a majority of six.",
        "The Party won 18 of the 32 seats, a majority of four.",
    ),
    (
        Kind.ARITHMETIC,
        "Dale polled 6,214 votes, Reed 5,876 and Ott 1,105, and Dale's majority was 448.",
        "Dale polled 6,214 votes, Reed 5,876 and Ott 1,105, and Dale's majority was 338.",
    ),
    (
        Kind.ARITHMETIC,
        "She won with 6,214 votes to his 5,876, 448 more.",
        "She won with 6,214 votes to his 5,876, 338 more.",
    ),
    (
        Kind.ARITHMETIC,
        "In the referendum 54 per cent voted for and 47 per cent against.",
        "In the referendum 54 per cent voted for and 46 per cent against.",
    ),
    (
        Kind.ARITHMETIC,
        "Rovers led 2-0 at half-time and scored twice more to win 5-0.",
        "Rovers led 2-0 at half-time and scored twice more to win 4-0.",
    ),
    (
        Kind.ARITHMETIC,
        "United, with nine wins and four draws, have 33 points.",
        "United, with nine wins and four draws, have 31 points.",
    ),
    (
        Kind.ARITHMETIC,
        "The factory, which opened in 1954 and closed in 1999, ran for 55 years.",
        "The factory, which opened in 1954 and closed in 1999, ran for 45 years.",
    ),
    (
        Kind.ARITHMETIC,
        "The choir is celebrating its 60th anniversary. It was founded in 1976.",
        "The choir is celebrating its 50th anniversary. It was founded in 1976.",
    ),
    (
        Kind.ARITHMETIC,
        "The firm, set up in 2006, has traded for 30 years.",
        "The firm, set up in 2006, has traded for 20 years.",
    ),
    (Kind.ARITHMETIC, "Ten years ago, in 2006, he moved to Osk.", "Twenty years ago, in 2006, he moved to Osk."),
    (
        Kind.ARITHMETIC,
        "The siege lasted from 3 March to 10 March, ten days.",
        "The siege lasted from 3 March to 10 March, seven days.",
    ),
    (
        Kind.ARITHMETIC,
        "The show runs from 2pm to 5.30pm, a two-hour programme.",
        "The show runs from 2pm to 5.30pm, three and a half hours of music.",
    ),
    (Kind.ARITHMETIC, "Sales trebled, from 200 to 500.", "Sales trebled, from 200 to 600."),
    (
        Kind.ARITHMETIC,
        "The 5-mile road will cost £20m, or £5m a mile.",
        "The 5-mile road will cost £20m, or £4m a mile.",
    ),
    (
        Kind.ARITHMETIC,
        "With income of £48m and costs of £41m, it made a surplus of £9m.",
        "With income of £48m and costs of £41m, it made a surplus of £7m.",
    ),
    (
        Kind.ARITHMETIC,
        "The survey of 1,000 people found 620 in favour, 280 against and 110 unsure.",
        "The survey of 1,000 people found 620 in favour, 280 against and 100 unsure.",
    ),
    (
        Kind.ARITHMETIC,
        "There were 11 arrests: six on Friday and four on Saturday.",
        "There were 11 arrests: six on Friday and five on Saturday.",
    ),
    (
        Kind.ARITHMETIC,
        "Six arrests were made on Friday and four on Saturday, taking the total to 11.",
        "Six arrests were made on Friday and four on Saturday, taking the total to ten.",
    ),
    (Kind.ARITHMETIC, "Half of the 240 homes, 100, will be let.", "Half of the 240 homes, 120, will be let."),
    (
        Kind.ARITHMETIC,
        "The new limit is 20mph, 20 lower than the old 30mph.",
        "The new limit is 20mph, 10 lower than the old 30mph.",
    ),
    (
        Kind.ARITHMETIC,
        "Inspectors closed 14 kitchens in the city and nine in the suburbs last month, 25 in all, and fined one more for keeping a goat in the pantry.",
        "Inspectors closed 14 kitchens in the city and nine in the suburbs last month, 23 in all, and fined one more for keeping a goat in the pantry.",
    ),
    (
        Kind.ARITHMETIC,
        "The jury, made up of seven women and four men, will retire on Monday. The 12 jurors were told to ignore the press.",
        "The jury, made up of seven women and five men, will retire on Monday. The 12 jurors were told to ignore the press.",
    ),
    (
        Kind.ARITHMETIC,
        "The trust has 1,420 beds. It plans to close 130 of them by spring, which would leave 1,190.",
        "The trust has 1,420 beds. It plans to close 130 of them by spring, which would leave 1,290.",
    ),
    (
        Kind.ARITHMETIC,
        "The amendment was lost by 46 votes to 39, a margin of eight.",
        "The amendment was lost by 46 votes to 39, a margin of seven.",
    ),
    (
        Kind.ARITHMETIC,
        "The £240,000 raised will be split evenly between the three hospices, giving each £90,000.",
        "The £240,000 raised will be split evenly between the three hospices, giving each £80,000.",
    ),
    (
        Kind.ARITHMETIC,
        "The ferry makes six crossings a day with up to 300 passengers on each, or 2,100 a day at most.",
        "The ferry makes six crossings a day with up to 300 passengers on each, or 1,800 a day at most.",
    ),
    (
        Kind.ARITHMETIC,
        "The lighthouse, built in 1851, will be 165 years old in August.",
        "The lighthouse, built in 1851, will be 175 years old in August.",
    ),
    (
        Kind.ARITHMETIC,
        "The power failed at 6.15am and came back at 9.45am, four and a half hours later.",
        "The power failed at 6.15am and came back at 9.45am, three and a half hours later.",
    ),
    (
        Kind.ARITHMETIC,
        "City have taken 22 points from their ten matches: seven wins, two draws and a defeat.",
        "City have taken 23 points from their ten matches: seven wins, two draws and a defeat.",
    ),
    (
        Kind.ARITHMETIC,
        "The number of rough sleepers doubled, from 64 to 108, in the year to March.",
        "The number of rough sleepers doubled, from 64 to 128, in the year to March.",
    ),
    (
        Kind.ARITHMETIC,
        "It costs £9.6 million a year to run, or £900,000 a month.",
        "It costs £9.6 million a year to run, or £800,000 a month.",
    ),
    (
        Kind.ARITHMETIC,
        "The bill comes to £96, or £28 each for the four of them.",
        "The bill comes to £96, or £24 each for the four of them.",
    ),
    (
        Kind.ARITHMETIC,
        "Passenger numbers rose by 1.3 million to 9.8 million, from 8.3 million in 2024.",
        "Passenger numbers rose by 1.5 million to 9.8 million, from 8.3 million in 2024.",
    ),
    (
        Kind.ARITHMETIC,
        "Mr Vane polled 8,412 votes and Ms Orrin 7,968, giving him a majority of 544.",
        "Mr Vane polled 8,412 votes and Ms Orrin 7,968, giving him a majority of 444.",
    ),
    (
        Kind.ARITHMETIC,
        "In the past three years the club has lost £1.1m, £2.4m and £0.9m, a total of £5.4m.",
        "In the past three years the club has lost £1.1m, £2.4m and £0.9m, a total of £4.4m.",
    ),
    (
        Kind.ARITHMETIC,
        "The bakery sells 300 loaves a day at £2.20 apiece, bringing in £760 daily.",
        "The bakery sells 300 loaves a day at £2.20 apiece, bringing in £660 daily.",
    ),
    (
        Kind.ARITHMETIC,
        "Four of the seven councillors voted for the plan, and the other two against.",
        "Four of the seven councillors voted for the plan, and the other three against.",
    ),
    (
        Kind.ARITHMETIC,
        "He has been in prison since 2012, 18 years in all.",
        "He has been in prison since 2012, 14 years in all.",
    ),
    (
        Kind.ARITHMETIC,
        "Between 1990 and 2015, a span of 35 years, the herd grew.",
        "Between 1990 and 2015, a span of 25 years, the herd grew.",
    ),
    (
        Kind.ARITHMETIC,
        "Doors open at 6.30pm and the concert ends at 10pm, so the evening lasts four and a half hours.",
        "Doors open at 6.30pm and the concert ends at 10pm, so the evening lasts three and a half hours.",
    ),
    (
        Kind.ARITHMETIC,
        "The city spent $1.2 million on salt, $900,000 on plows and $400,000 on overtime, for a total of $2.9 million.",
        "The city spent $1.2 million on salt, $900,000 on plows and $400,000 on overtime, for a total of $2.5 million.",
    ),
    (
        Kind.ARITHMETIC,
        "The Colts outscored the Bears 14-7 in the first half and 10-3 in the second to win 27-10.",
        "The Colts outscored the Bears 14-7 in the first half and 10-3 in the second to win 24-10.",
    ),
    (
        Kind.ARITHMETIC,
        "Firm recalls 5,000 kettles\nThe firm is recalling 5,400 steel kettles, it said on Monday.\nOf the kettles recalled, 3,100 are red and the other 2,600 are blue.",
        "Firm recalls 5,000 kettles\nThe firm is recalling 5,400 steel kettles, it said on Monday.\nOf the kettles recalled, 3,100 are red and the other 2,300 are blue.",
    ),
]
RIGHT = [
    "Seven more people died on Sunday and five on Monday, bringing the toll to 43.",
    "The fund has £45,000, of which £12,000 is for the roof, and a remaining term of five years.",
    "Of the 18,000 papers returned, 9,120 said yes and 8,740 no; the other 140 were spoilt.",
    "He pays £850 a month, or nearly £200 a week, and £10,200 a year.",
    "The operation began at 10.40pm and ended at 3.25am, four and three-quarter hours later.",
    "The club was founded in 1902 and has played in blue for 40 years.",
    "The choir, founded in 1976, marked its 25th anniversary in 2001.",
    "Rovers led 2-0 at half-time and scored twice more but let in two to win 4-2.",
    "United, with nine wins and four draws, have 31 points from 16 games.",
    "The motion was passed by 31 votes to 24, a majority of seven.",
    "Turnout was 71 per cent in Corran and 55 per cent in Aldwick.",
    "The 12 clubs raised £60,000, more than £4,000 each.",
]
