"""bench paper_pdf: a plan as PDF, beside the same words set by typst alone."""

import json

import typst

from thidua.cli.bench.papers import measured, plan
from thidua.cli.bench.result import Result
from thidua.domain.documents import Paragraph, plain
from thidua.lawbook.papers import office_layout
from thidua.office.papers import write_pdf
from thidua.office.papers.fonts import font_folder

BAR_S = 0.3
_BARE = b'#set text(font: "Liberation Serif")\n#for it in json(bytes(sys.inputs.it)) { par(it) }'


def run() -> Result:
    """Measure one plan, set again and again; typst keeps what it set before, so each differs."""
    paper, layout = plan(), office_layout()
    texts = [plain(block.text) for block in paper.blocks if isinstance(block, Paragraph)]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[font_folder()])
    turn = iter(range(1_000_000))

    def write() -> bytes:
        changed = Paragraph(f"Lần {next(turn)}")
        return write_pdf(type(paper)(**{**vars(paper), "blocks": (changed, *paper.blocks)}), layout)

    def bare() -> None:
        said = json.dumps([f"Lần {next(turn)}", *texts], ensure_ascii=False)
        typst.compile(
            _BARE,
            format="pdf",
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"it": said},
        )

    return measured("paper_pdf", write, bare, BAR_S, "one plan")
