"""What every command shares: refusals become one sentence and exit code 1."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.base.messages import sentence
from thidua.domain.errors import DomainError


class ThiduaCommand(BaseCommand):
    """Exit codes: 0 done, 1 refused, 2 wrongly called."""

    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own attribute

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; turn a refusal of the rules into its Vietnamese sentence."""
        try:
            return super().execute(*args, **options)
        except DomainError as refusal:
            raise CommandError(sentence(refusal)) from refusal

    def say(self, line: str = "") -> None:
        """Print one line at once, also into a pipe."""
        self.stdout.write(line)
        self.stdout.flush()
