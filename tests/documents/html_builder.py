"""Builds saved pages."""

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8">{head}</head>
<body>
{body}
</body></html>
"""


def build_page(body: str, head: str = "<title>Night boat returns | Harbour Post</title>") -> bytes:
    """Return a whole page in UTF-8."""
    return PAGE.format(head=head, body=body).encode("utf-8")
