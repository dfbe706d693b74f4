"""Names and titles that no source prints, where a source prints a like one."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from reviewer.matching.differences.name import is_name
from reviewer.matching.items import Item, read_items
from reviewer.matching.library import Library
from reviewer.matching.restated.proper import names_among
from reviewer.matching.rules import title_classes
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.model.geometry import Span

_SHORTEST = 4
_ENDINGS = ("s", "es", "n", "an", "ian", "ish", "ese", "er", "ic")
_ROUND = 60
"""Code points round a name in a source within which its title stands."""


def misnamed(
    claim: Claim, article: Document, source: int, passage: Span, voice: str, library: Library
) -> list[Difference]:
    """Report names of a claim, its speaker's included, that no source knows and that are nearly one near the passage.

    Near are the passage's paragraph and those on either side, and the name of who speaks there. Two names are nearly
    one when a letter or two differ, or when the word beside agrees and this one stands in the place of another
    (`Rosalind Pike`, `Rosamund Pike`). A second name that the sources know is somebody else.
    """
    items = read_items(article.text, _with_speaker(claim), None)
    text = library.documents[source].text
    for name in names_among(items, article.text):
        parts = [item for item in items if name.start <= item.start and item.end <= name.end]
        unknown = [part for part in parts if not library.knows(part.form) and _is_proper(part, article.text)]
        if len(unknown) != 1:
            continue
        known = names_among(read_items(text, _surroundings(source, passage, library), None), text)
        beside = [part.form for part in parts if part is not unknown[0]]
        other = _nearly(name, unknown[0], [*known, *_names_with(beside, source, library)])
        other = other or _in_voice(unknown[0], voice, library, source)
        if not other and len(parts) == 1:
            other = in_its_place(name, items, read_items(text, passage, None), known)
        if other:
            return [_difference(article.text, unknown[0], text, other)]
    return []


def _names_with(words: Sequence[str], source: int, library: Library) -> list[Item]:
    """Return the names of a source that one of these words is part of, wherever they stand."""
    text = library.documents[source].text
    found: list[Item] = []
    for word in words:
        for at in library.places_of(source, word)[:4]:
            found += names_among(read_items(text, Span(max(0, at - 30), min(len(text), at + 50)), None), text)
    return [name for name in found if set(words) & set(name.form.split())]


def _with_speaker(claim: Claim) -> Span:
    tag = claim.attribution.speaker_span if claim.attribution else None
    if tag is None or claim.span.overlap(tag) or tag.end < claim.span.start - 200 or tag.start > claim.span.end + 200:
        return claim.span
    return Span(min(claim.span.start, tag.start), max(claim.span.end, tag.end))


def _surroundings(source: int, passage: Span, library: Library) -> Span:
    first = library.paragraph_at(source, passage.start)
    last = library.paragraph_at(source, max(passage.start, passage.end - 1))
    before = library.paragraph_at(source, max(0, first.start - 1))
    after = [p for p in library.paragraphs(source) if p.start >= last.end][:1]
    return Span(before.start, min(after[0].end if after else last.end, last.end + 1500))


def _is_proper(item: Item, text: str) -> bool:
    is_part = text[item.start - 1 : item.start] == "-"
    return item.capital and (item.form not in STOPWORDS or is_part) and (is_name(item, text) or not item.leads)


def _nearly(name: Item, part: Item, known: Iterable[Item]) -> Item | None:
    words = name.form.split()
    rest = [word for word in words if word != part.form]
    for other in known:
        theirs = other.form.split()
        if other.form == name.form:
            continue
        beside = bool(rest) and all(word in theirs for word in rest)
        if any(_are_alike(part.form, word, beside) for word in theirs if word not in words):
            return other
        if beside and len(rest) >= 1 and len(theirs) == len(words) and _same_place(words, theirs):
            return other
    return None


def _same_place(words: Sequence[str], theirs: Sequence[str]) -> bool:
    return sum(1 for mine, other in zip(words, theirs, strict=True) if mine != other) == 1 and len(words) > 1


def _are_alike(one: str, other: str, beside: bool) -> bool:
    """Return whether two words are one name but for a slip; with the word beside the same, a short one too."""
    if one == other or (not beside and min(len(one), len(other)) < _SHORTEST):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS and not beside:
        return False
    distance = DamerauLevenshtein.distance(one, other)
    return distance <= (2 if beside or len(short) >= 6 else 1) and (one[0] == other[0] or distance == 1)


def _in_voice(part: Item, voice: str, library: Library, source: int) -> Item | None:
    """Return where the passage's speaker is named, when the claim's word is nearly a word of that name."""
    text = library.documents[source].text
    for word in re.findall(r"\w+", voice):
        if _are_alike(part.form, word.casefold(), False) and (match := re.search(rf"\b{re.escape(word)}\b", text)):
            return Item(match.start(), match.end(), word.casefold())
    return None


def in_its_place(name: Item, items: Sequence[Item], theirs: Sequence[Item], known: Iterable[Item]) -> Item | None:
    """Return the name of the passage that stands among the same words as a name that no source knows."""
    mine = _neighbours(name, items)
    words = {item.form for item in items}
    for other in known:
        if other.form == name.form or words & set(other.form.split()):
            continue
        same = [a for a, b in zip(mine, _neighbours(other, theirs), strict=True) if a and a == b]
        if len(same) >= 2 and any(form not in STOPWORDS for form in same):
            return other
    return None


def _neighbours(name: Item, items: Sequence[Item]) -> list[str]:
    """Return two words before a name and two behind it, empty where there is none."""
    before = [item.form for item in items if item.end <= name.start][-2:]
    after = [item.form for item in items if item.start >= name.end][:2]
    return [*([""] * (2 - len(before))), *before, *after, *([""] * (2 - len(after)))]


def _difference(article: str, mine: Item, source: str, other: Item) -> Difference:
    words = article[mine.start : mine.end], source[other.start : other.end]
    return Difference(DifferenceKind.NAME, *words, mine.start, mine.end, other.start, other.end)


def mistitled(claim: Claim, article: Document, library: Library) -> list[tuple[int, Difference]]:
    """Report a rank or office printed before or after a name to which the sources give only other ones.

    Each difference comes with the source that gives the name its other title. Titles of one class (`chair`,
    `chairwoman`) are one; a person may hold two, so that one mention of the claim's title is enough.
    """
    reach = _with_speaker(claim)
    text = article.text[reach.start : reach.end]
    for match in _titled().finditer(text):
        name = (match["name"] or match["before"]).split()[-1]
        title = match["title"] or match["after"]
        place = match.start("title") if match["title"] else match.start("after")
        given = [
            (source, other, start) for source, other, start in _titles_given(name, library) if other.split()[-1] != name
        ]
        alike = [(source, other, start) for source, other, start in given if _one_class(title, other)]
        if alike and (turned := _turned(text, match, alike, library)):
            source, start, end = turned
            begin = reach.start + place
            words = title, library.documents[source].text[start:end]
            found = Difference(DifferenceKind.NAME, *words, begin, begin + len(title), start, end)
            return [(source, found)]
        if not given or alike:
            continue
        source, other, start = given[0]
        at = reach.start + place
        return [(source, Difference(DifferenceKind.NAME, title, other, at, at + len(title), start, start + len(other)))]
    return []


def _turned(
    text: str, match: re.Match[str], given: Sequence[tuple[int, str, int]], library: Library
) -> tuple[int, int, int] | None:
    """Return source and place of a title that only ever stands with `deputy`, `acting` or the like, when this does not.

    A hyphen joins as a space does (`vice-chair`).
    """
    place = match.start("title") if match["title"] else match.start("after")
    if _TURNING.search(text, 0, place) or _TURNING.search(text[:place].rstrip("- ") + " "):
        return None
    for source, other, start in given:
        before = _TURNING.search(library.documents[source].text[max(0, start - _ROUND) : start])
        if before is None:
            return None
        found = source, start - len(before.group()), start + len(other)
    return found


_TURNING = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|interim|assistant|associate|honorary|would-be|shadow)[ -]$", re.IGNORECASE
)


def _one_class(one: str, other: str) -> bool:
    classes = title_classes()
    return classes[_plain(one)] == classes[_plain(other)]


def _plain(title: str) -> str:
    return re.sub(r"[\s-]+", " ", title.casefold()).rstrip(".")


_NAME = r"[A-ZÀ-Þ][\w'’-]+(?:[ \u00a0](?:[A-Z]\.[ ])?[A-ZÀ-Þ][\w'’-]+){0,3}"


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    titles = "|".join(
        r"[\s-]+".join(map(re.escape, title.split())) for title in sorted(title_classes(), key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?i:(?P<title>{titles})),?[ \u00a0](?P<name>{_NAME})"
        rf"|(?P<before>{_NAME}),\s(?:(?:the|its|a|an|their)\s)?(?:[\w’'-]+\s){{0,2}}?(?i:(?P<after>{titles}))\b(?!['’]s|\s[A-Z])"
    )


def _titles_given(name: str, library: Library) -> list[tuple[int, str, int]]:
    """Return source, title and place of each title that a source gives somebody of this name."""
    found = []
    for source, document in enumerate(library.documents):
        for at in library.places_of(source, name):
            stretch = document.text[max(0, at - _ROUND) : at + len(name) + _ROUND]
            begin = max(0, at - _ROUND)
            for match in _titled().finditer(stretch):
                whole = match["name"] or match["before"]
                if name in whole.split():
                    title = match["title"] or match["after"]
                    place = match.start("title") if match["title"] else match.start("after")
                    found.append((source, title, begin + place))
    return found
