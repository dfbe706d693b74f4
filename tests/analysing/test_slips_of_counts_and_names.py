"""Slips inside the article, each beside a look-alike that is right: count mismatch, name spelling, unbalanced quote."""

from reviewer.model.analysis import CheckKind as Kind
from tests.analysing.slips import (  # noqa: F401 - run here, with the sentences below
    test_the_look_alike_is_left_alone,
    test_the_slip_is_found_with_its_working,
    test_what_is_right_is_left_alone,
)

PAIRS = [
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
        Kind.COUNT_MISMATCH,
        "Two of the three directors, Anna Keel, Bo Lister and Cy Munn, have resigned.",
        "Three of the four directors, Anna Keel, Bo Lister and Cy Munn, have resigned.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The inquiry made five findings: that alarms failed, that staff were not trained, that doors were locked and that nobody checked.",
        "The inquiry made four findings: that alarms failed, that staff were not trained, that doors were locked and that nobody checked.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Six countries have signed: Averland, Bresk, Corvalia, Dunmark and Esten.",
        "Five countries have signed: Averland, Bresk, Corvalia, Dunmark and Esten.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "She leaves three sons, Adam, Bill, Carl and David.",
        "She leaves four sons, Adam, Bill, Carl and David.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The shortlist of four is: Nell Ash, Omar Bey and Pia Cole.",
        "The shortlist of three is: Nell Ash, Omar Bey and Pia Cole.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The coroner gave three causes of death: drowning, cold, shock and neglect.",
        "The coroner gave four causes of death: drowning, cold, shock and neglect.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The minister set out three tests for the scheme. First, it must be cheap. Second, it must be quick. Third, it must be safe. Fourth, it must be popular.",
        "The minister set out four tests for the scheme. First, it must be cheap. Second, it must be quick. Third, it must be safe. Fourth, it must be popular.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Seven hurt as coach overturns\nNine people were hurt when a coach overturned near Osk on Friday, police said.",
        "Nine hurt as coach overturns\nNine people were hurt when a coach overturned near Osk on Friday, police said.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "All four survivors - a cook, a deckhand and the captain - were flown home.",
        "All three survivors - a cook, a deckhand and the captain - were flown home.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The trio, Al Bray, Cat Dunn, Eve Finn and Gus Hall, have played together since school.",
        "The quartet, Al Bray, Cat Dunn, Eve Finn and Gus Hall, have played together since school.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The pair - Al Bray, Cat Dunn and Eve Finn - deny the charge.",
        "The trio - Al Bray, Cat Dunn and Eve Finn - deny the charge.",
    ),
    (
        Kind.NAME_SPELLING,
        "Councillor Imogen Thackeray moved the motion. Councillor Thackery said it was overdue.",
        "Councillor Imogen Thackeray moved the motion. Councillor Thackeray said it was overdue.",
    ),
    (
        Kind.NAME_SPELLING,
        "Sergei Volkonsky left at noon. Mr Volkonski had no comment.",
        "Sergei Volkonsky left at noon. Mr Volkonsky had no comment.",
    ),
    (
        Kind.NAME_SPELLING,
        "The Marchbank Institute paid for the study. A spokeswoman for the Marchbanks Institute declined to comment.",
        "The Marchbank Institute paid for the study. A spokeswoman for the Marchbank Institute declined to comment.",
    ),
    (
        Kind.NAME_SPELLING,
        'Nicola Sturrock won the seat. "I am proud," Ms Sturock said.',
        'Nicola Sturrock won the seat. "I am proud," Ms Sturrock said.',
    ),
    (
        Kind.NAME_SPELLING,
        "Dr Femi Adebayo led the trial. Dr Adebeyo said the results were clear.",
        "Dr Femi Adebayo led the trial. Dr Adebayo said the results were clear.",
    ),
    (
        Kind.NAME_SPELLING,
        "Superintendent Hugh Pomeroy took charge. Supt Pomroy told reporters that a man was held.",
        "Superintendent Hugh Pomeroy took charge. Supt Pomeroy told reporters that a man was held.",
    ),
    (
        Kind.NAME_SPELLING,
        "Leo McAllister scored first. McAlister then hit the bar.",
        "Leo McAllister scored first. McAllister then hit the bar.",
    ),
    (
        Kind.NAME_SPELLING,
        "Giulia Bianchi was freed on Friday. Lawyers for Giulia Bianci said she would sue.",
        "Giulia Bianchi was freed on Friday. Lawyers for Giulia Bianchi said she would sue.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        '"It was dark," said Moran. "I could not see the road, and I braked too late. The court heard that he had drunk six pints.',
        '"It was dark," said Moran. "I could not see the road, and I braked too late." The court heard that he had drunk six pints.',
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "He described the plan as “a joke, a bad joke and a fraud”. She called it “unworkable, untested and rash.",
        "He described the plan as “a joke, a bad joke and a fraud”. She called it “unworkable, untested and rash”.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "‘We are not leaving,’ said Roper. ‘Not now, not ever. The bailiffs came at noon.",
        "‘We are not leaving,’ said Roper. ‘Not now, not ever.’ The bailiffs came at noon.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "The letter says the firm is “sorry for the delay (which was due to rain”.",
        "The letter says the firm is “sorry for the delay (which was due to rain)”.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        'She said the vote was a farce" and walked out.',
        'She said the vote was "a farce" and walked out.',
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "“Never again,’ she said as she left the court.",
        "“Never again,” she said as she left the court.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The four finalists are Anna Keel, Bo Lister and Cy Munn.",
        "The three finalists are Anna Keel, Bo Lister and Cy Munn.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Ministers face three choices: raise the tax, cut the service, borrow more or wait.",
        "Ministers face four choices: raise the tax, cut the service, borrow more or wait.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "Three dead in flat fire\nFour people died in a fire at a block of flats in Osk on Friday.",
        "Four dead in flat fire\nFour people died in a fire at a block of flats in Osk on Friday.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "The band's five members, Al, Bo, Cy and Di, met in jail.",
        "The band's four members, Al, Bo, Cy and Di, met in jail.",
    ),
    (
        Kind.COUNT_MISMATCH,
        "She gave two reasons for going: the pay, the hours and the boss.",
        "She gave three reasons for going: the pay, the hours and the boss.",
    ),
    (
        Kind.NAME_SPELLING,
        "Geoffrey Haines runs the shop. Jeffrey Haines has no plans to sell.",
        "Geoffrey Haines runs the shop. Geoffrey Haines has no plans to sell.",
    ),
    (
        Kind.NAME_SPELLING,
        "Brierley Council met. Brierly Council will meet again in May.",
        "Brierley Council met. Brierley Council will meet again in May.",
    ),
    (
        Kind.NAME_SPELLING,
        "Priya Raghunathan won the prize. Raghunathan’s book sold out. Ragunathan is at work on another.",
        "Priya Raghunathan won the prize. Raghunathan’s book sold out. Raghunathan is at work on another.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "“I will go, he said. “I will not come back.”",
        "“I will go,” he said. “I will not come back.”",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "The sign said “No dogs and the notice “No cats”.",
        "The sign said “No dogs” and the notice “No cats”.",
    ),
    (
        Kind.UNBALANCED_QUOTE,
        "“We were lucky, Strachle said.\n“It is a wonder that nobody died,” said Fergus Innes.",
        "“We were lucky,” Strachle said.\n“It is a wonder that nobody died,” said Fergus Innes.",
    ),
]
RIGHT = [
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
    "Some 20 homes lost in fire\nFire crews said that 21 homes had been destroyed in the night.",
    "Four die in minibus crash\nNine people were hurt in the crash in which four children died.",
]
