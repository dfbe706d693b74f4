"""What the outside packet says: chosen claims, numbered, with a deadline, and nothing else."""

import re
from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.records import one_line

TITLE = "Request for comment"
_LEADS_ON = re.compile(r"[,;:](?=[”’\"'»]?$)")


@dataclass(frozen=True)
class Letter:
    """The letter's paragraphs; `claims` are numbered from 1 in the order of the article."""

    date: str
    opening: str
    claims: tuple[str, ...]
    closing: str
    deadline: str


def compose_letter(facts: PacketFacts) -> Letter:
    """Return the words of the letter."""
    count = len(facts.records)
    desk = one_line(facts.review.desk.desk_name)
    sender = f"Our {desk.lower()} desk" if desk else "We"
    verb = "is" if desk else "are"
    opening = (
        f"{sender} {verb} preparing an article that says the following. Please tell us where any of it is wrong, and "
        "give us your comment, so that we can take both into account before anything is published."
    )
    if not count:
        opening = "No statement was chosen for this letter."
    return Letter(
        date=wording.day_and_time(facts.options.made_at).split(",")[0],
        opening=opening,
        claims=tuple(_statement(record.claim.text) for record in facts.records),
        closing=_closing(facts.options.deadline) if count else "",
        deadline=deadline_words(facts.options.deadline),
    )


def deadline_words(deadline: str) -> str:
    """Return the deadline as a reader understands it: a date is written out, other words stay; empty without one."""
    if not deadline:
        return ""
    return f"Please answer by {wording.full_time(deadline) if 'T' in deadline else deadline}."


def _closing(deadline: str) -> str:
    if not deadline:
        return "Please answer by number, as soon as you can."
    return "Please answer by number. If we do not hear from you by the time given, we will say so."


def _statement(claim: str) -> str:
    """Return a claim as it stands alone, without the comma that led on to who said it."""
    return _LEADS_ON.sub("", one_line(claim))
