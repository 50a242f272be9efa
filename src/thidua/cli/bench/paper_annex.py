"""bench paper_annex: a list of 1,800 people in Word, beside the packing of the same file alone."""

import io
import zipfile

from thidua.cli.bench.papers import annex, measured
from thidua.cli.bench.result import Result
from thidua.lawbook.papers import office_layout
from thidua.office.papers import write_docx

BAR_S = 0.2


def run() -> Result:
    """Measure one annex, written again and again."""
    paper, layout = annex(), office_layout()
    with zipfile.ZipFile(io.BytesIO(write_docx(paper, layout))) as written:
        files = {name: written.read(name) for name in written.namelist()}

    def bare() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in files.items():
                packed.writestr(name, content)

    return measured("paper_annex", lambda: write_docx(paper, layout), bare, BAR_S, "1,800 rows")
