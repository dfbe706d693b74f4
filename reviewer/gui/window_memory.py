"""Remembers where the window stood and how its parts were arranged, from one start to the next."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

SETTLE_MS = 500


class Arrangement(msgspec.Struct, frozen=True):
    """The window's geometry as Qt writes it, and the sizes of each splitter in logical pixels, by name."""

    geometry: bytes = b""
    borders: dict[str, list[int]] = {}


class WindowMemory(QObject):
    """Puts a window as it was, and writes it down half a second after every change.

    The sizes of what is hidden stay as they were remembered. A file that cannot be read or written costs nothing but
    the memory.
    """

    def __init__(self, path: Path, window: QWidget, borders: Mapping[str, QSplitter]) -> None:
        super().__init__(window)
        self._path, self._window, self._borders = path, window, borders
        self._sizes: dict[str, list[int]] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.write)
        self._restore()
        window.installEventFilter(self)
        for one in borders.values():
            one.splitterMoved.connect(lambda _at, _index: self._settle.start())

    def write(self) -> None:
        """Write the arrangement down now."""
        geometry = bytes(self._window.saveGeometry().data())
        for name, one in self._borders.items():
            if one.isVisible() and all(one.sizes()):
                self._sizes[name] = one.sizes()
        partial = self._path.with_name(self._path.name + ".part")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(msgspec.json.encode(Arrangement(geometry, self._sizes)))
            partial.replace(self._path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the window was moved, resized or maximised."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange):
            self._settle.start()
        return super().eventFilter(watched, event)

    def _restore(self) -> None:
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=Arrangement)
        except (OSError, msgspec.MsgspecError):
            return
        if kept.geometry:
            self._window.restoreGeometry(QByteArray(kept.geometry))
        for name, one in self._borders.items():
            sizes = kept.borders.get(name, [])
            if len(sizes) == one.count() and all(0 < size < 1 << 20 for size in sizes):
                self._sizes[name] = sizes
                one.setSizes(sizes)
