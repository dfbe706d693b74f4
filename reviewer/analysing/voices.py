"""Whose words a source is: the sender of a mail, the issuer of a statement or release, the speakers of a transcript."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from reviewer.analysing.interviews import find_interview
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.passages import Story
from reviewer.analysing.turns import is_read_out
from reviewer.model.document import BlockKind, Document, Furniture
from reviewer.model.geometry import Span
from reviewer.text.names import find_names
from reviewer.text.wordlists import word_set

_FROM = re.compile(r"^From:[ \t]*[\"“]?([^\"”<\n\r]{2,80}?)[\"”]?[ \t]*(?:<[^>\n]*>)?[ \t]*\r?$", re.MULTILINE)
_RELEASE = re.compile(
    r"^\s*(?:press|media|news)\s+(?:release|statement|notice|information)\b|\bfor immediate release\b", re.IGNORECASE
)
_STATEMENT_BY = re.compile(
    r"^(?:(?:a |the |full |joint |personal |written |opening )*(?:statement|letter|remarks|speech|comments?|"
    r"message|response|testimony|evidence)"
    r"(?: \w+){0,3}? (?:by|from|of)(?: the)?\s+)(?P<who>[^\n:.]{3,120})[:.]?$",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:dear|hi|hello|good (?:morning|afternoon|evening))\b[^.!?]{0,60}[,:!]?$", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:(?:yours|kind|best|warm|with)\b[\w\s]{0,30}|regards|sincerely|cheers|thanks|"
    r"many thanks)[,.!]?$",
    re.IGNORECASE,
)
_QUOTED_MAIL = re.compile(r"^(?:>|On .{5,80} wrote:$|-+ ?Original Message)")
_SECTIONS = word_set("grammar", "section_labels")
_HEAD = 6
"""Paragraphs at the top of a source that may say what it is and who issued it."""


class Voice(msgspec.Struct, frozen=True):
    """Whose words a paragraph is.

    `mention` is where the name stands, `name` what is printed there. `is_first_person` is True where "I" and "we"
    are this speaker and a quotation without a tag is theirs too; in a release the issuer speaks of others.
    """

    name: str
    mention: Span | None
    is_first_person: bool


def voices_of(document: Document, story: Story) -> dict[int, Voice]:
    """Return whose words each paragraph of a source is, by paragraph number.

    Of an article they are the newsroom's, unless it prints an interview as questions and answers.
    """
    text = document.text
    spans = [passage.span for passage in story.passages]
    turns = {number: passage.turn for number, passage in enumerate(story.passages) if passage.turn is not None}
    if turns:
        return _transcript(text, spans, turns)
    sender = _sender(document)
    if sender is not None:
        return _mail(text, spans, sender)
    interview = find_interview(text, spans)
    if interview is not None:
        name, answers = interview
        return dict.fromkeys(answers, Voice(name.of(text), name, is_first_person=True))
    statements = _statements(text, spans)
    if statements or any(block.furniture is Furniture.BYLINE for block in document.blocks):
        return statements
    return _release(text, spans)


def _transcript(text: str, spans: Sequence[Span], turns: Mapping[int, Span]) -> dict[int, Voice]:
    """Give each turn to the name in its label; a role named once in brackets (`THE CHAIR (Cllr Prosser):`) keeps it.

    Questions and answers read out in somebody's turn are nobody's: whoever reads them is not who said them.
    """
    voices: dict[int, Voice] = {}
    holders: dict[str, Span] = {}
    current: Voice | None = None
    is_interview = all(is_read_out(label.of(text)) for label in turns.values())
    for number in range(len(spans)):
        if number in turns and not is_interview and is_read_out(turns[number].of(text)):
            current = None
        elif number in turns:
            label = turns[number]
            role, bracket = _label_parts(text, label)
            if bracket is not None and not _holds_name(text, role) and _holds_name(text, bracket):
                holders[role.of(text).casefold()] = bracket
            mention = holders.get(role.of(text).casefold(), role)
            current = Voice(mention.of(text), mention, is_first_person=True)
        if current is not None:
            voices[number] = current
    return voices


def _label_parts(text: str, label: Span) -> tuple[Span, Span | None]:
    opening = label.of(text).find("(")
    if opening < 0:
        return label, None
    role = Span(label.start, label.start + len(label.of(text)[:opening].rstrip()))
    return role, Span(label.start + opening + 1, label.end - 1)


def _holds_name(text: str, span: Span) -> bool:
    names = find_names(text, span)
    return any(name.title or " " in name.name for name in names) and not any(
        word.casefold() in lexicon().roles for name in names for word in name.name.split()
    )


def _sender(document: Document) -> Voice | None:
    headers = [block.span for block in document.blocks if block.kind is BlockKind.MAIL_HEADER]
    end = headers[-1].end if headers else min(len(document.text), 600)
    match = _FROM.search(document.text, 0, end)
    if match is None or "@" in match.group(1):
        return None
    return Voice(match.group(1).strip(), Span(match.start(1), match.start(1) + len(match.group(1).rstrip())), True)


def _mail(text: str, spans: Sequence[Span], sender: Voice) -> dict[int, Voice]:
    voices: dict[int, Voice] = {}
    for number, span in enumerate(spans):
        words = span.of(text)
        if _QUOTED_MAIL.match(words):
            break
        if span.start > (sender.mention.end if sender.mention else 0) and is_letter_text(words):
            voices[number] = sender
    return voices


def is_letter_text(words: str) -> bool:
    """Return whether a paragraph of a letter says something: no header, greeting, closing or signature line."""
    if re.match(r"^[A-Z][\w-]{1,20}:\s", words) or _GREETING.match(words) or _CLOSING.match(words):
        return False
    return words[-1] in '.!?…"”’):;' and len(words.split()) > 1


def _statements(text: str, spans: Sequence[Span]) -> dict[int, Voice]:
    voices: dict[int, Voice] = {}
    current: Voice | None = None
    for number, span in enumerate(spans):
        heading = _STATEMENT_BY.match(span.of(text))
        if heading is not None:
            current = _named_voice(text, Span(span.start + heading.start("who"), span.start + heading.end("who")))
        elif current is not None and _is_heading(span.of(text)):
            current = None
        elif current is not None:
            voices[number] = current
    return voices


def _named_voice(text: str, who: Span) -> Voice:
    names = find_names(text, who)
    people = [name for name in names if " " in name.name]
    mention = (people or names)[-1].span if names else who
    return Voice(mention.of(text), mention, is_first_person=True)


def _is_heading(words: str) -> bool:
    return len(words.split()) <= 5 and words[-1:] not in '.!?…"”’,;:'


def _release(text: str, spans: Sequence[Span]) -> dict[int, Voice]:
    """Return the issuer of a release for its own words: the institution named in capitals at its head.

    A label of a newspaper's section ("BUSINESS") is no letterhead, nor is a lone word unless the text is a release.
    """
    head = list(enumerate(spans[:_HEAD]))
    marked = next((number for number, span in head if _RELEASE.search(span.of(text))), None)
    issuer = next((span for _, span in head if _is_letterhead(span.of(text))), None)
    if issuer is None or (marked is None and (issuer is not spans[0] or " " not in issuer.of(text))):
        return {}
    first = max(number for number, span in head if span == issuer or number == marked)
    voice = Voice(_capitalised(issuer.of(text)), issuer, is_first_person=False)
    return {number: voice for number in range(first + 1, len(spans)) if not _is_heading(spans[number].of(text))}


def _is_letterhead(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    shouted = bool(letters) and all(character.isupper() for character in letters)
    found = [word.casefold() for word in words.split()]
    institution = any(word in lexicon().organisation_words for word in found)
    if not shouted or len(found) > 8 or _RELEASE.search(words) or set(found) <= _SECTIONS | {"and", "&"}:
        return False
    return institution or len(found) <= 3


def _capitalised(words: str) -> str:
    small = ("OF", "AND", "FOR", "THE", "ON", "IN")
    return " ".join(w.lower() if n and w in small else w.capitalize() for n, w in enumerate(words.split()))
