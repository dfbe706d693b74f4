"""The words of the sample review: an invented country, an invented movement, an invented newspaper."""

HEADLINE = "Torren Council statement: ‘Patience is not surrender’"
STANDFIRST = (
    "The movement that holds the Torren valley marked six years of the Grell Accord with a statement saying that "
    "its fighters will return to their homes in the spring."
)
BYLINE = "By Mira Aldane, foreign correspondent"
PUBLISHED = "Published 12 September 2025, 16:05"
BROWSER_WARNING = "Your browser is out of date. Some parts of this page may not work as intended."
CAPTION = "Photo: A mission patrol below the Grell pass in August. Picture by Oskar Lindqvarn"
RELATED = (
    "Related: The road that nobody mends",
    "Related: Six winters under canvas",
)
NEWSLETTER = "Sign up for our newsletter: the week abroad, in your inbox every Saturday"
FOOT = "© 2025 The Meridian Post"

# A story paragraph, or the number of the related line that stands there.
ARTICLE: tuple[str | int, ...] = (
    "DOLMEN — The Torren Liberation Council marked the sixth anniversary of the Grell Accord on Thursday with a "
    "statement claiming that none of the three promises made to its people had been kept in full.",
    "“Our people have never accepted rule by decree and will not accept it now,” read the statement, sent to reporters "
    "on Thursday. “We are a patient nation, and patience is not surrender,” it said.",
    0,
    "“We seek a new war,” the statement added. “Our fighters may return to their homes in the spring.”",
    "The governor’s decree of 3 July was “an act of contempt, and it will be remembered”, according to the statement. "
    "It said the decree had “closed 81 village schools in a single morning”.",
    "“Our gates are open to them. It belongs to those who built it,” the statement said of the truce observers.",
    "The Council thanked neighbours who, it said, had sheltered 6,400 families for four winters.",
    "“I would be wary of anyone who says that the truce is dead,” said Tovan Resk, a spokesman for the Council.",
    "The Truce Observation Mission has recorded 61 breaches since January, down from 85 in the same months of last "
    "year, said Hanne Solberg, its spokeswoman. That is a fall of 28 percent.",
    "“It is bruised, not broken,” she said of the truce in an e-mail.",
    "The statement did not address the fact that most of the breaches were committed by both sides within two "
    "kilometres of the pass. The mission said it could not confirm the Council’s figure of 214 people taken from "
    "their homes; its own list holds 96 names.",
    1,
    "All 18 of the schools are still closed.",
    "The Council has bought anti-aircraft missiles abroad in recent weeks.",
    "Idrek Malvas, a former schoolteacher, was elected head of the Council in July by 31 votes to 19. Lenka Oradu, "
    "the interior minister, said then that the government would “talk to anybody who puts down the rifle first”.",
    "The accord, signed on Tuesday, 11 September 2019, ended seven years of fighting in which about 9,000 people died.",
)

STATEMENT_HEAD = (
    "TORREN LIBERATION COUNCIL",
    "Statement on the sixth anniversary of the Grell Accord",
    "11 September 2025",
)
STATEMENT: tuple[str, ...] = (
    "Six years ago the government in Dolmen put its name to the Grell Accord and promised our people their own "
    "schools, their own courts and their own roads. Not one of the three promises has been kept in full.",
    "Our people have never accepted rule by decree and will not accept it now. We are a patient nation, but patience "
    "is not surrender.",
    "We do not seek a new war. If the garrisons leave the valley by the end of the year, our fighters may return to "
    "their homes in the spring.",
    "The governor’s decree of 3 June closed 18 village schools in a single morning. It was an act of contempt, and it "
    "will be remembered.",
    "Since the accord was signed, 214 of our people have been taken from their homes, and 37 of them have not been "
    "heard of again.",
    "Idrek Malvas, who was elected head of the Council in July, has asked the observers to visit every village in the "
    "valley before the snow comes. Our gates are open to them.",
    "The road through the Grell pass was built by our fathers with their own hands. It belongs to those who built it.",
    "We thank the neighbours who have sheltered 6,400 of our families through four winters.",
)
STATEMENT_CONTACT = "Contact: Tovan Resk, office of the Council, 01632 960 733, office@torrencouncil.example"

MAIL_SENDER = "Hanne Sollberg <h.sollberg@truce-mission.example>"
MAIL_TO = "Mira Aldane <m.aldane@meridianpost.example>"
MAIL_DATE = "Fri, 12 Sep 2025 09:40:00 +0200"
MAIL_SUBJECT = "Re: Your questions on the Torren statement"
MAIL = """\
Dear Mira,

You may quote what follows, attributed to me as spokeswoman of the Truce Observation Mission.

We have recorded 61 breaches of the truce since January, against 85 in the same months of last year. Most of them were committed by both sides within two kilometres of the Grell pass.

We cannot confirm the Council’s figure of 214 people taken from their homes. Our own list holds 96 names, and 12 of them are still missing.

The decree closed 18 schools. Eleven of them have opened again since, as the attached note shows.

I would be wary of anyone who says that the truce is dead. It is bruised, not broken.

One family on our list asked not to be named: please do not print the name of Sela Draum, who is nine. If you need more before your deadline, my mobile (not for publication) is 07700 900 318.

Hanne Sollberg
Truce Observation Mission
"""
NOTE_NAME = "monitoring-note.txt"
NOTE = """\
TRUCE OBSERVATION MISSION
Monitoring note 31
Released 5 September 2025

Breaches of the truce, January to August

Month          2025    2024
January           9      14
February          7      11
March             8      12
April             6      10
May               8       9
June              9      10
July              7       9
August            7      10
Total            61      85

Schools closed by the decree of 3 June: 18
Opened again by 31 August: 11

The mission has 140 observers in the valley.
"""

EARLIER_HEADLINE = "Torren council names schoolteacher as its head"
EARLIER_BYLINE = "By Mira Aldane | Foreign desk | 14 July 2025"
EARLIER_HEADER = "The Meridian Post, archive copy"
EARLIER_FOOTNOTE = "The number of dead is the estimate of the Dolmen Institute of 2021."
EARLIER_COMMENT = ("Piet Harrow", "Votes confirmed with the Council’s office by telephone.")
"""Pieces of its paragraphs: plain words, or ("inserted" or "deleted", words)."""
EARLIER: tuple[tuple[str | tuple[str, str], ...], ...] = (
    (
        "The Torren Liberation Council has elected Idrek Malvas, a ",
        ("deleted", "retired"),
        ("inserted", "former"),
        " schoolteacher of 44, as its head. He won by 31 votes to 19 on Saturday, 12 July, the Council’s office said.",
    ),
    ("Lenka Oradu, the interior minister, said the government would “talk to anybody who puts down the rifle first”.",),
    (
        "The Grell Accord of 11 September 2019 ended seven years of fighting in which about 9,000 people",
        ("inserted", ", most of them civilians,"),
        " died.",
    ),
)
