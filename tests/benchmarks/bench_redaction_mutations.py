"""How many cases of the tables notice that a step of the redaction is left out.

    python -m tests.benchmarks.bench_redaction_mutations [kind ...]

Every case of a kind (text, html, mail, docx, pdf) is redacted without each step of that kind and given to the proof.
A step that no case notices makes the run fail.
"""

import sys
import time

from tests.redacting.mutations import MUTATIONS, survives, tables


def main(kinds: list[str]) -> int:
    """Print a line a step; return 1 when some step is noticed by no case."""
    cases = tables()
    unnoticed = 0
    for mutation in MUTATIONS:
        if kinds and mutation.kind not in kinds:
            continue
        start = time.perf_counter()
        noticed = [
            name for name, content in cases[mutation.kind].items() if survives(mutation.kind, content, mutation.offs)
        ]
        unnoticed += not noticed
        seconds = time.perf_counter() - start
        print(
            f"{mutation.kind:5} {mutation.name:60} {len(noticed):4} of {len(cases[mutation.kind])}  {seconds:6.1f} s",
            flush=True,
        )
    return int(unnoticed > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
