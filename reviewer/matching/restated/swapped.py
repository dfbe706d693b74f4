"""Two figures, dates or names of a claim in each other's place."""

from collections.abc import Sequence
from itertools import combinations, product

from reviewer.matching.content import says_the_same
from reviewer.matching.items import Item, ItemKind, is_in_score
from reviewer.matching.paraphrased import Passage
from reviewer.matching.quantities import are_comparable
from reviewer.matching.restated.binding import Keys, bind, clauses, counted, keys_of, overlap, sides
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.proper import are_one_name, names_among
from reviewer.matching.rules import word_list
from reviewer.model.evidence import DifferenceKind
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert

Labels = dict[int, tuple[frozenset[str], frozenset[str]]]

_OWN = 3.0
"""Distance from which a word before or after several figures is said of all of them."""

_WORLDS_APART = 1000
_CLEARLY = 1.0
"""By how much two anchors must fit crosswise better than straight."""


def swapped_values(case: Case) -> list[Conflict]:
    """Report two figures or dates that each stand in the passage, but bound to what the other is bound to."""
    for rank, passage in enumerate(case.paraphrase.passages):
        for kind in (ItemKind.QUANTITY, ItemKind.DATE):
            if found := _swapped_of_kind(case, rank, passage, kind):
                return found
    return []


def _swapped_of_kind(case: Case, rank: int, passage: Passage, kind: ItemKind) -> list[Conflict]:
    """Compare figures with figures bound to words and dates, and dates with dates."""
    mine = [item for item in _values(case) if item.kind is kind]
    printed = {h.point.item.start: h.item.form for h in passage.hits} if kind is ItemKind.DATE else None
    here = bind(case.paraphrase.items, mine, case.article.text, printed, own=_OWN)
    theirs = [item for item in passage.items if item.kind is kind]
    text = case.text_of(passage)
    values: dict[int, str] | None = {} if kind is ItemKind.DATE else None
    there = bind(_unique(passage.items), _unique(theirs), case.text_of(passage), values, own=_OWN)
    labels = sides(case.paraphrase.items, mine, case.article.text), sides(_unique(passage.items), theirs, text)
    forms = [item.form for item in mine]
    for one, other in combinations(mine, 2):
        if not _are_rivals(one, other) or says_the_same(one, other):
            continue
        if forms.count(one.form) > 1 or forms.count(other.form) > 1:
            continue
        firsts = [item for item in theirs if says_the_same(one, item)]
        seconds = [item for item in theirs if says_the_same(other, item)]
        if _is_one_stretch(one, other, case.article.text) and any(
            _is_one_stretch(first, second, case.text_of(passage)) for first in firsts for second in seconds
        ):
            continue
        pair = _crossed(one, other, firsts, seconds, here, there)
        if pair and not _are_labelled_alike((one, other), pair, *labels):
            return [difference(case, _kind(one), one, rank, pair[1])]
    return []


def _are_labelled_alike(mine: tuple[Item, Item], theirs: tuple[Item, Item], here: Labels, there: Labels) -> bool:
    """Return whether two lists give the two values the same labels, be it before or after them, and never crosswise."""
    straight = crosswise = False
    for own, other in product((0, 1), repeat=2):
        one, two = (here[item.start][own] for item in mine)
        first, second = (there.get(item.start, ((), ()))[other] for item in theirs)
        straight |= bool(one & frozenset(first)) and bool(two & frozenset(second))
        crosswise |= bool(one & frozenset(second)) and bool(two & frozenset(first))
    return straight and not crosswise


def _is_one_stretch(first: Item, second: Item, text: str) -> bool:
    """Return whether two values are the ends of one stretch (`between 2010 and 2020`), first and last in this order."""
    between = text[first.end : second.start].strip() if first.end <= second.start else ""
    if between in ("-", "\u2010", "\u2013"):
        return True
    before = text[max(0, first.start - 12) : first.start].casefold().split()[-1:]
    return (between, before) in (("and", ["between"]), ("to", ["from"]), ("until", ["from"]), ("till", ["from"]))


def _values(case: Case) -> list[Item]:
    """Return the figures and dates of the claim; the two of a result say by their order what they are."""
    values = [item for item in case.paraphrase.items if item.kind is not ItemKind.WORD]
    return [item for item in values if not is_in_score(item, case.article.text)]


def _unique(items: Sequence[Item]) -> list[Item]:
    return list({item.start: item for item in items}.values())


def _are_rivals(one: Item, other: Item) -> bool:
    if one.quantity and other.quantity:
        return are_comparable(one.quantity, other.quantity) and _are_of_one_size(one.quantity, other.quantity)
    return one.date is not None and other.date is not None


