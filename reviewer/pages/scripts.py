"""Putting letters and words into the order and shape in which they are printed.

Arabic letters take the joined forms that Unicode lists as presentation forms; right-to-left words and lines are
turned round. This is the part of the Unicode bidirectional algorithm (UAX 9) that plain prose needs: no explicit
embeddings. Scripts that reorder within a syllable (Devanagari and its relatives) are printed in text order.
"""

import re
import unicodedata
from collections.abc import Sequence

_RIGHT_TO_LEFT = {"R", "AL"}
_LETTERS_FROM_THE_RIGHT = re.compile(
    "[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NUMBER = {"EN", "AN", "ET", "ES", "CS"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_JOIN_CAUSING = {"\u0640", "\u200d"}
RIGHT_TO_LEFT_MARK = "\u200f"
"""Put before a number or mark that stands among right-to-left words, it turns its punctuation round with them."""
_NEVER_DRAWN = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u061c")
_LAM = "\u0644"


def has_right_to_left(text: str) -> bool:
    """Return whether any letter is written from right to left."""
    return not text.isascii() and _LETTERS_FROM_THE_RIGHT.search(text) is not None


def first_strong_is_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction runs from right to left, as UAX 9 rule P2 asks."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def is_never_drawn(character: str) -> bool:
    """Return whether a character only steers others: joiners, marks of direction, variation selectors, skin tones."""
    code = ord(character)
    return (
        character in _NEVER_DRAWN
        or 0x202A <= code <= 0x202E
        or 0x2061 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0000 <= code <= 0xE01EF
    )


def clusters(text: str) -> list[str]:
    """Split text into what a reader sees as one character: marks, selectors and joined emoji stay together."""
    found: list[str] = []
    for character in text:
        extends = unicodedata.category(character)[0] == "M" or is_never_drawn(character)
        if found and (extends or found[-1].endswith("\u200d")):
            found[-1] += character
        else:
            found.append(character)
    return found


def printed_form(word: str) -> str:
    """Return the characters of one word from left to right as they are to be drawn."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word)
    if has_right_to_left(composed):
        composed = _turned_round(_joined(composed))
    return "".join(character for character in composed if not is_never_drawn(character))


def printed_letters(text: str) -> str:
    """Return the letters of a text in the order in which they are printed from left to right, not joined."""
    return "".join(map(letters_of, printed_form(text)))


def is_right_to_left_mark(character: str) -> bool:
    """Return whether a character is a point or a vowel sign of the Hebrew, Arabic or Syriac script."""
    return "\u0591" <= character <= "\u08ff" and unicodedata.category(character) == "Mn"


def letters_of(character: str) -> str:
    """Return what a printed character means: the letters of a joined form, from left to right as they are printed.

    Readers of a PDF turn a right-to-left word round letter by letter, those of a ligature like all others.
    """
    code = ord(character)
    is_form = 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC
    return unicodedata.normalize("NFKC", character)[::-1] if is_form else character


def word_directions(words: Sequence[str], right_to_left: bool) -> list[bool]:
    """Return for each word of a line whether it runs from right to left, in a paragraph of this direction.

    Numbers and marks take the direction of the words on both sides, or the paragraph's where these differ.
    """
    strong = [_direction(word) for word in words]
    following: list[bool] = []
    after = right_to_left
    for direction in reversed(strong):
        following.append(after)
        after = after if direction is None else direction
    resolved: list[bool] = []
    for direction, later in zip(strong, reversed(following), strict=True):
        before = resolved[-1] if resolved else right_to_left
        neutral = before if before == later else right_to_left
        resolved.append(neutral if direction is None else direction)
    return resolved


def visual_order(directions: Sequence[bool], right_to_left: bool) -> list[int]:
    """Return the indexes of a line's words from left to right, given which of them run from right to left."""
    runs: list[tuple[bool, list[int]]] = []
    for index, direction in enumerate(directions):
        if runs and runs[-1][0] == direction:
            runs[-1][1].append(index)
        else:
            runs.append((direction, [index]))
    if right_to_left:
        runs.reverse()
    return [index for direction, run in runs for index in (reversed(run) if direction else run)]


def _direction(word: str) -> bool | None:
    for character in word:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return None


def _turned_round(word: str) -> str:
    if not has_right_to_left(word):
        return word
    runs: list[tuple[bool, list[str]]] = []
    for cluster in clusters(word):
        forwards = _runs_forwards(cluster, runs)
        if runs and runs[-1][0] == forwards:
            runs[-1][1].append(cluster)
        else:
            runs.append((forwards, [cluster]))
    turned = []
    for forwards, run in reversed(runs):
        turned.append("".join(run) if forwards else "".join(map(_marks_first, reversed(run))).translate(_MIRRORED))
    return "".join(turned)


def _marks_first(cluster: str) -> str:
    """Return a right-to-left letter with its marks before it, as they come from left to right."""
    return cluster[:0:-1] + cluster[0]


def _runs_forwards(cluster: str, runs: list[tuple[bool, list[str]]]) -> bool:
    direction = unicodedata.bidirectional(cluster[0])
    if direction == "L" or direction in {"EN", "AN"}:
        return True
    if direction in _NUMBER:
        return bool(runs) and runs[-1][0]
    return False


def _joined(word: str) -> str:
    letters = list(word)
    bare = [index for index, letter in enumerate(letters) if unicodedata.category(letter) != "Mn"]
    shaped = list(letters)
    skip = -1
    for place, index in enumerate(bare):
        if index == skip:
            continue
        letter = letters[index]
        before = letters[bare[place - 1]] if place else ""
        following = bare[place + 1] if place + 1 < len(bare) else None
        after = letters[following] if following is not None else ""
        from_before = _joins_after(before)
        ligature = _LIGATURES.get((letter + after, from_before)) if letter == _LAM else None
        if ligature and following is not None:
            shaped[index], shaped[following], skip = ligature, "", following
            continue
        form = _form(letter, from_before, _joins_before(after))
        shaped[index] = form or letter
    return "".join(shaped)


def _joins_after(letter: str) -> bool:
    return letter in _JOIN_CAUSING or "initial" in _FORMS.get(letter, ())


def _joins_before(letter: str) -> bool:
    return letter in _JOIN_CAUSING or "final" in _FORMS.get(letter, ())


def _form(letter: str, from_before: bool, to_after: bool) -> str | None:
    forms = _FORMS.get(letter, {})
    if from_before and to_after and "medial" in forms:
        return forms["medial"]
    if from_before and "final" in forms:
        return forms["final"]
    if to_after and "initial" in forms:
        return forms["initial"]
    return forms.get("isolated")


def _presentation_forms() -> tuple[dict[str, dict[str, str]], dict[tuple[str, bool], str]]:
    forms: dict[str, dict[str, str]] = {}
    ligatures: dict[tuple[str, bool], str] = {}
    for code in (*range(0xFB50, 0xFBFF + 1), *range(0xFE80, 0xFEFC + 1)):
        parts = unicodedata.decomposition(chr(code)).split()
        letters = "".join(chr(int(part, 16)) for part in parts[1:])
        form = parts[0].strip("<>") if parts else ""
        if len(letters) == 1:
            forms.setdefault(letters, {})[form] = chr(code)
        elif code >= 0xFEF5:
            ligatures[letters, form == "final"] = chr(code)
    return forms, ligatures


_FORMS, _LIGATURES = _presentation_forms()
