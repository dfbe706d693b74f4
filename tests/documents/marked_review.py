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


def marked_review(marked: bool = True, name: str = NAME) -> ReviewBuilder:
    """Return a review with the name marked in article and statement, not in the minutes, and one place kept.

    "Skerry" is marked once in the statement and stays where it stands there before; in the article it goes.
    """
    article, statement, heard = (text.replace(NAME, name) for text in (ARTICLE, MAIL, MINUTES))
    slug = name.casefold().replace(" ", "-")
    desk = Desk(title=f"pier-{slug}", draft=2, desk_name="Coast", reporter="Petra Lindqvist")
    made = ReviewBuilder(article, "pier.txt", desk=desk)
    mail = made.source(f"statement of {name}.txt", statement, SourceKind.EMAIL, Grade.PRIMARY, f"from {name}")
    minutes = made.source("minutes.txt", heard, SourceKind.REPORT, Grade.SECONDARY, "from the board's office")
    quote = made.claim("“We were told to wait,”", ClaimKind.DIRECT_QUOTE, name)
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
    made.verdict(cost, Decision.FIX).correction(cost, f"{name} put it at €4.3 million.")
    made.note(cost, f"Ring her on {PHONE}, or write to {slug}@tarn.example.")
    named = made.claim(f"said {name}, an engineer at {KEPT} Works", ClaimKind.ASSERTION)
    made.found(
        named,
        minutes,
        f"The board heard {name}",
        Rule.NAME_CHANGED,
        differences=[(DifferenceKind.NAME, name, name)],
        article=name,
        source=name,
    )
    made.verdict(named, Decision.QUERY, by=Signature("MD", "Mara Dunmore", "2026-05-06T10:42:00+01:00"))
    made.note(named, f"Does {name} agree to be named?", NoteKind.RESPONSE_SOUGHT)
    made.note(named, f"Counsel: {name} must not be named in any part of this.", NoteKind.LEGAL)
    made.speaker(mail, name)
    if marked:
        made.mark(made.article, name, "R2").mark(mail, name, "R2").mark(mail, PHONE, "R3")
        made.mark(mail, KEPT, "R4", after="The men of")
    return made
