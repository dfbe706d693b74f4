"""Who says a passage in its source, and whether two names can be one speaker."""

import re
import unicodedata
from bisect import bisect_left

import msgspec

from reviewer.matching.authors import Author, author_of
from reviewer.matching.library import Library
from reviewer.matching.reported import Reporter, full_names, is_full_name, quotation_round, reported_by
from reviewer.matching.rules import word_list
from reviewer.model.analysis import Analysis
from reviewer.model.geometry import Span

_PERSON = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,3}"
_LABEL = re.compile(
    rf"(?:^[ \t]*(?P<label>[A-Z][^:\n]{{1,70}})|(?<=[.!?…] )(?P<inline>{_PERSON}(?:, [a-z][a-z -]{{2,40}})?)):(?=\s)",
    re.MULTILINE,
)
"""The label of a turn: at the start of a line, or a person's full name after a sentence's end."""

_CAPITALS = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+$")
_ANSWER = re.compile(r"^(?P<who>Q(?:uestion)?|A(?:nswer)?)[.:]\s", re.MULTILINE)
_FROM = re.compile(r"^From:[ \t]*\"?(?P<name>[^\"<\n@]+?)\"?[ \t]*(?:<|$)", re.MULTILINE)
_STATEMENT = re.compile(
    r"\n(?:[\w ]{1,24} )?(?:statement|comment|remarks|speech|letter|evidence|testimony|address) (?:by|from|of) "
    r"(?P<name>[^\n]+)$",
    re.IGNORECASE | re.MULTILINE,
)
"""Looked for behind a line's end, which is found much faster than a line's beginning."""

_NO_SPEAKERS = word_list("labels_of_no_speaker")
TITLES = word_list("titles")
_INSTITUTIONS = word_list("institutions")
_ROLE = (
    r"\b(?:director|chief|spokes\w+|secretary|head|president|chair\w*|manager|officer|minister|leader|founder|co-founder|owner|"
    r"editor|professor|researcher|lawyer|solicitor|author|analyst|executive|boss|captain|coach|commissioner|representative)\b"
)
_SAME = r"[^.!?;\n]"
"""Any character within a sentence."""


def voice_of(library: Library, source: int, span: Span) -> str:
    """Return who says a passage, as far as its source tells; empty when it does not.

    Words that the source itself gives as another's are that person's, and nobody's when it does not name him. Else
    analysing knows best: the claims of the source carry their speakers. Else the label of a transcript's turn
    (`CLLR HARTNOLL: ...`), the head of a statement above it, the sender of a mail, or the author of the whole document
    speak for it.
    """
    analysis = library.analysis(source)
    name = _speaker_in_analysis(analysis, span) if analysis else ""
    author = author_voice(library, source, span)
    if not is_full_name(name) or (author and are_compatible(name, author)):
        reporter = reporter_of(library, source, span)
        if reporter and (reporter.name or author):
            return reporter.name
    if author and (
        not is_person(name) or name.isupper() or same_speaker(name, _sender(library.documents[source].text))
    ):
        return author
    return name


def author_voice(library: Library, source: int, span: Span) -> str:
    """Return in whose voice a stretch of a source is written: its turn's, its statement's, its mail's or its own."""
    text = library.documents[source].text
    label = _turn_label(library, source, span) or _statement_by(library, source, span)
    if label:
        return label
    author = author_of(text)
    if author is None:
        return _sender(text)
    return _answering(text, span, author) if author.answers else author.name


def _answering(text: str, span: Span, author: Author) -> str:
    """Return the person called for what stands in an answer, or in quotation marks where no turns are marked."""
    turns = [match["who"] for match in _ANSWER.finditer(text, 0, span.start + 3)]
    if turns:
        return author.name if turns[-1].startswith("A") else ""
    return author.name if text[max(0, span.start - 1) : span.start] in ("“", '"') else ""


class Said(msgspec.Struct, frozen=True):
    """In whose voice a passage is written (empty for none), and whose words that voice says they are."""

    author: str
    reporter: Reporter | None


def is_in_a_voice(library: Library, source: int, span: Span) -> bool:
    """Return whether a passage is one person's speech: in quotation marks, in a turn, or in what somebody wrote."""
    text = library.documents[source].text
    inside = quotation_round(text, library.paragraph_at(source, span.start), span)
    return inside is not None or bool(author_voice(library, source, span))


def said_in(library: Library, source: int, span: Span) -> Said:
    """Return what a source itself tells of whose words a passage is."""
    return Said(author_voice(library, source, span), reporter_of(library, source, span))


def reporter_of(library: Library, source: int, span: Span) -> Reporter | None:
    """Return whose words a source says a passage is, by the clause before or after its quotation marks."""
    text = library.documents[source].text
    reporter = reported_by(text, library.paragraph_at(source, span.start), span)
    author = author_of(text) if reporter and reporter.is_a_pronoun else None
    return Reporter(author.name, author.name) if author and author.answers else reporter


def _speaker_in_analysis(analysis: Analysis, span: Span) -> str:
    best, name = 0, ""
    for claim in analysis.claims:
        shared = claim.span.overlap(span)
        if (
            claim.attribution
            and claim.attribution.resolved
            and shared > best
            and 2 * shared >= min(span.length, claim.span.length)
        ):
            best, name = shared, claim.attribution.resolved
    first = name.split()[0].casefold() if name.split() else ""
    return "" if first in _NO_SPEAKERS or first in word_list("pronouns") or len(name) == 1 else name


