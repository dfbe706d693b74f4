"""Institutions that speak: which one a document is from, what kind it is, and whether two can be one."""

import re

from reviewer.matching.rules import word_list
from reviewer.matching.stopwords import STOPWORDS

_KINDS = {
    "union": "union unions",
    "police": "police constabulary detectives sheriff",
    "fire": "fire firefighters brigade coastguard lifeboat",
    "court": "court judge coroner tribunal magistrates jury",
    "government": "government ministry ministers minister department treasury whitehall",
    "council": "council councillors borough county",
    "company": "company firm operator airline supplier manufacturer brewery brewer retailer supermarket ltd plc inc "
    "lines ferries airways railways motors foods stores bank",
    "health": "hospital hospitals clinic infirmary nhs surgery",
    "school": "school university college academy",
    "church": "church diocese cathedral",
    "charity": "charity",
    "guild": "guild federation chamber",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_APART = frozenset({"union", "police", "fire", "court"})
"""Kinds that never speak for another: what a union says no company says."""

_NOR_TOGETHER = (
    frozenset({"government", "company"}),
    frozenset({"government", "guild"}),
    frozenset({"council", "company"}),
)
_HEAD = 4
"""Lines at the top among which a letterhead stands."""

_LONGEST = 8
_DATES = re.compile(r"\d")


def kind_of(name: str) -> str:
    """Return what kind of institution a name or a mention (`the ferry company`) tells of; empty when it does not."""
    kinds = [_KIND_OF[word] for word in _words(name) if word in _KIND_OF]
    return kinds[-1] if kinds else ""


def letterhead_of(text: str) -> str:
    """Return the institution that a document is from: a short line in capitals, or with a word for one, at its top."""
    lines = [line.strip(" #*") for line in text[:600].splitlines() if line.strip()][:_HEAD]
    for line in lines:
        words = _words(line)
        if not words or len(words) > _LONGEST or _DATES.search(line) or line.endswith((".", ":")):
            continue
        if line.isupper() or (set(words) & word_list("institutions") and line[0].isupper()):
            return line
    return ""


def are_others(named: str, issuer: str, text: str) -> bool:
    """Return whether two institutions are surely two: of kinds that never speak for each other, with no common word.

    Nothing is sure where the document that is the issuer's names the other in its head.
    """
    mine, theirs = kind_of(named), kind_of(issuer)
    if not mine or not theirs or mine == theirs:
        return False
    words = {word for word in _words(named) if word not in STOPWORDS}
    if words & set(_words(issuer)) or words & set(_words(" ".join(text[:600].splitlines()[:2]))):
        return False
    return bool({mine, theirs} & _APART) or frozenset({mine, theirs}) in _NOR_TOGETHER


def _words(name: str) -> list[str]:
    return [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?['’]?", name.casefold())]
