"""What the matcher takes too much: spellings of invented surnames found in English text beyond the whole words.

Run as `python -m tests.benchmarks.bench_needles`. The text is the documentation inside Python's own library. Surnames
that stand there as a word are counted apart: of the others, all that is found is another word, or two.
"""

import ast
import random
import re
import sysconfig
import time
from collections import Counter
from pathlib import Path

from reviewer.text.needles import Needles

_HEADS = re.findall(
    r"\w+",
    "Ab Ac Ba Be Bo Bra Ca Co Cra Da De Do Dra El Fa Fo Ga Gra Ha He Ho Ja Ka Ke La Le Lo Ma "
    "Me Mo Na No Pa Pe Ra Re Ro Sa Se So Sta Ta Te To Va We Wi",
)
_MIDS = ["", "", "", "l", "r", "n", "ri", "li", "ne", "do", "ven", "ran", "men", "tt", "ck", "ss"]
_TAILS = re.findall(
    r"\w+",
    "man ton ley son ner ler ham ford well by er es in ing or an en ow ett ick ard ell is on",
)
_WORD = re.compile(r"[^\W\d_]+")


def documentation() -> str:
    """Return all docstrings of the standard library, a paragraph each."""
    texts = []
    for path in sorted(Path(sysconfig.get_path("stdlib")).glob("**/*.py")):
        if "site-packages" in path.parts or "test" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text("utf-8"))
        except (SyntaxError, ValueError):
            continue
        nodes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        texts += [ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, nodes)]
    return "\n\n".join(filter(None, texts))


def surnames(count: int) -> list[str]:
    """Return invented surnames, the same at every run."""
    chance = random.Random(7)
    made: dict[str, None] = {}
    while len(made) < count:
        made.setdefault(chance.choice(_HEADS) + chance.choice(_MIDS) + chance.choice(_TAILS))
    return list(made)


def short_surnames() -> list[str]:
    """Return invented surnames of three and four letters."""
    chance = random.Random(7)
    made = {
        "".join(map(chance.choice, ("BDFGHKLMNRSTVW", "aeiouy", "lnrstmkx", ("", "e", "s", "t", "n"))))
        for _ in range(400)
    }
    return sorted(made)[:300]


def report(title: str, terms: list[str], text: str, words: Counter[str]) -> None:
    """Print what is found beyond whole words of any case."""
    started = time.process_time()
    matches = Needles(terms).find(text)
    spent = time.process_time() - started
    whole = sum(words[term.casefold()] for term in terms)
    beyond = [match for match in matches if match.span.of(text).casefold() != match.term.casefold()]
    names = len({match.term for match in beyond})
    print(
        f"{title}: {len(terms)} looked for, {whole} whole words, {len(beyond)} beyond them ({names} names), {spent:.2f} s"
    )
    for (term, printed), times in Counter((one.term, one.span.of(text)) for one in beyond).most_common(12):
        print(f"    {times:4} {printed!r} for {term}")


def main() -> None:
    """Count and print."""
    text = documentation()
    words = Counter(word.casefold() for word in _WORD.findall(text))
    print(f"{len(text) / 1e6:.2f} million characters, {sum(words.values()):,} words")
    for title, names in (("1,000 surnames", surnames(1000)), ("300 short surnames", short_surnames())):
        strangers = [name for name in names if name.casefold() not in words]
        report(f"{title}, no English words", strangers, text, words)
        report(f"{title}, English words", sorted(set(names) - set(strangers)), text, words)


if __name__ == "__main__":
    main()
