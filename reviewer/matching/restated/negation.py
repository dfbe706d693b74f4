"""A claim in other words that denies what its passage says, or says what it denies."""

import re
from collections.abc import Sequence

from reviewer.matching.content import Hit
from reviewer.matching.differences.negation import are_opposites, is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.paraphrased import Passage
from reviewer.matching.restated.binding import clauses, keys_of
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.scope import denied, denies
from reviewer.matching.rules import negation_rules, opposite_words, word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
_SHORT_DENIAL = 8
"""Words of a sentence that does little else than deny."""

_WELL_HELD, _TWO = 0.5, 2
_ANSWER = re.compile(r"\?[\"'”’]?\s+(?:[A-Z][\w .'’-]{0,40}:\s*)?[\"'“‘]?(?P<answer>Yes|No)\b")
"""A question with the word that answers it, said by the next speaker (`Q: Is it safe? A: No.`)."""


def negation_conflicts(case: Case) -> list[Conflict]:
    """Report a denial that only one side has over the same words.

    Compared is each clause of the claim with the clause of the passage that holds most of it; of one that is cut
    short (`the escort is not`) the subject alone says what is denied.
    """
    for rank, passage in enumerate(case.paraphrase.passages[:1]):
        if case.share_of_words(passage) < _LEAST_HELD:
            continue
        items = list({item.start: item for item in passage.items}.values())
        found = _cut_short(case, rank, items) or _over_same_words(case, rank, items) or _beside_it(case, rank, items)
        found = found or _denied_alone(case, rank, items)
        if found:
            return found
    return []


def answers(case: Case, passage: Passage) -> bool:
    """Return whether the passage is a question answered by `Yes` or `No`, and the claim says the same."""
    match = _ANSWER.search(case.text_of(passage), passage.span.start, passage.span.end)
    return match is not None and (match["answer"] == "No") == any(map(is_negation, case.paraphrase.items))


def _over_same_words(case: Case, rank: int, theirs: Sequence[Item]) -> list[Conflict]:
    passage = case.paraphrase.passages[rank]
    here = denied(case.paraphrase.items, case.article.text)
    there = denied(theirs, case.text_of(passage))
    hits = [hit for hit in passage.hits if hit.point.item.kind is ItemKind.WORD]
    hits = [hit for hit in hits if sum(1 for item in theirs if keys_of(item) & keys_of(hit.point.item)) == 1]
    for clause in clauses(case.paraphrase.items, case.article.text):
        inside = [hit for hit in hits if any(item.start == hit.point.item.start for item in clause)]
        mismatched = [hit for hit in inside if (hit.point.item.start in here) != (hit.item.start in there)]
        agreeing = [hit for hit in inside if hit.point.item.start in here and hit.item.start in there]
        if any(item.start in here for item in clause) and _subjects_of_short_denials(
            clause, theirs, case.text_of(passage)
        ):
            continue
        if plain := [hit for hit in mismatched if _is_plainly_denied(hit, theirs, here)]:
            return [_conflict(case, rank, plain[0], theirs, here)]
        if _says_the_opposite(clause, theirs, here, there):
            continue
        if not mismatched or agreeing or _has_opposite(clause, theirs) or 2 * len(mismatched) < len(inside):
            if not _predicate_mismatch(mismatched, agreeing, inside):
                continue
            if _has_opposite(clause, theirs):
                continue
        return [_conflict(case, rank, mismatched[-1], theirs, here)]
    return []


def _beside_it(case: Case, rank: int, theirs: Sequence[Item]) -> list[Conflict]:
    """Report a word that only a short sentence of the passage has, which denies it (`He has not been charged.`)."""
    passage = case.paraphrase.passages[rank]
    here, there = denied(case.paraphrase.items, case.article.text), denied(theirs, case.text_of(passage))
    if here or any(map(is_negation, case.paraphrase.items)):
        return []
    for sentence in case.library.sentences(passage.source, passage.span):
        inside = [item for item in theirs if sentence.start <= item.start < sentence.end]
        hits = [hit for hit in passage.hits if sentence.start <= hit.item.start < sentence.end]
        words = [hit for hit in hits if hit.point.item.kind is ItemKind.WORD]
        if len(inside) <= _SHORT_DENIAL and words and all(hit.item.start in there for hit in words):
            return [_conflict(case, rank, words[-1], theirs, here)]
    return []


