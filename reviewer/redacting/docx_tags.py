"""What becomes of each element of a DOCX part when it is rebuilt."""

from reviewer.formats.docx_names import A, M, W
from reviewer.model.redaction import RedactionLoss

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def named(space: str, names: str) -> tuple[str, ...]:
    """Return names in a namespace, given apart by spaces."""
    return tuple(space + name for name in names.split())


UNWRAPPED: dict[str, RedactionLoss | None] = {
    **dict.fromkeys(named(W, "ins moveTo"), RedactionLoss.REVISIONS),
    **dict.fromkeys(named(W, "smartTag customXml sdtContent"), None),
}
"""Elements that are replaced by what is in them."""

DROPPED: dict[str, RedactionLoss | None] = {
    **dict.fromkeys(
        named(
            W,
            "del moveFrom rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange "
            "tblPrExChange numberingChange cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd "
            "moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart "
            "customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart "
            "customXmlMoveToRangeEnd delText delInstrText",
        ),
        RedactionLoss.REVISIONS,
    ),
    **dict.fromkeys(named(W, "control subDoc contentPart movie frameset"), RedactionLoss.EMBEDDED_OBJECT),
    **dict.fromkeys(named(OFFICE, "OLEObject"), RedactionLoss.EMBEDDED_OBJECT),
    **dict.fromkeys(named(C, "externalData userShapes extLst"), RedactionLoss.EMBEDDED_OBJECT),
    **dict.fromkeys(
        named(
            W,
            "proofErr lastRenderedPageBreak permStart permEnd sdtPr sdtEndPr smartTagPr customXmlPr bookmarkEnd ffData "
            "rsid rsids docParts latentStyles aliases nsid tmpl embedRegular embedBold embedItalic embedBoldItalic "
            "divId cnfStyle cantSplitRow altName sig webHidden printerSettings",
        ),
        None,
    ),
    **dict.fromkeys(named(A, "extLst hlinkHover objectDefaults extraClrSchemeLst custClrLst snd"), None),
    **dict.fromkeys(named(WP, "extLst"), None),
    **dict.fromkeys(named(PIC, "extLst"), None),
    **dict.fromkeys(named(DGM, "extLst title desc catLst sampData styleData clrData"), None),
    **dict.fromkeys(named(VML, "handles callout"), None),
    **dict.fromkeys(named(OFFICE, "extrusion callout lock signatureline ink diagram complex colormru"), None),
}
"""Elements that go with everything in them."""

TEXT = frozenset((f"{W}t", f"{A}t", f"{M}t", f"{C}v"))
"""Elements that hold words a reader sees."""

VALUES = frozenset(
    (
        *named(WP, "align posOffset"),
        *named(WP14, "pctWidth pctHeight pctPosHOffset pctPosVOffset"),
        *named(C, "f formatCode"),
    )
)
"""Elements whose text is a value of the form."""

PARAGRAPHS = frozenset((f"{W}p", f"{A}p"))

DESCRIPTIONS = frozenset(
    (tag, name)
    for tag, names in (
        (f"{WP}docPr", ("descr", "title")),
        (f"{PIC}cNvPr", ("descr", "title")),
        (f"{A}cNvPr", ("descr", "title")),
        (f"{WPS}cNvPr", ("descr", "title")),
        *((f"{VML}{shape}", ("alt", "title")) for shape in ("shape", "rect", "roundrect", "oval", "line", "group")),
        (f"{VML}textpath", ("string",)),
        (f"{W}hyperlink", (f"{W}tooltip",)),
        (f"{A}hlinkClick", ("tooltip",)),
        (f"{W}tblCaption", (f"{W}val",)),
        (f"{W}tblDescription", (f"{W}val",)),
        (f"{W}lvlText", (f"{W}val",)),
    )
    for name in names
)
"""Attributes that hold words for a reader: what is marked is taken out of them, the rest stays."""
