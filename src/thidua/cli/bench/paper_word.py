"""bench paper_word: a plan in Word, beside the same paragraphs through python-docx alone."""

import io

from docx import Document

from thidua.cli.bench.papers import measured, plan
from thidua.cli.bench.result import Result
from thidua.domain.documents import Paragraph, plain
from thidua.lawbook.papers import office_layout
from thidua.office.papers import write_docx

BAR_S = 0.3


def run() -> Result:
    """Measure one plan, written again and again."""
    paper, layout = plan(), office_layout()
    texts = [plain(block.text) for block in paper.blocks if isinstance(block, Paragraph)]

    def bare() -> None:
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(io.BytesIO())

    return measured("paper_word", lambda: write_docx(paper, layout), bare, BAR_S, "one plan")
