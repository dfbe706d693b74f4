"""The Word comments of a packet: one thread for each claim, resolved where nothing is left to do."""

from collections.abc import Sequence

from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.remarks import MACHINE, author_of, comment_text, date_of, reply_text
from reviewer.formats.docx_comments import Comment


def threads_of(facts: PacketFacts) -> tuple[list[Comment], dict[str, list[int]]]:
    """Return all comments in order, and by claim id the ids of its thread, the opening comment first."""
    comments: list[Comment] = []
    threads: dict[str, list[int]] = {}
    for record in facts.records:
        thread = _thread(facts, record, len(comments))
        threads[record.claim.id] = [comment.number for comment in thread]
        comments += thread
    return comments, threads


def _thread(facts: PacketFacts, record: ClaimRecord, first: int) -> Sequence[Comment]:
    author, at = author_of(record), date_of(facts.options.made_at, record)
    initials = record.verdict.by.initials if record.verdict else "R"
    done = not record.needs_action
    thread = [Comment(first, author, initials, at, comment_text(record), done)]
    thread.append(Comment(first + 1, MACHINE, "R", at, reply_text(record), done, parent=first))
    if record.second is not None:
        name = record.second.name or record.second.initials
        words = f"Second reading: {record.second.initials}"
        thread.append(Comment(first + 2, name, record.second.initials, record.second.at, words, done, parent=first))
    return thread
