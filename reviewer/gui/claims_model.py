"""The rows of the claims list as a Qt model, filtered and sorted."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reviewer.gui.claim_groups import grouped, members_of
from reviewer.gui.claim_rows import ClaimRow, Filter, Order, chosen_rows, claim_rows, counts
from reviewer.gui.locators import Locators
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.widgets import plain_tip
from reviewer.gui.wording import RULES, decision_word, voice, word
from reviewer.reviewing.session import Change

ROW = Qt.ItemDataRole.UserRole
LOCATOR = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class ClaimsModel(QAbstractListModel):
    """What the list shows and, for the keys, in which order claims follow one another."""

    counted = Signal(object)

    def __init__(self, bridge: SessionBridge, locators: Locators) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._locators = locators
        self._every: list[ClaimRow] = []
        self._shown: list[ClaimRow] = []
        self._only, self._text, self._order = Filter.ALL, "", Order.PLACE
        self._groups = True
        bridge.changed.connect(self._follow)
        self._read()

    @property
    def order(self) -> Order:
        """Return how the rows are sorted."""
        return self._order

    @property
    def shown_claims(self) -> list[str]:
        """Return the ids of the rows shown, in their order."""
        return [row.claim.id for row in self._shown]

    def show_only(self, only: Filter) -> None:
        """Show the rows that pass this chip."""
        self._only = only
        self._choose()

    def filter_text(self, text: str) -> None:
        """Show only rows that hold every word of the text."""
        self._text = text
        self._choose()

    def sort_by(self, order: Order) -> None:
        """Sort by place in the article or by risk."""
        self._order = order
        self._choose()

    def group_same(self, on: bool) -> None:
        """Let claims that say the same stand together, or each at its own place."""
        if on != self._groups:
            self._groups = on
            self._choose()

    def same_as(self, claim: str | None) -> list[str]:
        """Return the ids of the rows shown that say the same as this claim, its own among them, in their order."""
        at = self.row_of(claim)
        return [row.claim.id for row in members_of(self._shown[at], self._shown)] if at >= 0 else []

    def row_of(self, claim: str | None) -> int:
        """Return the row that shows this claim, -1 when none does."""
        return next((at for at, row in enumerate(self._shown) if row.claim.id == claim), -1)

    def neighbour(self, claim: str | None, step: int, open_only: bool = False) -> str | None:
        """Return the claim `step` (1 or -1) away in the order shown, round the end; None when there is none.

        From a claim that the filter hides, the order goes on from where it stood.
        """
        shown = self._shown
        if not shown:
            return None
        at = self.row_of(claim)
        if at < 0:
            at = self._place_of_hidden(claim) - (1 if step > 0 else 0)
        for count in range(1, len(shown) + 1):
            row = shown[(at + step * count) % len(shown)]
            if row.claim.id != claim and not (open_only and row.decision is not None):
                return row.claim.id
        return None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its locator, or the sentence that a screen reader says."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == LOCATOR:
            return self._locators.of_passage(self._bridge.review, row.claim.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return plain_tip(row.claim.text) if role == Qt.ItemDataRole.ToolTipRole else None

    def _spoken(self, row: ClaimRow) -> str:
        found = word(RULES, row.finding.rule) if row.finding else ""
        where = self._locators.of_passage(self._bridge.review, row.claim.id)
        same = self.tr("says the same as {claims}").format(claims=" ".join(row.same)) if row.same else ""
        parts = (row.number, decision_word(row.decision), row.claim.text, voice(row.claim), where, found, same)
        return ", ".join(part for part in parts if part)

    def _place_of_hidden(self, claim: str | None) -> int:
        every = [row.claim.id for row in self._every]
        before = set(every[: every.index(claim)]) if claim in every else set()
        return sum(row.claim.id in before for row in self._shown)

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        same_desk = before.desk is after.desk
        same = before.analyses is after.analyses and before.findings is after.findings
        if not (same and same_desk and before.evidence is after.evidence and before.numbers is after.numbers):
            self._read()

    def _read(self) -> None:
        self._every = claim_rows(self._bridge.review)
        self._choose()
        self.counted.emit(counts(self._every))

    def _choose(self) -> None:
        chosen = chosen_rows(self._every, self._only, self._text, self._order)
        chosen = grouped(chosen) if self._groups else chosen
        if [row.claim.id for row in chosen] != self.shown_claims:
            self.beginResetModel()
            self._shown = chosen
            self.endResetModel()
            return
        changed = [at for at, (old, new) in enumerate(zip(self._shown, chosen, strict=True)) if old != new]
        self._shown = chosen
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
