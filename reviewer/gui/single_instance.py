"""One window per user: a second start hands its files to the first."""

import getpass
import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

VERSION = 1
WAIT_MS = 300
MOST_BYTES = 1 << 20


class Greeting(msgspec.Struct, frozen=True):
    """What a second start says to the first: the version of this message, files to open, whether to show the sample."""

    version: int
    files: tuple[str, ...] = ()
    sample: bool = False


def server_name(folder: Path) -> str:
    """Return the local socket's name for this user and data folder."""
    mark = hashlib.sha256(f"{getpass.getuser()}:{folder}".encode()).hexdigest()[:12]
    return f"reviewer-{mark}"


def hand_over(name: str, files: Sequence[Path], sample: bool) -> bool:
    """Give the files to a running window; return whether there was one that took them."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    greeting = Greeting(VERSION, tuple(str(path.resolve()) for path in files), sample)
    socket.write(msgspec.json.encode(greeting) + b"\n")
    sent = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return sent


class SingleInstance(QObject):
    """Listens for later starts; `greeted(Greeting)` comes for each."""

    greeted = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening and hang up on whoever is still connected."""
        self._server.close()
        for caller in self._callers:
            caller.abort()
        self._callers.clear()

    def _meet(self) -> None:
        caller = self._server.nextPendingConnection()
        self._callers = [
            known for known in self._callers if known.state() is QLocalSocket.LocalSocketState.ConnectedState
        ]
        self._callers.append(caller)
        caller.readyRead.connect(self._listen)
        self._listen()

    def _listen(self) -> None:
        for caller in self._callers:
            self._hear(caller)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine(MOST_BYTES).data())
        try:
            greeting = msgspec.json.decode(line, type=Greeting)
        except msgspec.MsgspecError:
            return
        if greeting.version == VERSION:
            self.greeted.emit(greeting)
