"""thidua doctor: says what is wrong with this installation, and what to do."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from thidua.cli.command import ThiduaCommand
from thidua.cli.doctor import data, database, deploy, extension, machine, trail
from thidua.cli.doctor.finding import Check, Finding, Level, examine

CHECKS: tuple[Check, ...] = (
    machine.python,
    machine.disk_space,
    machine.shipped_files,
    data.folder,
    data.keys,
    database.durability,
    extension.search_extension,
    database.migrations,
    database.writer_gate,
    data.not_mixed,
    trail.tail,
    trail.worker,
    deploy.exposure,
)
_MARKS = {Level.WELL: "✓", Level.NOTE: "!", Level.FAULT: "✗"}


class Command(ThiduaCommand):
    """Runs every check and ends with exit code 1 where one found a fault."""

    help = "Khám hệ thống: chỗ nào sai, cần làm gì."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --deploy."""
        parser.add_argument(
            "--deploy", action="store_true", help="kiểm tra thêm cấu hình của một hệ thống thật"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print each finding, and below it what to do."""
        checks = (*CHECKS, deploy.django_deploy_check) if options["deploy"] else CHECKS
        findings = examine(checks)
        for finding in findings:
            self._show(finding)
        faults = sum(finding.level is Level.FAULT for finding in findings)
        if faults:
            raise CommandError(_("Có %(count)s lỗi cần sửa.") % {"count": faults})
        self.say(_("Không thấy lỗi."))

    def _show(self, finding: Finding) -> None:
        self.say(f"{_MARKS[finding.level]} {finding.seen}")
        if finding.todo:
            self.say(f"    {finding.todo}")
