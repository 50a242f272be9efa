"""Official papers as files: one model, two writers, Word and PDF."""

from thidua.office.papers.pdf import write_pdf
from thidua.office.papers.word import write_docx

__all__ = ["write_docx", "write_pdf"]
