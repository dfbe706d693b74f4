"""Sentences in which two speakers have their say: cut where the wording makes it plain."""

import re
from collections.abc import Sequence

import msgspec

from reviewer.analysing.figures import has_figure
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.parse import Parse, ParsedWord
from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_JOINT = re.compile(r";\s+|,\s+(?=(?:but|while|whereas|although|though|and|with)\s)")

_OWN_JOINT = re.compile(r";\s+|,\s+(?=(?:while|whereas)\s)")
_EXPECTED = re.compile(
    r",\s+(?=(?:beating|topping|missing|exceeding|surpassing|undershooting|(?:just |well |far )?(?:ahead of|"
    r"short of)|(?:well |just |"
    r"far )?(?:above|below))\s"
    r"(?:[^,;.]|\.\d){0,60}\b(?:analysts?|forecasts?|expected|expectations|estimates|consensus|predicted)\b)"
)
"""What a result is held against stands in another source than the result."""
_JOINING = re.compile(r"[\s,;:—–-]+(?:(?:and|but|then|also|later|has|had|have|while|who)[\s,]+)*$")
_SHORTEST_HALF = 4


def own_halves(text: str, sentence: Span, parse: Parse) -> list[Span]:
    """Return the parts of a sentence of the newsroom's own that are to be checked apart; mostly the whole of it.

    It is cut at a semicolon, or at a comma with "while" or "whereas", when both sides have a subject and a verb
    of their own that do not lean on one another, unless both tell figures of one list; and before a comparison with
    what analysts had expected.
    """
    parts = [sentence]
    for joint in _OWN_JOINT.finditer(text, sentence.start, sentence.end):
        first, second = Span(parts[-1].start, joint.start() + 1), Span(joint.end(), sentence.end)
        both_count = has_figure(text, first) and has_figure(text, second)
        if not both_count and _stands_alone(parse, first) and _stands_alone(parse, second):
            parts[-1:] = [first, second]
    expected = _EXPECTED.search(text, parts[-1].start, parts[-1].end)
    if expected is not None:
        last = parts[-1]
        parts[-1:] = [Span(last.start, expected.start() + 1), Span(expected.end(), last.end)]
    return parts


def _stands_alone(parse: Parse, part: Span) -> bool:
    """Return whether a part has a verb with a subject of its own, that subject being no pronoun."""
    words = [word for word in parse.within(part) if word.text.isalnum()]
    subjects = [word for word in words if word.dep in ("nsubj", "nsubjpass") and _is_own(parse, word, part)]
    return len(words) > _SHORTEST_HALF and any(not word.tag.startswith(("PRP", "W", "DT")) for word in subjects)


def _is_own(parse: Parse, subject: ParsedWord, part: Span) -> bool:
    verb = parse.head(subject)
    return (
        verb is not None
        and part.start <= verb.start < part.end
        and verb.dep in ("ROOT", "conj", "advcl", "ccomp", "parataxis")
    )


def halves(text: str, sentence: Span, statements: Sequence[Statement]) -> list[tuple[Span, Statement]]:
    """Return the parts of a sentence with the attribution of each; one part unless two speakers are kept apart.

    Two attributions part a sentence when neither reaches into the other, their speakers are printed differently, and
    a semicolon or a comma with "but", "while" or "and" stands between them. What somebody reports that another said
    stays theirs; a second thing that the same speaker says is added to the first ("said it rained and that it hailed").
    """
    ordered = sorted(outermost(text, statements), key=lambda statement: hull(statement).start)
    parts: list[tuple[Span, Statement]] = [(sentence, ordered[0])] if ordered else []
    for statement in ordered[1:]:
        span, before = parts[-1]
        joint = _joint(text, before, statement)
        if joint is not None and _are_different(text, before, statement):
            parts[-1] = (Span(span.start, joint.start() + (1 if joint.group().startswith(";") else 0)), before)
            parts.append((Span(joint.end(), sentence.end), statement))
        elif before.speaker is not None and before.speaker == statement.speaker:
            parts[-1] = (span, _with_more(text, before, statement))
    return parts


def outermost(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """Return the attributions that stand in nothing that another one reports.

    "According to X" at the end of a sentence is about all of it where the verb before has no person for its subject
    ("the twist suggests"); else it tells how the person's words are known.
    """
    last = max(statements, key=lambda statement: statement.tag.end, default=None)
    if last is not None and last.rule == "according to" and last.tag.end >= max(map(_end_of_content, statements)):
        inside = [one for one in statements if one is last or names_somebody(text, one) or not _reports(last, one)]
        statements = inside if len(inside) < len(statements) else statements
    if last is not None and last.rule == "according to" and any(names_somebody(text, one) for one in statements[:-1]):
        statements = [one for one in statements if one is not last] or statements
    return [
        one for one in statements if not any(_reports(other, one) for other in statements if other is not one)
    ] or list(statements)


def names_somebody(text: str, statement: Statement) -> bool:
    """Return whether the speaker is a person or institution by name, pronoun or role, and no thing or document."""
    if statement.speaker is None or statement.rule == "according to":
        return False
    words = statement.speaker.of(text).split()
    known = lexicon()
    last = words[-1].casefold()
    pronoun = last in word_set("grammar", "pronouns") and last not in ("it", "who")
    return pronoun or last in known.roles | known.spokespeople or (words[-1][0].isupper() and len(words) > 1)


def _reports(outer: Statement, inner: Statement) -> bool:
    """Return whether an attribution stands in what another one reports; a second verb of one subject does not."""
    coordinated = outer.speaker is not None and outer.speaker == inner.speaker
    return not coordinated and any(stretch.contains(inner.tag) for stretch in outer.content)


def _end_of_content(statement: Statement) -> int:
    return max(stretch.end for stretch in statement.content)


def _with_more(text: str, first: Statement, second: Statement) -> Statement:
    """Return an attribution with what its speaker goes on to say; the second cue is no part of either."""
    kept = [_before_cue(text, stretch, second.cue.start) for stretch in first.content]
    more = [stretch for stretch in second.content if not any(stretch.overlap(said) for said in kept)]
    return msgspec.structs.replace(first, content=tuple(sorted([*kept, *more])))


def _before_cue(text: str, stretch: Span, cue: int) -> Span:
    """Return the part of a stretch before "and said" or ", adding"; all of it when the cue does not stand in it."""
    if not stretch.start < cue < stretch.end:
        return stretch
    lead = _JOINING.sub("", text[stretch.start : cue])
    return Span(stretch.start, stretch.start + len(lead)) if lead.strip() else stretch


def hull(statement: Statement) -> Span:
    """Return the stretch from the first to the last word of an attribution and of what is said."""
    spans = [statement.tag, *statement.content]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _joint(text: str, first: Statement, second: Statement) -> re.Match[str] | None:
    start, end = hull(first).end, hull(second).start
    return _JOINT.search(text, max(0, start - 1), end + 5) if start <= end else None


def _are_different(text: str, first: Statement, second: Statement) -> bool:
    if first.speaker is None or second.speaker is None:
        return False
    return first.speaker.of(text).casefold() != second.speaker.of(text).casefold()
