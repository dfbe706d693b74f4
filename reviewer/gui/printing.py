"""Asks for a printer, then prints the document in a pane or the packet."""

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.clock import timestamp
from reviewer.gui.galley_scene import GalleyScene
from reviewer.gui.print_flow import PrintFlow
from reviewer.gui.printed_pages import page_size
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.top_bar import slug_of
from reviewer.model.packet import PacketFormat, PacketOptions, PaperSize, Profile
from reviewer.model.problem import printable


class Printing(QObject):
    """The packet that is printed is the one for the reader and the paper chosen at the last export."""

    def __init__(self, bridge: SessionBridge, flow: PrintFlow, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._flow, self._settings = parent, bridge, flow, settings

    def ask_document(self, scene: GalleyScene) -> None:
        """Ask for a printer and pages, and print the document of a pane with its marks."""
        document = scene.document
        if document is None:
            return
        printer = self._ask(printable(document.name, 80), self.tr("Print the document"), len(document.pages))
        if printer is not None:
            self._flow.print_document(scene, printer)

    def ask_packet(self) -> None:
        """Ask for a printer and print the packet."""
        printer = self._ask(slug_of(self._bridge.review), self.tr("Print the packet"), 0)
        if printer is not None:
            self._flow.print_packet(self.packet_options(), printer)

    def packet_options(self) -> PacketOptions:
        """Return what the printed packet is to be."""
        values = self._settings.values
        return PacketOptions(
            formats=(PacketFormat.PDF,),
            profile=next((one for one in Profile if one.value == values.packet_profile), Profile.DESK),
            made_at=timestamp(),
            made_by=values.name or values.initials,
            paper=next((one for one in PaperSize if one.value == values.paper), PaperSize.A4),
        )

    def _ask(self, name: str, title: str, pages: int) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        printer.setPageSize(page_size(self._settings.values.paper))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(title)
        if pages:
            dialog.setMinMax(1, pages)
            dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
