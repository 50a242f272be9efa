"""One row of the plan's form, and the rows of one part: blank ones do not count."""

from typing import Any, ClassVar

from django import forms
from django.forms import BaseFormSet


def wide() -> forms.TextInput:
    """Return the control of a long line: it takes the whole width of its row."""
    return forms.TextInput(attrs={"data-wide": True})


def text_rows(rows: int) -> forms.Textarea:
    """Return the control of a text of some lines."""
    return forms.Textarea(attrs={"rows": rows})


class Row(forms.Form):
    """One row; left blank it does not count, begun it asks for what it cannot do without.

    Each kind of row has `draft()`, which returns what was typed as the service takes it.
    """

    NEEDS: ClassVar[dict[str, Any]] = {}
    # What a blank row already says, so that it does not make the row begun.
    IDLE: ClassVar[frozenset[str]] = frozenset()
    # What was found right in the row as it is kept.
    checked = ""

    @property
    def begun(self) -> bool:
        """Say whether anything was typed."""
        return any(v for n, v in self.cleaned_data.items() if n not in self.IDLE)

    def clean(self) -> dict[str, Any]:
        """Ask for the needed fields as soon as anything of the row was typed."""
        data: dict[str, Any] = super().clean() or {}
        if self.begun or self.errors:
            for name, words in self.NEEDS.items():
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return data


class RowSet(BaseFormSet):  # type: ignore[type-arg]
    """The rows of one part, in order."""

    def filled(self) -> list[Any]:
        """Return the rows that were begun."""
        return [row for row in self.forms if row.is_valid() and row.begun]

    def drafts(self) -> tuple[Any, ...]:
        """Return the rows that were typed."""
        return tuple(row.draft() for row in self.filled())
