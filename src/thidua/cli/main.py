"""Entry point of the console script `thidua`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command that was typed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings.base")
    execute_from_command_line(["thidua", *sys.argv[1:]])
