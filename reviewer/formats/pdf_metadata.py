"""What a PDF says of itself: title, language, dates, and that it is tagged for PDF/UA-1 (ISO 14289-1)."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, String

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{tool}</xmp:CreatorTool><pdf:Producer>{tool}</pdf:Producer>{conformance}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class DocumentFacts:
    """`made_at` is ISO 8601 with zone. `tool` names the program. `accessible` claims PDF/UA-1."""

    title: str
    language: str
    made_at: str
    tool: str
    accessible: bool = True

    @property
    def pdf_date(self) -> str:
        """Return the date in the PDF's own form."""
        return pdf_date(self.made_at)


def pdf_date(iso: str) -> str:
    """Return an ISO 8601 date and time as `D:20260506113400+01'00'`. Raises ValueError when it is none."""
    moment = datetime.fromisoformat(iso)
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def write_metadata(pdf: pikepdf.Pdf, facts: DocumentFacts) -> None:
    """Write information dictionary, XMP and the viewer's preferences."""
    date = String(facts.pdf_date)
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(facts.title),
            Creator=String(facts.tool),
            Producer=String(facts.tool),
            CreationDate=date,
            ModDate=date,
        )
    )
    xmp = _XMP.format(
        title=escape(facts.title),
        language=facts.language,
        date=facts.made_at,
        tool=escape(facts.tool),
        conformance="<pdfuaid:part>1</pdfuaid:part>" if facts.accessible else "",
    )
    metadata = pdf.make_stream(xmp.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(facts.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
