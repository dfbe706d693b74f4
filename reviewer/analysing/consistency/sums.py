"""Sums, differences and products that do not come out."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, between, shown, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_TOTAL_AFTER = re.compile(
    r"(?:,|—|–|\(|:)?\s*(?:for|making|giving|bringing|or|adding up to|which makes|which gives|which adds up to|"
    r"amounting to)?\s*"
    r"(?:it to |the total to |the bill to )?(?:a |an |the )?(?:combined |grand |overall )?total(?:ling| of| to|"
    r"s)?(?: of)?",
    re.IGNORECASE,
)
_TOTAL_LATER = re.compile(
    r"(?:\s+\w+){0,3}?\s+(?:in total|in all|altogether|together|combined|all told|between them|among them|"
    r"between the two|overall)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s(?:and\s|or\s|making\s|giving\s|some\s|about\s)*$", re.IGNORECASE)
_BETWEEN_THEM = re.compile(r"(?:\s+\w+){0,2}?\s+(?:between them|combined|together)\b")
_MAKING = re.compile(r"(?:,|—|–)?\s*(?:making|giving|which makes|adding up to)", re.IGNORECASE)
_ITEM_JOINT = re.compile(r"(?:[^.;:!?\d]{0,40})(?:,|\band\b|\bplus\b)(?:[^.;:!?\d]{0,40})")
_RISE = re.compile(
    r"(?:,|—|–|\(|:)?\s*(?:a|an|which is an?|representing an?|that is an?)\s+(?:net |total |overall )?"
    r"(?:rise|increase|gain|drop|fall|decrease|decline|reduction|difference|cut|loss|improvement|jump|"
    r"growth)\s+of(?: \w+)?"
)
_LONGEST_LIST = 20
_NO_SUM = frozenset(("percentage_point", "ordinal", "share"))


def wrong_sums(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield totals, differences and products that the figures beside them contradict."""
    for one in checked.sentences:
        yield from _totals_after(checked.text, one)
        yield from _totals_before(checked.text, one)
        yield from _differences(checked.text, one)
        yield from _products(checked.text, one)
        yield from _sold_each(checked.text, one)
        yield from _groups(checked.text, one)


