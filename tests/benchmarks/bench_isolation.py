"""What the wall costs: run `python tests/benchmarks/bench_isolation.py`.

Each line is the smallest of several runs, both sides in one go. Goals: a request through a forked child costs at most
30 ms more than in this process; a page's pixels arrive faster through a memory file than in line; a warm parser
helper takes at most 120 MB.
"""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.isolation.command_line import Role
from reviewer.isolation.frames import Channel, Kind
from reviewer.isolation.helper import Helper
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.analysis import Depth
from reviewer.model.request import Analyse, Analysed, Opened, OpenFile, Ping, Pixels, Pong, RenderPage
from reviewer.worker import Worker

RUNS = 15
PARAGRAPH = 'The harbour board will cut 120 jobs. "We are sorry," said Ann Bell, its chair, on Monday.\n\n'
ARTICLE = OpenFile("article.txt", (PARAGRAPH * 60).encode())
PAGE_BYTES = 1240 * 1754 * 4


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    best = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best * 1000


def line(what: str, value: float, unit: str, goal: str = "") -> None:
    print(f"{what:<58}{value:>9.1f} {unit:<3} {goal}")


def transfer(use_memory_files: bool) -> float:
    first, second = socket.socketpair()
    sending, receiving = Channel(first, use_memory_files), Channel(second, use_memory_files)
    page = bytes(PAGE_BYTES)

    def move() -> None:
        sender = threading.Thread(target=sending.send, args=(Kind.MESSAGE, [b"header", page]))
        sender.start()
        receiving.receive(frozenset({Kind.MESSAGE}))
        sender.join()

    best = milliseconds(move)
    sending.close()
    receiving.close()
    return best


def private_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss:",))) / 1024


def main() -> None:
    galleys: dict[str, bytes] = {}
    supervisor = Supervisor(galleys.__getitem__)
    started = time.perf_counter()
    supervisor.start()
    line("start() returns after", (time.perf_counter() - started) * 1000, "ms")
    supervisor.ask(Ping(), Pong)
    line("first answer of a cold start", (time.perf_counter() - started) * 1000, "ms")
    opened = supervisor.ask(ARTICLE, Opened).documents[0]
    galleys[opened.document.id] = opened.galley
    supervisor.ask(Analyse(opened.document, Depth.FULL), Analysed)
    time.sleep(2)

    worker = Worker()
    child, here = milliseconds(lambda: supervisor.ask(Ping(), Pong)), milliseconds(lambda: worker.handle(Ping(), print))
    line("ping through a new child", child, "ms")
    child = milliseconds(lambda: supervisor.ask(ARTICLE, Opened))
    here = milliseconds(lambda: worker.handle(ARTICLE, lambda _: None))
    line("open a 900-word text through a new child", child, "ms")
    line("open the same in this process", here, "ms")
    line("the wall costs", child - here, "ms", "goal <= 30")

    for depth in Depth:
        request = Analyse(opened.document, depth)
        runs = RUNS if depth is Depth.INSTANT else 5
        child = milliseconds(lambda request=request: supervisor.ask(request, Analysed), runs)
        here = milliseconds(lambda request=request: worker.handle(request, lambda _: None), runs)
        line(f"analyse it ({depth}) through a child / here", child, "ms", f"{here:.1f} ms here")

    page = RenderPage(opened.document.id, 1, 150 / 72)
    line("draw a page at 150 dpi, child warm", milliseconds(lambda: supervisor.ask(page, Pixels)), "ms")
    line("move a page of 8.7 MB in a memory file", transfer(True), "ms")
    line("move it in line", transfer(False), "ms")

    fresh = [sys.executable, "-I", "-c", "import reviewer.worker, reviewer.opening.open"]
    line("a fresh interpreter instead of a fork", milliseconds(lambda: subprocess.run(fresh, check=True), 5), "ms")
    for role, brood in supervisor._broods.items():
        if isinstance(brood, Helper) and brood.pid:
            line(f"memory of the warm {role} helper", private_megabytes(brood.pid), "MB", _memory_goal(role))
    supervisor.close()


def _memory_goal(role: Role) -> str:
    return "goal <= 120" if role is Role.PARSER else ""


if __name__ == "__main__":
    main()
