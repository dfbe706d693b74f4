"""An invented review in which a source's name stands everywhere that a packet has strings."""

from reviewer.model.claim import ClaimKind
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Rule
from reviewer.model.review import Desk
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, NoteKind, Signature
from tests.documents.review_builder import ReviewBuilder

NAME = "Marta Brackenfold"
PHONE = "01632 960 447"
KEPT = "Skerry"
GONE = (NAME, PHONE)

ARTICLE = f"""Harbour board knew of the cracks for a year
By Petra Lindqvist
The harbour board of Tarn knew of cracks in its pier for a year, papers seen by this newspaper show.
“We were told to wait,” said {NAME}, an engineer at {KEPT} Works until March 2026.
The repair was put at €3.4 million by {KEPT} Works, and was never begun.
The board would not say why.
"""

MAIL = f"""Statement of {NAME}, engineer
We were told to wait, and so we waited for a year.
I put the repair at €4.3 million. {KEPT} Works never began it. The men of {KEPT} knew.
Reach me on {PHONE} after six.
"""

MINUTES = f"""Minutes of the harbour board
The board heard {NAME} on the cracks in the pier.
It was resolved to wait for the spring.
"""


def marked_review(marked: bool = True) -> ReviewBuilder:
    """Return a review with the name marked in article and statement, not in the minutes, and one place kept.

    "Skerry" is marked once in the statement and stays where it stands there before; in the article it goes.
    """
    desk = Desk(title="pier-marta-brackenfold", draft=2, desk_name="Coast", reporter="Petra Lindqvist")
    made = ReviewBuilder(ARTICLE, "pier.txt", desk=desk)
    mail = made.source("statement of Marta Brackenfold.txt", MAIL, SourceKind.EMAIL, Grade.PRIMARY, f"from {NAME}")
    minutes = made.source("minutes.txt", MINUTES, SourceKind.REPORT, Grade.SECONDARY, "from the board's office")
    quote = made.claim("“We were told to wait,”", ClaimKind.DIRECT_QUOTE, NAME)
    made.found(quote, mail, "We were told to wait, and so we waited", Rule.ALTERED_QUOTE)
    made.verdict(quote, Decision.VERIFIED, second=True)
    cost = made.claim(f"The repair was put at €3.4 million by {KEPT} Works", ClaimKind.FIGURE)
    made.found(
        cost,
        mail,
        "I put the repair at €4.3 million.",
        Rule.FIGURE_CHANGED,
        differences=[(DifferenceKind.FIGURE, "€3.4 million", "€4.3 million")],
        article="€3.4 million",
        source="€4.3 million",
    )
    made.verdict(cost, Decision.FIX).correction(cost, f"{NAME} put it at €4.3 million.")
    made.note(cost, f"Ring Ms Brackenfold, {PHONE}, or marta.brackenfold@tarn.example.")
    named = made.claim(f"said {NAME}, an engineer at {KEPT} Works", ClaimKind.ASSERTION)
    made.found(
        named,
        minutes,
        f"The board heard {NAME}",
        Rule.NAME_CHANGED,
        differences=[(DifferenceKind.NAME, NAME, NAME)],
        article=NAME,
        source=NAME,
    )
    made.verdict(named, Decision.QUERY, by=Signature("MD", "Mara Dunmore", "2026-05-06T10:42:00+01:00"))
    made.note(named, f"Does {NAME} agree to be named?", NoteKind.RESPONSE_SOUGHT)
    made.note(named, f"Counsel: {NAME} must not be named in any part of this.", NoteKind.LEGAL)
    made.speaker(mail, NAME)
    if marked:
        made.mark(made.article, NAME, "R2").mark(mail, NAME, "R2").mark(mail, PHONE, "R3")
        made.mark(mail, KEPT, "R4", after="The men of")
    return made