def _turn_label(library: Library, source: int, span: Span) -> str:
    """Return the label of the turn that a passage stands in: a name before a colon at the start of a line."""
    text = library.documents[source].text
    paragraph = library.paragraph_at(source, span.start)
    labels = [m for m in _LABEL.finditer(text, paragraph.start, span.end) if m.start() <= span.start + 2]
    if not labels:
        return ""
    label = (labels[-1]["label"] or labels[-1]["inline"]).strip()
    name = re.sub(r"\s*\([^)]*\)", "", label).split(",")[0].strip()
    words = name.split()
    if not words or words[0].casefold() in _NO_SPEAKERS or len(words) > 5 or len(name) == 1:
        return ""
    if len(words) == 1 and not name.isupper() and not _is_a_name(name, text):
        return ""
    if _CAPITALS.match(name) or all(word[0].isupper() for word in words if word[0].isalpha()):
        return _full_name(name, library, source)
    return ""


def _is_a_name(word: str, text: str) -> bool:
    """Return whether a lone word before a colon is somebody's name: it is so again, or stands after a first name."""
    name = re.escape(word)
    return len(re.findall(rf"^[ \t]*{name}:", text, re.MULTILINE)) > 1 or bool(
        re.search(rf"\b(?:[A-ZÀ-Þ][\w.'’-]+|Mr|Mrs|Ms|Dr)\.?[ ]{name}\b", text)
    )


def _full_name(name: str, library: Library, source: int) -> str:
    """Return the longest label of the text that the short one stands for (`CLLR HARTNOLL`: `CLLR RUTH HARTNOLL`)."""
    mine = plain_name(name)
    if not mine:
        return _in_brackets(name, library.documents[source].text)
    longest = mine
    for _, label in library.remembered(source, _LABEL):
        other = plain_name(re.sub(r"\s*\([^)]*\)", "", label).split(",")[0])
        if len(other) > len(longest) and other[-len(mine) :] == mine:
            longest = other
    return " ".join(word.title() for word in longest)


def _in_brackets(name: str, text: str) -> str:
    match = re.search(rf"{re.escape(name)}\s*\((?P<name>[^)]+)\)", text)
    return match["name"] if match else ""


def _statement_by(library: Library, source: int, span: Span) -> str:
    heads = library.remembered(source, _STATEMENT)
    above = bisect_left(heads, span.start, key=lambda head: head[0])
    if not above:
        return ""
    pieces = [piece.strip() for piece in heads[above - 1][1].split(",") if not any(c.isdigit() for c in piece)]
    named = [piece for piece in pieces if is_full_name(piece) and full_names(piece)]
    return (named or pieces or [""])[-1]


def _sender(text: str) -> str:
    match = _FROM.search(text, 0, 2000)
    return match["name"].strip() if match else ""


def plain_name(name: str) -> list[str]:
    """Return the words of a name without titles, accents, case, possessives and what follows a comma."""
    folded = unicodedata.normalize("NFKD", name.split(",")[0]).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    folded = re.sub(r"['’]s\b", "", folded)
    words = re.sub(r"[^\w\s-]", "", folded).replace("-", " ").split()
    while words and words[0] in TITLES:
        words = words[1:]
    return words


def is_person(name: str) -> bool:
    """Return whether a name reads like a person's and not like an institution's or a document's."""
    words = plain_name(name)
    return 1 <= len(words) <= 5 and not set(words) & _INSTITUTIONS and any(c.isupper() for c in name)


def are_compatible(one: str, other: str) -> bool:
    """Return whether two names can be one speaker; when in doubt they can.

    Only two persons' names that share neither surname nor initials are told apart: an institution may always speak
    through a person.
    """
    mine, theirs = plain_name(one), plain_name(other)
    if not mine or not theirs or not is_person(one) or not is_person(other):
        return True
    return (
        bool(set(mine) & set(theirs) - {"de", "del", "van", "von", "der", "la", "le", "di", "da"})
        or mine[-1] == theirs[-1]
    )


def speaks_for(institution: str, person: str, text: str) -> bool:
    """Return whether a text ties a person to an institution by a role (`Marta Quill, director of Harrow Brewery`)."""
    words = [re.escape(word) for word in plain_name(institution) if len(word) > 3]
    surname = re.escape((plain_name(person)[-1:] or [""])[0])
    if not words or not surname:
        return False
    name = rf"\b(?:{'|'.join(words)})\b"
    patterns = (
        rf"\b{surname}\b{_SAME}{{0,60}}{_ROLE}{_SAME}{{0,20}}\b(?:of|at|for|with)\b{_SAME}{{0,40}}{name}",
        rf"{name}{_SAME}{{0,40}}{_ROLE}{_SAME}{{0,40}}\b{surname}\b",
        rf"{name}[^\n]{{0,160}}\bits{_SAME}{{0,30}}{_ROLE}{_SAME}{{0,40}}\b{surname}\b",
    )
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def same_speaker(one: str, other: str) -> bool:
    """Return whether two names surely share a name word; nothing is sure about an empty one."""
    return bool(set(plain_name(one)) & set(plain_name(other)))
