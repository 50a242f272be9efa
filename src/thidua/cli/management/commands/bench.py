"""thidua bench NAME… | all: measures, each beside its bare limit of the same run."""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from importlib import import_module
from typing import Any

from django.core.management.base import CommandError

from thidua.cli.bench.scratch import scratch_database
from thidua.cli.command import ThiduaCommand
from thidua.cli.preparation import prepare

NAMES = (
    "page_home",
    "report_submit",
    "excel_in",
    "tree_move",
    "paper_word",
    "paper_pdf",
    "paper_annex",
    "initiatives_in",
    "initiative_search",
    "reform",
)
_CHILD = "THIDUA_BENCH_CHILD"


class Command(ThiduaCommand):
    """Runs each benchmark in an installation of its own; a missed bar ends with 1 after all ran."""

    help = "Đo tốc độ, cạnh mức trần của Django trong cùng lần chạy."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take names, and --json."""
        parser.add_argument("names", nargs="+", choices=[*NAMES, "all"], metavar="NAME")
        parser.add_argument("--json", action="store_true", help="mỗi kết quả một dòng JSON")

    def handle(self, *_args: Any, names: list[str], json: bool, **_options: Any) -> None:
        """Run the benchmarks asked for."""
        if os.environ.get(_CHILD):
            self._measure(names[0], json=json)
            return
        chosen = NAMES if "all" in names else tuple(names)
        missed = [name for name in chosen if self._in_own_installation(name, json=json)]
        if missed:
            raise CommandError(f"Chưa đạt: {', '.join(missed)}")

    def _measure(self, name: str, *, json: bool) -> None:
        prepare()
        result = import_module(f"thidua.cli.bench.{name}").run()
        self.say(result.json() if json else result.line())
        if not result.holds:
            sys.exit(1)

    def _in_own_installation(self, name: str, *, json: bool) -> int:
        with tempfile.TemporaryDirectory() as folder, scratch_database() as url:
            environment = {**os.environ, _CHILD: "1", "THIDUA_DATA_DIR": folder, "THIDUA_DEMO": "0"}
            environment.pop("DATABASE_URL", None)
            if url:
                environment["DATABASE_URL"] = url
            command = [sys.executable, "-m", "thidua.cli", "bench", name, *(["--json"] * json)]
            return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
