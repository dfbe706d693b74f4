"""Makes a packet in the background and saves it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.gui.background import Jobs, Reporter
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.storage import Storage
from reviewer.model.packet import PacketOptions
from reviewer.packet_workflow import make_packet
from reviewer.workflow import Asker, save_files


class ExportFlow(QObject):
    """`saved(paths)` when all files of the packet stand in the folder, `problem(Problem)` when none does."""

    saved = Signal(object)
    problem = Signal(object)

    def __init__(self, bridge: SessionBridge, jobs: Jobs, asker: Asker, storage: Storage) -> None:
        super().__init__(bridge)
        self._bridge, self._jobs, self._asker, self._storage = bridge, jobs, asker, storage

    def export(self, options: PacketOptions, folder: Path) -> None:
        """Make the packet of the review as it is now."""
        review = self._bridge.review

        def work(job: Reporter) -> tuple[Path, ...]:
            files = make_packet(
                self._asker,
                review,
                options,
                self._storage.original,
                self._storage.galley,
                on_progress=job.report,
                cancel=job.cancelled,
            )
            return save_files(files, folder)

        self._jobs.start(self.tr("Packet"), work, self.saved.emit, self.problem.emit)
