"""Builds OpenDocument files part by part."""

from tests.documents.docx_builder import build_zip

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'  # fmt: skip


def build_odf(
    body: str, kind: str = "text", *, styles: str = "", automatic: str = "", manifest: str = "", title: str = ""
) -> bytes:
    """Return a file whose body (`text` or `spreadsheet`) holds this XML; `styles` are those of its pages."""
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
    }
    if styles:
        parts["styles.xml"] = f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>"
    if title:
        parts["meta.xml"] = f"<office:document-meta {NAMESPACES}><dc:title>{title}</dc:title></office:document-meta>"
    if manifest:
        parts["META-INF/manifest.xml"] = manifest
    return build_zip(parts)
