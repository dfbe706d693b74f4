"""Undo and redo over immutable desks: what was done is a list of desks, and a place in it."""

from collections.abc import Iterable

import msgspec

from reviewer.model.review import Desk


class Step(msgspec.Struct, frozen=True):
    """One edit that was made: the code of its name and the desks before and after it."""

    label: str
    before: Desk
    after: Desk


class History:
    """The steps taken and how many of them hold now; the rest can be done again."""

    def __init__(self, steps: Iterable[Step] = (), held: int | None = None) -> None:
        self._steps = list(steps)
        self._held = len(self._steps) if held is None else held

    def record(self, step: Step) -> None:
        """Add a step; what had been undone can no longer be done again (it stays in the journal)."""
        del self._steps[self._held :]
        self._steps.append(step)
        self._held += 1

    @property
    def held_steps(self) -> tuple[Step, ...]:
        """Return the steps that hold now, oldest first; those taken back are not among them."""
        return tuple(self._steps[: self._held])

    @property
    def undoable(self) -> Step | None:
        """Return the step that undo would take back, or None."""
        return self._steps[self._held - 1] if self._held else None

    @property
    def redoable(self) -> Step | None:
        """Return the step that redo would make again, or None."""
        return self._steps[self._held] if self._held < len(self._steps) else None

    def step_back(self) -> Step:
        """Undo one step and return it. Raises IndexError when nothing is left to undo."""
        step = self.undoable
        if step is None:
            raise IndexError("nothing to undo")
        self._held -= 1
        return step

    def step_forward(self) -> Step:
        """Redo one step and return it. Raises IndexError when nothing is left to do again."""
        step = self.redoable
        if step is None:
            raise IndexError("nothing to do again")
        self._held += 1
        return step