def _totals_after(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "12 men and 9 women, a total of 20" and "… , 20 in all"."""
    quantities = one.quantities
    for place, total in enumerate(quantities):
        parts = _list_before(text, quantities, place)
        if len(parts) < 2:
            continue
        lead = text[parts[-1].end : total.hedge_start or total.start]
        said_before = re.search(rf"(?:{_TOTAL_AFTER.pattern}|{_MAKING.pattern})\s*$", lead, re.IGNORECASE)
        said_after = (
            (_APPOSED.search(lead) or _BETWEEN_THEM.match(text, total.end))
            and "," in lead
            and _TOTAL_LATER.match(text, total.end, one.sentence.end)
        )
        if said_before or said_after:
            yield from _compare(text, parts, total)


def _list_before(text: str, quantities: Sequence[Quantity], place: int) -> list[Quantity]:
    parts: list[Quantity] = []
    for at in range(place - 1, max(-1, place - 1 - _LONGEST_LIST), -1):
        part = quantities[at]
        if part.high is not None or part.unit in _NO_SUM or (parts and part.unit != parts[0].unit):
            break
        if parts and not _ITEM_JOINT.fullmatch(between(text, part, parts[0])):
            break
        parts.insert(0, part)
    return parts


_ONE_MORE = re.compile(r"(?:,|\band)\s(?:an?|one)\s\w")
_LIST_OPENS = re.compile(r"(?:\s+[\w’'-]+){0,5}?\s*(?::|—|–|\()\s*(?:\w+\s){0,2}$")


def _totals_before(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "a total of 20 people: 12 men and 9 women": a list that the sentence ends with."""
    quantities = one.quantities
    for place, total in enumerate(quantities[:-2] if len(quantities) > 2 else ()):
        lead = text[total.end : quantities[place + 1].hedge_start or quantities[place + 1].start]
        if not _LIST_OPENS.fullmatch(lead) or total.high is not None:
            continue
        parts = _list_after(text, quantities, place + 1)
        rest = text[parts[-1].end : one.sentence.end]
        told = sum(part.value for part in parts) in [quantity.value for quantity in quantities[:place]]
        if len(parts) >= 2 and parts[-1] is quantities[-1] and not told and not _ONE_MORE.search(rest):
            yield from _compare(text, parts, total)


def _list_after(text: str, quantities: Sequence[Quantity], place: int) -> list[Quantity]:
    parts = [quantities[place]]
    for part in quantities[place + 1 :]:
        if (
            part.unit != parts[0].unit
            or part.high is not None
            or not _ITEM_JOINT.fullmatch(between(text, parts[-1], part))
        ):
            break
        parts.append(part)
    return parts


def _compare(text: str, parts: Sequence[Quantity], total: Quantity) -> Iterator[InternalCheck]:
    alike = total.unit == parts[0].unit and total.unit not in _NO_SUM and parts[0].unit not in _NO_SUM
    added = sum(part.value for part in parts)
    whole = not any(one.hedge or one.decimals for one in (total, *parts))
    blur = 0.4 if whole else slack(total) + sum(slack(part) for part in parts)
    if any(_is_designation(text, part) for part in parts):
        return
    if not alike or total.high is not None or abs(added - total.value) <= blur + 1e-9:
        return
    span = Span(min(parts[0].start, total.start), max(parts[-1].end, total.end))
    working = " + ".join(shown(part.value) for part in parts) + f" = {shown(added)}"
    yield slip(span, CheckKind.ARITHMETIC, text[total.start : total.end], shown(added), working)


def _is_designation(text: str, part: Quantity) -> bool:
    """Return whether a number is part of a name: the Hearth 200, Flight 12."""
    return re.search(r"[a-z]\s[A-Z][\w’'-]*\s$", text[max(0, part.start - 30) : part.start]) is not None


def _differences(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "from 245 to 310, a rise of 55" and "up 55 from 245 to 310"."""
    quantities = one.quantities
    for place in range(len(quantities) - 2):
        first, second, third = quantities[place : place + 3]
        alike = first.unit == second.unit == third.unit and first.unit not in (*_NO_SUM, "percent")
        if not alike or any(one.high is not None for one in (first, second, third)):
            continue
        pair = _old_new_change(text, first, second, third)
        if pair is not None:
            yield from _difference(text, *pair)


def _old_new_change(
    text: str, first: Quantity, second: Quantity, third: Quantity
) -> tuple[Quantity, Quantity, Quantity] | None:
    lead = text[max(0, first.start - 8) : first.start].rstrip()
    if _leads_with(text, first, "from") and between(text, first, second).endswith("to"):
        return (first, second, third) if _RISE.fullmatch(text[second.end : third.start].rstrip()) else None
    if _leads_with(text, second, "from") and between(text, second, third) == "to":
        return (second, third, first) if re.search(r"\b(?:by|up|down)$", lead) else None
    if _leads_with(text, second, "to") and between(text, second, third) == "from":
        return (third, second, first) if re.search(r"\bby$", lead) else None
    return None


def _leads_with(text: str, quantity: Quantity, word: str) -> bool:
    start = quantity.hedge_start if quantity.hedge else quantity.start
    return text[max(0, start - 10) : start].casefold().rstrip().endswith(word)


def _difference(text: str, old: Quantity, new: Quantity, change: Quantity) -> Iterator[InternalCheck]:
    exact = abs(new.value - old.value)
    if abs(exact - abs(change.value)) <= slack(old) + slack(new) + slack(change) + 1e-9:
        return
    span = Span(min(old.start, new.start, change.start), max(old.end, new.end, change.end))
    high, low = max(old.value, new.value), min(old.value, new.value)
    working = f"{shown(high)} − {shown(low)} = {shown(exact)}"
    yield slip(span, CheckKind.ARITHMETIC, text[change.start : change.end], shown(exact), working)


_PEOPLE = re.compile(
    r"(?P<all>(?:people|persons|voters|residents|adults|customers|employees|teachers|runners|soldiers|"
    r"passengers|suspects|patients|pupils|workers|members|players|jurors|crew|"
    r"students|staff),\s+)"
    r"(?:(?P<a>[\w,]+)\s(?:men|boys|males|adults|teachers))(?:,\s|\sand\s)(?:(?P<b>[\w,]+)\s(?:women|girls|"
    r"females|children|"
    r"boys|pupils|teenagers))(?:(?:,\s|,?\sand\s)(?P<c>[\w,]+)\s(?:children|girls|boys|teenagers|babies))?(?=,|"
    r"\.|\s—|\)|;)"
)


def _groups(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "five people, two men and two women, were held": people told apart by sex and age."""
    starts = {quantity.start: quantity for quantity in one.quantities}
    for match in _PEOPLE.finditer(text, one.sentence.start, one.sentence.end):
        totals = [quantity for quantity in one.quantities if 0 <= match.start() - quantity.end <= 1]
        parts = [starts[match.start(side)] for side in "abc" if match.start(side) in starts]
        wanted = sum(match.group(side) is not None for side in "abc")
        if len(totals) == 1 and len(parts) == wanted:
            yield from _compare(text, parts, totals[0])


_EACH = re.compile(
    r"\s*(?:each|apiece|per (?:head|person|ticket|seat|night|day|week|month)|a (?:head|piece|ticket|seat|night|"
    r"day|week|month))\b",
    re.IGNORECASE,
)


_PACKED = re.compile(
    r"\s+[\w-]+(?:\s(?:each|apiece))?,?\s*(?:—|–|\()?\s*(?:or|making|a total of|in all|totalling|giving)\b",
    re.IGNORECASE,
)


def _products(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "40 tickets at £5 each, a total of £180"."""
    quantities = one.quantities
    for place in range(len(quantities) - 2):
        count, price, total = quantities[place : place + 3]
        lead = text[price.end : total.start]
        if count.unit or price.unit != total.unit or price.unit in (*_NO_SUM, "percent") or count.high is not None:
            continue
        if not (_EACH.match(lead) or _PACKED.match(lead)) or (not price.unit and not _PACKED.match(lead)):
            continue
        if not re.search(r"\b(?:at|for|costing|of|worth|paid|paying|with|holding)$", between(text, count, price)):
            continue
        if not re.search(r"(?:total(?:ling)?(?: of)?|in all|making|giving|or)\s*$", lead, re.IGNORECASE):
            continue
        exact = count.value * price.value
        blur = slack(total) + count.value * slack(price) + price.value * slack(count)
        if abs(exact - total.value) > blur + 1e-9:
            working = f"{shown(count.value)} × {shown(price.value)} = {shown(exact)}"
            yield slip(
                Span(count.start, total.end), CheckKind.ARITHMETIC, text[total.start : total.end], shown(exact), working
            )


_RAISED = re.compile(
    r"(?:\s[a-z]+){0,3},?\s(?:raising|making|bringing in|earning|for a total of|a total of|costing|totalling|or)\s$"
)


def _sold_each(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "£12 each for 40 tickets, £440 in all" and "£12 each and 40 were sold, raising £440"."""
    for price, count, total in zip(one.quantities, one.quantities[1:], one.quantities[2:], strict=False):
        if (
            count.unit
            or not price.unit
            or price.unit != total.unit
            or any(q.high or q.hedge for q in (price, count, total))
        ):
            continue
        joint, lead = between(text, price, count), text[count.end : total.start]
        in_all = re.match(r"\s(?:in all|in total|altogether)\b", text[total.end : one.sentence.end])
        if not re.fullmatch(r"(?:each|apiece) (?:for|and)", joint) or len(lead) > 40:
            continue
        exact = price.value * count.value
        if (_RAISED.fullmatch(lead) or in_all) and abs(exact - total.value) > 0.4 * total.step:
            working = f"{shown(price.value)} × {shown(count.value)} = {shown(exact)}"
            span = Span(price.start, total.end)
            yield slip(span, CheckKind.ARITHMETIC, text[total.start : total.end], shown(exact), working)
