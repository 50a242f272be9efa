"""The sweep as a program of its own: `python -m tests.crash.sweeper` prints one JSON object."""

import json
import os
import sys
import tempfile
from pathlib import Path

import django
from django.core.management import call_command


def main() -> None:
    """Prepare an empty installation, sweep the story, print the outcome."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings.base")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("THIDUA_DATA_DIR", folder)
        django.setup()
        from tests.crash.sweep import sweep_all  # noqa: PLC0415 - needs the loaded apps

        call_command("migrate", verbosity=0)
        outcome = sweep_all(Path(folder) / "point.txt")
    sys.stdout.write(json.dumps(outcome, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
