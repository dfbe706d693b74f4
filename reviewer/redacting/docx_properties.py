"""What of a DOCX's settings and properties may stay: how it looks, its title, and nothing about who made it."""

from xml.sax.saxutils import escape

from lxml import etree

from reviewer.formats.docx_names import W
from reviewer.formats.docx_namespaces import new_root
from reviewer.model.redaction import RedactionLoss
from reviewer.redacting.docx_parts import readable_text
from reviewer.redacting.docx_tags import named
from reviewer.redacting.docx_values import Values
from reviewer.redacting.ledger import Ledger
from reviewer.redacting.text_map import TextMap

CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_MEDIA = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_SETTINGS = frozenset(
    named(
        W,
        "zoom displayBackgroundShape mirrorMargins gutterAtTop borderSurroundHeader borderSurroundFooter "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop autoHyphenation consecutiveHyphenLimit "
        "hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldPrinting bookFoldRevPrinting "
        "drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl noLineBreaksAfter "
        "noLineBreaksBefore footnotePr endnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator "
        "defaultTableStyle",
    )
)
_TELLING = frozenset(named(W, "docVars mailMerge attachedTemplate documentProtection"))


def kept_settings(root: etree._Element, ledger: Ledger, values: Values) -> etree._Element:
    """Return the settings with only those that change how the document looks."""
    made = new_root(str(root.tag))
    for child in root:
        if child.tag in _SETTINGS:
            made.append(child)
            continue
        ledger.look("settings", "".join(str(piece) for piece in child.itertext()))
        values.look(child, "settings")
        if child.tag in _TELLING:
            ledger.lose(RedactionLoss.METADATA, "settings")
    return made


def title_part(root: etree._Element, ledger: Ledger) -> bytes | None:
    """Return document properties that hold only the title without the words, or None when there is no title."""
    found = root.find(f"{{{_DC}}}title")
    title = (found.text or "").strip() if found is not None else ""
    if found is not None and found.getparent() is not None:
        root.remove(found)
    ledger.look("document properties", readable_text(etree.tostring(root, encoding="utf-8")))
    if any((element.text or "").strip() for element in root):
        ledger.lose(RedactionLoss.METADATA, "document properties")
    if not title:
        return None
    made = [title]
    words = TextMap("title")
    words.add(title, made.append)
    words.redact(ledger)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DC}"><dc:title>{escape(made[-1])}</dc:title>'
        "</cp:coreProperties>"
    ).encode()
