"""Clauses that leave off what they say, read with it: `The trams are not`, `I did then`, and answers to questions."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.clause import HEAD, PLAIN, SIDE, Clause, Weakening, Word
from reviewer.matching.restated.operators import FACT, HOPE, OPEN, as_words, operator_rules
from reviewer.matching.restated.verbs import SMALL, SUBJECTS, is_finite, says_something

_SHORT = 8
"""Items of a clause or answer that may leave off the rest."""

_LABEL = 5
"""Items of a sentence within which the name of its speaker may stand before a colon."""

_NO_MORE = (SMALL - {"against"}) | {"none", "neither", "more", "then", "time", "longer", "today", "done"}
"""Words that may stand at the end of a clause which leaves off what it says."""


def completed(clause: Clause, before: Sequence[Clause]) -> Clause:
    """Return a clause that leaves off what it says (`the trams are not`) with the words of the clause before it."""
    if before and clause.items[0].form in ("and", "or", "but") and any(map(is_finite, clause.items[1:2])):
        return _with_subject(clause, before[-1])
    if not before or not leaves_off(clause):
        return clause
    able = [one for one in reversed(before) if not one.is_asked]
    able.sort(key=lambda one: one.marker in ("if", "when", "unless"))
    earlier = next((told for one in able if (told := _told(one))), [])
    own = {word.item.start for word in clause.words}
    added = tuple(
        Word(word.item, clause.denies, HEAD if at == 0 else PLAIN, clause.weakened, True)
        for at, word in enumerate(earlier)
        if word.item.start not in own
    )
    return msgspec.structs.replace(clause, words=clause.words + added)


def _with_subject(clause: Clause, before: Clause) -> Clause:
    """Return a clause that shares its subject with the one before it (`and was not seen`) with that subject."""
    verb = next((item.start for item in before.items if is_finite(item)), 0)
    subject = tuple(
        Word(word.item, clause.denies, SIDE, clause.weakened) for word in before.words if word.item.start < verb
    )
    return msgspec.structs.replace(clause, words=subject + clause.words)


def _told(clause: Clause) -> list[Word]:
    """Return what a clause says of its subject; of one whose verb is not known, all but a pronoun at its head."""
    own = [word for word in clause.words if word.item.form not in _NO_MORE]
    told = [word for word in own if word.follows_verb]
    return told or (own if clause.items[0].form in SUBJECTS else [])


def leaves_off(clause: Clause) -> bool:
    """Return whether a clause ends with its auxiliary (`the trams are not`), or is no more than `so is she`."""
    forms = [item.form for item in clause.items]
    if (
        forms[0] in ("so", "neither", "nor")
        and len(forms) <= _SHORT
        and forms[1:2]
        and forms[1] in operator_rules().finite
    ):
        return True
    finite = [at for at, form in enumerate(forms) if form in operator_rules().finite]
    if operator_rules().speaking & set(forms):
        return False
    if len(forms) > _SHORT or not finite or len(forms) < 2:
        return False
    after = clause.items[finite[-1] + 1 :]
    return all(
        item.kind is ItemKind.WORD and (item.form in _NO_MORE or (item.form != "against" and not says_something(item)))
        for item in after
    )


def answered(before: Sequence[Clause], sentence: Sequence[Item], read: Sequence[Clause], text: str) -> list[Clause]:
    """Return the clauses of a question as its answer tells them: affirmed, denied, or left open."""
    rules = operator_rules()
    asked = [clause for clause in before if clause.sentence == before[-1].sentence]
    words = _without_label(sentence, text)
    line, _ = as_words(words, text)
    is_open_question = asked[0].items[0].form in ("how", "who", "what", "when", "where", "why", "which", "whom")
    grade = FACT
    if rules.likely_no.match(line) or rules.likely_yes.match(line):
        denied, grade = rules.likely_no.match(line) is not None, HOPE
    elif rules.unanswered.match(line):
        denied, grade = False, OPEN
    elif rules.no.match(line):
        denied = True
    elif rules.yes.match(line) or is_open_question or len(words) <= _SHORT // 2:
        denied = False
    else:
        return []
    return [_as_told(clause, denied, grade, read) for clause in asked]


def _without_label(sentence: Sequence[Item], text: str) -> Sequence[Item]:
    for at, (one, item) in enumerate(pairwise(sentence)):
        if at < _LABEL and ":" in text[one.end : item.start]:
            return sentence[at + 1 :]
    return sentence


def _as_told(clause: Clause, denied: bool, grade: int, read: Sequence[Clause]) -> Clause:
    weakening = (Weakening(grade, read[-1].items[0]),) if grade < FACT else ()
    words = tuple(
        msgspec.structs.replace(
            word,
            denied=word.denied != denied,
            weight=HEAD if word.follows_verb else word.weight,
            weakened=(*word.weakened, *weakening),
            follows_verb=True,
        )
        for word in clause.words
    )
    values = tuple(item for one in read for item in one.items if item.kind is not ItemKind.WORD)
    return msgspec.structs.replace(
        clause,
        words=words,
        items=(*clause.items, *values),
        is_asked=False,
        is_answer=True,
        denies=clause.denies != denied,
    )
