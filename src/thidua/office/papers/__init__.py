"""Official papers as files: one model, two writers, Word and PDF.

The writers bring large libraries; they are loaded by the first paper that is asked for, not at start.
"""

from thidua.domain.documents import Layout, Paper


def write_docx(paper: Paper, layout: Layout) -> bytes:
    """Return the paper as a Word file; the same paper gives the same bytes."""
    from thidua.office.papers import word  # noqa: PLC0415 - half a second at start

    return word.write_docx(paper, layout)


def write_pdf(paper: Paper, layout: Layout) -> bytes:
    """Return the paper as a PDF file; the same paper gives the same bytes."""
    from thidua.office.papers import pdf  # noqa: PLC0415 - as above

    return pdf.write_pdf(paper, layout)