def _are_of_one_size(one: Quantity, other: Quantity) -> bool:
    """Return whether two measures or amounts in different units are not worlds apart (`£79.1m` and `42p`)."""
    if one.unit == other.unit or not one.value or not other.value:
        return True
    ratio = abs((convert(one.value, one.unit, other.unit) or one.value) / other.value)
    return 1 / _WORLDS_APART < ratio < _WORLDS_APART


def _kind(item: Item) -> DifferenceKind:
    return DifferenceKind.FIGURE if item.quantity else DifferenceKind.DATE


def _crossed(
    one: Item,
    other: Item,
    firsts: Sequence[Item],
    seconds: Sequence[Item],
    here: dict[int, Keys],
    there: dict[int, Keys],
    clearly: float = _CLEARLY,
) -> tuple[Item, Item] | None:
    """Return the counterparts of two anchors when every way to pair them fits better crosswise."""
    best: tuple[float, Item, Item] | None = None
    for first in firsts:
        for second in seconds:
            if first.start == second.start:
                continue
            common = here[one.start].keys() & here[other.start].keys()
            common |= there[first.start].keys() & there[second.start].keys()
            a, b, x, y = here[one.start], here[other.start], there[first.start], there[second.start]
            if not (a and b and x and y):
                return None
            straight = overlap(a, x, common) + overlap(b, y, common)
            cross = overlap(a, y, common) + overlap(b, x, common)
            if best is None or cross - straight < best[0]:
                best = cross - straight, first, second
    return (best[1], best[2]) if best and best[0] > clearly - 1e-9 else None


def misbound_values(case: Case) -> list[Conflict]:
    """Report a figure or date that the passage gives for something else, and another for what the claim says.

    Only one in a sentence that gives both, with nothing in common between the claim's words round it and those
    round its own place, and two words round that of the other.
    """
    mine = _values(case)
    here = bind(case.paraphrase.items, mine, case.article.text)
    for rank, passage in enumerate(case.paraphrase.passages[:1]):
        theirs = _unique([item for item in passage.items if item.kind is not ItemKind.WORD])
        there = bind(_unique(passage.items), theirs, case.text_of(passage))
        for item in mine:
            own = [other for other in theirs if says_the_same(item, other)]
            rivals = [
                other
                for other in theirs
                if _are_rivals(item, other) and not any(says_the_same(one, other) for one in mine)
            ]
            noun = counted(item, case.paraphrase.items)
            if own and item.quantity and item.quantity.unit == "ordinal" and noun:
                owned = {key for other in own for key in counted(other, passage.items)}
                right = [other for other in rivals if noun & counted(other, passage.items)]
                if right and not noun & owned:
                    return [difference(case, DifferenceKind.FIGURE, item, rank, right[0])]
            if not own or any(overlap(here[item.start], there[other.start]) for other in own):
                continue
            for rival in rivals:
                if overlap(here[item.start], there[rival.start]) >= 2 and _is_near(own, rival, case.text_of(passage)):
                    return [difference(case, _kind(item), item, rank, rival)]
    return []


def _is_near(own: Sequence[Item], rival: Item, text: str) -> bool:
    return any(
        not any(mark in text[min(o.end, rival.end) : max(o.start, rival.start)] for mark in (". ", "\n\n")) for o in own
    )


def swapped_names(case: Case) -> list[Conflict]:
    """Report two names that have changed places: bound to one another's words, or on the wrong sides of one verb.

    They must be so with the figures beside them and without: a figure that has moved along with its name clears it.
    """
    items = case.paraphrase.items
    mine = names_among(items, case.article.text)
    for rank, passage in enumerate(case.paraphrase.passages):
        text = case.text_of(passage)
        theirs = names_among(_unique(passage.items), text)
        printed = {h.point.item.start: h.item.form for h in passage.hits if h.item.kind is ItemKind.QUANTITY}
        bound = [
            (
                bind(items, mine, case.article.text, mine_too, 1.0),
                bind(_unique(passage.items), theirs, text, theirs_too, 1.0),
            )
            for mine_too, theirs_too in ((None, None), (printed, {}))
        ]
        for one, other in combinations(mine, 2):
            firsts = [name for name in theirs if are_one_name(one, name)]
            seconds = [name for name in theirs if are_one_name(other, name)]
            if are_one_name(one, other) or len(firsts) != 1 or len(seconds) != 1:
                continue
            if _keep_their_places((one, other), (firsts[0], seconds[0]), items, passage.items):
                continue
            is_crossed = all(_crossed(one, other, firsts, seconds, here, there, 2.0) for here, there in bound)
            if is_crossed or _change_sides((one, other), (firsts[0], seconds[0]), items, passage.items):
                return [difference(case, DifferenceKind.NAME, one, rank, seconds[0])]
    return []


_WHERE = frozenset({"in", "at", "on", "near", "from", "to", "off", "by", "over", "outside"})