def _denied_alone(case: Case, rank: int, theirs: Sequence[Item]) -> list[Conflict]:
    """Report a claim that denies what its passage tells without any word that could deny it.

    The passage must hold half of the claim, and two words of the clause that denies.
    """
    passage = case.paraphrase.passages[rank]
    here = denied(case.paraphrase.items, case.article.text)
    if passage.share < _WELL_HELD or not here:
        return []
    denying = [c for c in clauses(case.paraphrase.items, case.article.text) if any(item.start in here for item in c)]
    inside = {item.start for clause in denying for item in clause}
    held = {hit.point.item.start: hit for hit in passage.hits if hit.point.item.start in inside}
    told = [
        item
        for sentence in case.library.sentences(passage.source, passage.span)
        if any(sentence.start <= hit.item.start < sentence.end for hit in held.values())
        for item in theirs
        if sentence.start <= item.start < sentence.end
    ]
    if any(_may_deny(item) or _has_opposite([item], case.paraphrase.items) for item in told):
        return []
    hits = list(held.values())
    if len(hits) < _TWO or _is_about_silence(case):
        return []
    words = [item for item in case.paraphrase.items if is_negation(item)] or [hits[0].point.item]
    return [difference(case, DifferenceKind.NEGATION, words[0], rank, hits[-1].item)]


def _may_deny(item: Item) -> bool:
    rules = negation_rules()
    return (
        is_negation(item)
        or item.form in rules.refusing
        or item.form in word_list("denying_without_not")
        or item.form.endswith(("less", "n't"))
    )


def _is_about_silence(case: Case) -> bool:
    """Return whether the claim denies by way of something else (`not only`, `whether or not`)."""
    forms = [item.form for item in case.paraphrase.items]
    return any(form in ("only", "whether", "until", "before", "without", "if") for form in forms)


def _is_plainly_denied(hit: Hit, theirs: Sequence[Item], here: set[int]) -> bool:
    """Return whether the passage has `no` right before a word of the claim that the claim does not deny."""
    at = next(place for place, item in enumerate(theirs) if item.start == hit.item.start)
    if any(item.form in negation_rules().refusing for item in theirs[at + 1 : at + 5]):
        return False
    return hit.point.item.start not in here and at > 0 and theirs[at - 1].form == "no"


def _predicate_mismatch(mismatched: Sequence[Hit], agreeing: Sequence[Hit], inside: Sequence[Hit]) -> bool:
    """Return whether the last words of a clause are denied on one side only; its first ones are the subject."""
    return bool(mismatched) and not agreeing and mismatched[-1] is inside[-1]


def _cut_short(case: Case, rank: int, theirs: Sequence[Item]) -> list[Conflict]:
    """Report a claim about the subject of a short denial (`the escort is not`) that does not deny it itself."""
    passage = case.paraphrase.passages[rank]
    text = case.text_of(passage)
    here = denied(case.paraphrase.items, case.article.text)
    for mine in clauses(case.paraphrase.items, case.article.text):
        for shared, denying in _subjects_of_short_denials(mine, theirs, text):
            if not any(item.start in here for item in mine) and not any(map(is_negation, mine)):
                return [difference(case, DifferenceKind.NEGATION, shared, rank, denying)]
    return []


def _subjects_of_short_denials(mine: Sequence[Item], theirs: Sequence[Item], text: str) -> list[tuple[Item, Item]]:
    """Return words of a clause that only a short denial of the passage has (`hers is not`), each with the denial."""
    whole = clauses(theirs, text)
    found = []
    for clause in whole[1:]:
        last = [at for at, item in enumerate(clause) if item.form == "not" and denies(clause, at, text)]
        if not last or any(keys_of(item) for item in clause[last[-1] + 1 :]):
            continue
        subject = frozenset().union(*(keys_of(item) for item in clause))
        subject -= frozenset().union(*(keys_of(item) for other in whole if other is not clause for item in other))
        shared = [item for item in mine if keys_of(item) & subject]
        found += [(shared[-1], clause[last[-1]])] if shared else []
    return found


def _conflict(case: Case, rank: int, hit: Hit, theirs: Sequence[Item], here: set[int]) -> Conflict:
    if hit.point.item.start in here:
        denying = [item for item in case.paraphrase.items if is_negation(item)] or [hit.point.item]
        nearest = min(denying, key=lambda item: abs(item.start - hit.point.item.start))
        return difference(case, DifferenceKind.NEGATION, nearest, rank, hit.item)
    denying = [item for item in theirs if is_negation(item)] or [hit.item]
    nearest = min(denying, key=lambda item: abs(item.start - hit.item.start))
    return difference(case, DifferenceKind.NEGATION, hit.point.item, rank, nearest)


def _says_the_opposite(clause: Sequence[Item], theirs: Sequence[Item], here: set[int], there: set[int]) -> bool:
    """Return whether one side denies a word whose opposite the other side has (`not open`, `shut`)."""
    pairs = opposite_words()
    for mine in clause:
        for pair, side in pairs.get(mine.form, ()):
            for other in theirs:
                is_opposite = (pair, 1 - side) in pairs.get(other.form, ())
                if is_opposite and (mine.start in here) != (other.start in there):
                    return True
    return False


def _has_opposite(clause: Sequence[Item], theirs: Sequence[Item]) -> bool:
    return any(are_opposites(a.form, b.form) for a in clause for b in theirs)
