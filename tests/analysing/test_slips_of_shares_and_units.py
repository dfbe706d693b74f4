"""Slips inside the article, each beside a look-alike that is right: percentage, unit."""

from reviewer.model.analysis import CheckKind as Kind
from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
    (Kind.UNIT, "The mast, at 3,900 feet (11,900m), is lit.", "The mast, at 3,900 feet (1,190m), is lit."),
    (
        Kind.PERCENTAGE,
        "Visitor numbers fell by half, from 9,000 to 6,000.",
        "Visitor numbers fell by half, from 9,000 to 4,500.",
    ),
    (
        Kind.PERCENTAGE,
        "Of 40 pupils, 12, or 25 per cent, walk to school.",
        "Of 40 pupils, 12, or 30 per cent, walk to school.",
    ),
    (
        Kind.PERCENTAGE,
        "Some 17 of the 62,400 sold, about 0.3 per cent, came loose.",
        "Some 17 of the 62,400 sold, about 0.03 per cent, came loose.",
    ),
    (
        Kind.PERCENTAGE,
        "There were 17 reports of loose handles, about 0.3 per cent of the 62,400 sold.",
        "There were 17 reports of loose handles, about 0.03 per cent of the 62,400 sold.",
    ),
    (
        Kind.PERCENTAGE,
        "The 120 flats, 40 per cent of the 400 planned, are ready.",
        "The 120 flats, 30 per cent of the 400 planned, are ready.",
    ),
    (
        Kind.PERCENTAGE,
        "Turnout was 61 per cent, with 24,300 of the 48,600 voters casting a ballot.",
        "Turnout was 50 per cent, with 24,300 of the 48,600 voters casting a ballot.",
    ),
    (
        Kind.PERCENTAGE,
        "A total of 24,300 votes were cast, from an electorate of 48,600, a turnout of 61 per cent.",
        "A total of 24,300 votes were cast, from an electorate of 48,600, a turnout of 50 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Turnout was 42.1 per cent: 8,420 of the 16,000 electors voted.",
        "Turnout was 52.6 per cent: 8,420 of the 16,000 electors voted.",
    ),
    (
        Kind.PERCENTAGE,
        "The union has 800 members; 540 voted yes, 77.5 per cent.",
        "The union has 800 members; 540 voted yes, 67.5 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Sixty per cent of the 250 staff, 140 people, will move.",
        "Sixty per cent of the 250 staff, 150 people, will move.",
    ),
    (
        Kind.PERCENTAGE,
        "Unemployment rose from 4 per cent to 5 per cent, a rise of 1 per cent.",
        "Unemployment rose from 4 per cent to 5 per cent, a rise of one percentage point.",
    ),
    (
        Kind.PERCENTAGE,
        "The rate was cut from 5.25 per cent to 5 per cent, a cut of 0.5 percentage points.",
        "The rate was cut from 5.25 per cent to 5 per cent, a cut of 0.25 percentage points.",
    ),
    (
        Kind.PERCENTAGE,
        "Support fell by 6 per cent, from 42 per cent to 36 per cent.",
        "Support fell by six points, from 42 per cent to 36 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Prices went up 25 per cent, to £23 from £20.",
        "Prices went up 15 per cent, to £23 from £20, the shop said.",
    ),
    (Kind.PERCENTAGE, "The fare rose 10%, to £3.60 from £3.", "The fare rose 20%, to £3.60 from £3."),
    (
        Kind.PERCENTAGE,
        "The number of fires fell from 80 to 60 last year, down 20 per cent.",
        "The number of fires fell from 80 to 60 last year, down 25 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Profits rose to £6.6m, from £6m, up 16 per cent.",
        "Profits rose to £6.6m, from £6m, up 10 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Rents, which were £800 in 2020, are now £1,000, a 20 per cent increase.",
        "Rents, which were £800 in 2020, are now £1,000, a 25 per cent increase.",
    ),
    (
        Kind.PERCENTAGE,
        "Last year there were 400 thefts. This year there were 500, a rise of 20 per cent.",
        "Last year there were 400 thefts. This year there were 500, a rise of 25 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "There were 500 thefts, up 20 per cent on the 400 recorded last year.",
        "There were 500 thefts, up 25 per cent on the 400 recorded last year.",
    ),
    (
        Kind.PERCENTAGE,
        "Thefts were up by 20 per cent, at 500 against 400 a year earlier.",
        "Thefts were up by 25 per cent, at 500 against 400 a year earlier.",
    ),
    (
        Kind.PERCENTAGE,
        "Sales of £5.5m compared with £5m a year earlier, a 15% rise.",
        "Sales of £5.5m compared with £5m a year earlier, a 10% rise.",
    ),
    (Kind.PERCENTAGE, "One in five, 25 per cent, said no.", "One in five, 20 per cent, said no."),
    (Kind.PERCENTAGE, "One in four pupils (20 per cent) is late.", "One in four pupils (25 per cent) is late."),
    (
        Kind.PERCENTAGE,
        "Three quarters, 80 per cent, of those asked agreed.",
        "Three quarters, 75 per cent, of those asked agreed.",
    ),
    (
        Kind.PERCENTAGE,
        "The coat, down from £80 to £60, is 30 per cent off.",
        "The coat, down from £80 to £60, is 25 per cent off.",
    ),
    (
        Kind.PERCENTAGE,
        "The firm will cut 90 of its 600 jobs, 20 per cent of the workforce.",
        "The firm will cut 90 of its 600 jobs, 15 per cent of the workforce.",
    ),
    (
        Kind.PERCENTAGE,
        "The 20 per cent tip on the £60 bill came to £15.",
        "The 20 per cent tip on the £60 bill came to £12.",
    ),
    (
        Kind.PERCENTAGE,
        "A 5 per cent rise on a salary of £30,000 is worth £2,000.",
        "A 5 per cent rise on a salary of £30,000 is worth £1,500.",
    ),
    (
        Kind.PERCENTAGE,
        "The Greens went up by three points, from 11 per cent to 15 per cent.",
        "The Greens went up by four points, from 11 per cent to 15 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "The trial gave the drug to 200 people. It helped 130 of them, 75 per cent.",
        "The trial gave the drug to 200 people. It helped 130 of them, 65 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Votes: Dale 540 (54 per cent), Reed 360 (39 per cent), Ott 100 (10 per cent).",
        "Votes: Dale 540 (54 per cent), Reed 360 (36 per cent), Ott 100 (10 per cent).",
    ),
    (
        Kind.PERCENTAGE,
        "Fewer than half of those who voted, 52 per cent, wanted change.",
        "Fewer than half of those who voted, 48 per cent, wanted change.",
    ),
    (
        Kind.PERCENTAGE,
        "A majority, 47 per cent, said they would leave.",
        "A majority, 57 per cent, said they would leave.",
    ),
    (Kind.PERCENTAGE, "More than a third, 31 per cent, said no.", "More than a third, 34 per cent, said no."),
    (Kind.UNIT, "The road is 12 miles (29km) long.", "The road is 12 miles (19km) long."),
    (Kind.UNIT, "The farm covers 300 acres (250 hectares).", "The farm covers 300 acres (121 hectares)."),
    (Kind.UNIT, "The farm covers 120 hectares, or 500 acres.", "The farm covers 120 hectares, or about 300 acres."),
    (Kind.UNIT, "Temperatures reached 38C (120F).", "Temperatures reached 38C (100F)."),
    (Kind.UNIT, "It was minus 10C (24F) in the night.", "It was minus 10C (14F) in the night."),
    (Kind.UNIT, "The bag weighed 20kg (54lb).", "The bag weighed 20kg (44lb)."),
    (Kind.UNIT, "The baby weighed 7lb 2oz (4.9kg).", "The baby weighed 7lb 2oz (3.2kg)."),
    (Kind.UNIT, "The wind reached 70mph (143km/h).", "The wind reached 70mph (113km/h)."),
    (Kind.UNIT, "The wave was 30 feet (15 metres) high.", "The wave was 30 feet (nine metres) high."),
    (Kind.UNIT, "The tank holds 500 litres (210 gallons).", "The tank holds 500 litres (110 gallons)."),
    (
        Kind.UNIT,
        "The ridge is 1,200 metres (2,900ft) above the sea.",
        "The ridge is 1,200 metres (3,900ft) above the sea.",
    ),
    (
        Kind.UNIT,
        "At $1.25 to the pound, the $500,000 house costs £625,000.",
        "At $1.25 to the pound, the $500,000 house costs £400,000.",
    ),
    (
        Kind.UNIT,
        "The loan of $2.5m (£2m at $1.25 to the pound) and another of $5m (£6m) were made.",
        "The loan of $2.5m (£2m at $1.25 to the pound) and another of $5m (£4m) were made.",
    ),
    (
        Kind.UNIT,
        "The budget is £340m. The council said the £340bn plan was sound.",
        "The budget is £340m. The council said the £340m plan was sound.",
    ),
    (
        Kind.UNIT,
        "Council's £3.2bn road plan\nThe council will spend £3.2m on roads over two years.",
        "Council's £3.2m road plan\nThe council will spend £3.2m on roads over two years.",
    ),
    (
        Kind.UNIT,
        "The £4.5 million pool was paid for by a grant. The pool cost £4.5 billion, the mayor said.",
        "The £4.5 million pool was paid for by a grant. The pool cost £4.5 million, the mayor said.",
    ),
    (
        Kind.PERCENTAGE,
        "House prices in the county rose 12 per cent last year, from an average of £250,000 to £270,000.",
        "House prices in the county rose 8 per cent last year, from an average of £250,000 to £270,000.",
    ),
    (
        Kind.PERCENTAGE,
        "The union said 1,340 of its 2,000 members, or 77 per cent, had voted to strike.",
        "The union said 1,340 of its 2,000 members, or 67 per cent, had voted to strike.",
    ),
    (
        Kind.PERCENTAGE,
        "Interest in the loan will go up half a point, from 4.25 per cent to 5 per cent.",
        "Interest in the loan will go up half a point, from 4.25 per cent to 4.75 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Approval of the mayor dropped by 8 percent, from 52 percent in May to 44 percent this month.",
        "Approval of the mayor dropped by 8 percentage points, from 52 percent in May to 44 percent this month.",
    ),
    (
        Kind.PERCENTAGE,
        "Only 45 of the 300 applicants were accepted, one in five.",
        "Only 45 of the 300 applicants were accepted, about one in seven.",
    ),
    (
        Kind.PERCENTAGE,
        "Attendance at the zoo fell by a quarter, from 80,000 to 50,000.",
        "Attendance at the zoo fell by a quarter, from 80,000 to 60,000.",
    ),
    (
        Kind.PERCENTAGE,
        "Recorded burglaries fell to 540 last year from 720 the year before, a drop of 35 per cent.",
        "Recorded burglaries fell to 540 last year from 720 the year before, a drop of 25 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "The vaccine failed in 9 of 450 people (5 per cent).",
        "The vaccine failed in 9 of 450 people (2 per cent).",
    ),
    (
        Kind.PERCENTAGE,
        "The jacket, reduced by 40 per cent from £150, now costs £100.",
        "The jacket, reduced by 40 per cent from £150, now costs £90.",
    ),
    (
        Kind.PERCENTAGE,
        "Turnout was 38.4 per cent, with 9,210 of the 30,700 people on the roll casting a vote.",
        "Turnout was 30 per cent, with 9,210 of the 30,700 people on the roll casting a vote.",
    ),
    (
        Kind.PERCENTAGE,
        "Women hold 14 of the 56 seats on the council, 35 percent.",
        "Women hold 14 of the 56 seats on the council, 25 percent.",
    ),
    (
        Kind.PERCENTAGE,
        "Nearly half of drivers, 32 per cent, admitted using a phone at the wheel.",
        "Nearly a third of drivers, 32 per cent, admitted using a phone at the wheel.",
    ),
    (
        Kind.PERCENTAGE,
        "Revenue of $84 million was up 20 percent from $75 million.",
        "Revenue of $84 million was up 12 percent from $75 million.",
    ),
    (
        Kind.PERCENTAGE,
        "The tax on a £200 flight will go from 10 per cent to 15 per cent, an increase of 5 per cent.",
        "The tax on a £200 flight will go from 10 per cent to 15 per cent, an increase of five points.",
    ),
    (
        Kind.UNIT,
        "The pipeline runs for 310 miles (399 km) across the plain.",
        "The pipeline runs for 310 miles (499 km) across the plain.",
    ),
    (Kind.UNIT, "Police seized 14 kilos (81 pounds) of the drug.", "Police seized 14 kilos (31 pounds) of the drug."),
    (Kind.UNIT, "The mercury hit 41C, or 96F, at the airport.", "The mercury hit 41C, or 106F, at the airport."),
    (
        Kind.UNIT,
        "The island, 8 sq km (13 square miles) in all, is for sale.",
        "The island, 8 sq km (3 square miles) in all, is for sale.",
    ),
    (Kind.UNIT, "Gusts of 110km/h (98mph) tore the roof off.", "Gusts of 110km/h (68mph) tore the roof off."),
    (
        Kind.UNIT,
        "A wall 2.4 metres (11ft) high now rings the estate.",
        "A wall 2.4 metres (8ft) high now rings the estate.",
    ),
    (
        Kind.UNIT,
        "The dam holds 3,000 litres, around 360 gallons, of milk.",
        "The dam holds 3,000 litres, around 660 gallons, of milk.",
    ),
    (
        Kind.UNIT,
        "At 1,344 metres (3,409ft), the peak is the highest in the land.",
        "At 1,344 metres (4,409ft), the peak is the highest in the land.",
    ),
    (
        Kind.PERCENTAGE,
        "Admissions rose by a tenth to 5,500 from 4,500.",
        "Admissions rose by a tenth to 5,500 from 5,000.",
    ),
    (
        Kind.PERCENTAGE,
        "Unemployment fell to 4.2 percent from 4.9 percent, a decline of 0.9 points.",
        "Unemployment fell to 4.2 percent from 4.9 percent, a decline of 0.7 points.",
    ),
    (
        Kind.PERCENTAGE,
        "Exports were worth €44 million, 20 per cent more than the €40 million of 2024.",
        "Exports were worth €44 million, 10 per cent more than the €40 million of 2024.",
    ),
    (
        Kind.PERCENTAGE,
        "The clinic saw 1,800 patients, up from 1,500, an increase of 30 percent.",
        "The clinic saw 1,800 patients, up from 1,500, an increase of 20 percent.",
    ),
    (
        Kind.PERCENTAGE,
        "Of the 860 homes inspected, 215 were damp, or 35 per cent.",
        "Of the 860 homes inspected, 215 were damp, or 25 per cent.",
    ),
    (
        Kind.PERCENTAGE,
        "Eight in ten of those asked, 70 per cent, said they felt safe.",
        "Eight in ten of those asked, 80 per cent, said they felt safe.",
    ),
    (
        Kind.PERCENTAGE,
        "The levy of 2 per cent on the £3.5 million sale brought in £90,000.",
        "The levy of 2 per cent on the £3.5 million sale brought in £70,000.",
    ),
    (
        Kind.PERCENTAGE,
        "Membership slumped by 60 per cent, from 5,000 to 3,000.",
        "Membership slumped by 40 per cent, from 5,000 to 3,000.",
    ),
    (
        Kind.PERCENTAGE,
        "Some 30 of the 120 seats, 20 per cent, are held by women.",
        "Some 30 of the 120 seats, 25 per cent, are held by women.",
    ),
    (
        Kind.UNIT,
        "The asteroid passed within 40,000 miles (94,000 km) of the earth.",
        "The asteroid passed within 40,000 miles (64,000 km) of the earth.",
    ),
    (Kind.UNIT, "Rain of 50mm (five inches) fell overnight.", "Rain of 50mm (two inches) fell overnight."),
    (Kind.UNIT, "The plot of half an acre (2 hectares) was sold.", "The plot of half an acre (0.2 hectares) was sold."),
    (Kind.UNIT, "The oven should be at 220C (528F).", "The oven should be at 220C (428F)."),
    (Kind.UNIT, "The tower is 90 metres, or 395 feet, tall.", "The tower is 90 metres, or 295 feet, tall."),
]
RIGHT = [
    "The fee has doubled, a rise of 100 per cent, to £70 from £35.",
    "The drug cut the risk by 25 percent, from four in 100 to three in 100.",
    "Consumers who were gloomy jumped to 32.6 from 29.4, while those in good cheer slipped to 12.6 from 13.",
    "Sales were up 18 percent to $96 million, and those of milk down 3 percent to $410 million.",
    "Sales fell 3 per cent in 2024 to 900, and in 2025 rose to 1,000, a rise of 11 per cent.",
    "Faults were found in 17 of the 68 lifts, a quarter of them.",
    "The write-down is $9 million, 2 percent of assets of $450 million and 20 percent of profit.",
    "Of 40 pupils, 12 walk; of the rest, 25 per cent cycle.",
    "The Reds are on 31 per cent, up from 26, and the Blues on 40, down two points.",
    "Sixty per cent of the 250 staff are women, 140 of them part-time.",
    "Births fell from 2,340 in 2023 to 1,985 in 2024, a drop of 355.",
    "More than half, 52 per cent, said yes, and just under a third, 32 per cent, no.",
    "The lake has warmed by 1.5C (2.7F) since 1980.",
    "The tank holds 500 litres (132 gallons), the American firm said.",
    "The tank holds 500 litres (110 gallons), the British firm said.",
    "The scheme, which was to cost £900 million, is now put at £1.2 billion.",
    "The bank lent £340m to the city and £12bn to the state.",
    "The ridge is 1,200 metres (third highest) above the sea.",
    "The van does 47 miles to the gallon (six litres per 100km).",
]