def _keep_their_places(
    mine: tuple[Item, Item], theirs: tuple[Item, Item], claim: Sequence[Item], items: Sequence[Item]
) -> bool:
    """Return whether two names stand after two words of place, the same in both texts (`on the Wend at Stowling`)."""
    here = [_where(name, claim) for name in mine]
    there = [_where(name, items) for name in theirs]
    return all(here) and here[0] != here[1] and here == there


def _where(name: Item, items: Sequence[Item]) -> str:
    before = [item for item in items if item.end <= name.start][-3:]
    return next((item.form for item in reversed(before) if item.form in _WHERE), "")


_BETWEEN = 4


def _change_sides(
    mine: tuple[Item, Item], theirs: tuple[Item, Item], claim: Sequence[Item], items: Sequence[Item]
) -> bool:
    """Return whether the same verb stands between two names that come in the opposite order."""
    if theirs[0].start < theirs[1].start:
        return False
    between = [item for item in claim if mine[0].end <= item.start < mine[1].start]
    others = [item for item in items if theirs[1].end <= item.start < theirs[0].start]
    if not 1 <= len(between) <= _BETWEEN or not 1 <= len(others) <= _BETWEEN:
        return False
    if any(item.form in word_list("symmetric") for item in (*between, *others)):
        return False
    return any(key[0] != "#" for i in between for key in keys_of(i) if any(key in keys_of(o) for o in others))


def crossed_clauses(case: Case) -> list[Conflict]:
    """Report two clauses of a claim of which each has a word that the passage has in the clause of the other.

    `The bus stop closes and the ferry pier opens` against `The bus stop opens; the ferry pier closes`.
    """
    passage = case.paraphrase.passages[0]
    mine = _as_keys(clauses(case.paraphrase.items, case.article.text))
    theirs = _as_keys(clauses(_unique(passage.items), case.text_of(passage)))
    if len(mine) < 2 or len(theirs) < 2:
        return []
    mains = [_mains(clause, theirs) for clause in mine]
    for a, b in combinations(range(len(mine)), 2):
        if set(mains[a]) == set(mains[b]) and len(mains[a]) == 1:
            continue
        for main, other_main in ((x, y) for x in mains[a] for y in mains[b] if x != y):
            one = _strays(mine[a], theirs, main, other_main)
            other = _strays(mine[b], theirs, other_main, main)
            if one and other:
                return [difference(case, DifferenceKind.WORD_CHANGED, one[0], 0, one[1])]
    return []


def _mains(clause: dict[str, Item], theirs: Sequence[dict[str, Item]]) -> list[int]:
    """Return the clauses of the passage that hold most of a clause: one, or those that hold as much."""
    held = [_shared(clause, other) for other in theirs]
    return [at for at, count in enumerate(held) if count == max(held) > 0]


def exchanged_words(case: Case) -> list[Conflict]:
    """Report two things on the wrong sides of one verb: `rents outran wages` against `wages outran rents`."""
    if any(item.form == "by" for item in case.paraphrase.items):
        return []
    mine = list(_triples(case.paraphrase.items))
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        for one, verb, other in mine:
            for first, same_verb, second in _triples(passage.items):
                if same_verb.form == verb.form and (one.form, other.form) == (second.form, first.form):
                    return [difference(case, DifferenceKind.WORD_CHANGED, one, rank, first)]
    return []


def _triples(items: Sequence[Item]) -> list[tuple[Item, Item, Item]]:
    """Return each three telling words in a row with nothing joining them between."""
    found = []
    telling = [at for at, item in enumerate(items) if keys_of(item)]
    for a, b, c in zip(telling, telling[1:], telling[2:], strict=False):
        between = {item.form for item in items[a:c]}
        if c - a <= _BETWEEN and not between & (word_list("symmetric") | {"by", "than"}):
            found.append((items[a], items[b], items[c]))
    return found


def _as_keys(found: Sequence[Sequence[Item]]) -> list[dict[str, Item]]:
    return [{key: item for item in clause for key in keys_of(item) if key[0] != "#"} for clause in found]


def _shared(clause: dict[str, Item], other: dict[str, Item]) -> int:
    return len(clause.keys() & other.keys())


def _strays(
    clause: dict[str, Item], theirs: Sequence[dict[str, Item]], main: int, other: int
) -> tuple[Item, Item] | None:
    """Return a word of a clause that stands only in the other clause of the passage, in the main one's minority."""
    stray = [
        (item, theirs[other][key])
        for key, item in clause.items()
        if key in theirs[other] and all(key not in one for at, one in enumerate(theirs) if at != other)
    ]
    stays = _shared(clause, theirs[main])
    return stray[0] if stray and stays >= 1 and len(stray) <= stays else None
