"""Drawing up a reorganisation row by row: buttons add and take away rows, nothing typed is lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.org.queries.reorganisation import changes_of, is_draft, reorganisation_for
from thidua.apps.org.services.reorganise import draft_reorganisation, edit_reorganisation
from thidua.base import clock
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.changes import Act
from thidua.domain.errors import Conflict, DomainError
from thidua.text.dates import parse_day
from thidua.web.access import requires
from thidua.web.areas.reorganisation.finding import Finder
from thidua.web.areas.reorganisation.forms import MOST_ROWS, PREFIX, HeadForm, RowSet
from thidua.web.areas.reorganisation.words import ACTS, codes_in, names_of_new, row_label
from thidua.web.http import acting, count_in

_KEY = re.compile(rf"{PREFIX}-(\d{{1,4}})-(\w+)")
_NAMED = ("code", "parent", "heir")
_COLUMNS = (*_NAMED, "act", "share", "children", "name", "short_name", "kind", "sector")


@dataclass
class _Forms:
    """The head and the rows, as they were typed or as they are kept."""

    head: HeadForm
    rows: Any
    arranging: bool

    @property
    def status(self) -> int:
        return 422 if self.head.is_bound and not self.arranging and self.head.errors else 200


@requires(Capability.UNIT_REORGANISE)
def new(request: HttpRequest) -> HttpResponse:
    """A new draft of the own unit."""
    actor = acting(request)
    forms = _forms(request, {}, [])
    if _complete(forms):
        try:
            made = draft_reorganisation(
                actor=actor,
                unit_id=actor.unit_public_id,
                head=forms.head.head(),
                rows=forms.rows.drafts(),
            )
        except DomainError as refusal:
            _refuse(forms.head, refusal)
        else:
            return _saved(request, made)
    return _page(request, forms, None)


@requires(Capability.UNIT_REORGANISE)
def edit(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """Change a draft; one that somebody else changed meanwhile is not written over."""
    actor = acting(request)
    row = reorganisation_for(actor, reorganisation_id)
    if not is_draft(row):
        return redirect("reorganisation:plan", reorganisation_id)
    changes = changes_of(row)
    # Of a long one the head alone is edited on screen; its rows come and go as an Excel file.
    long = len(changes) > MOST_ROWS
    names = ("title", "effective_on", "basis", "note", "version")
    initial = {name: getattr(row, name) for name in names}
    forms = _forms(request, initial, [] if long else changes)
    if _complete(forms):
        try:
            edit_reorganisation(
                actor=actor,
                reorganisation_id=reorganisation_id,
                version=forms.head.cleaned_data["version"] or 0,
                head=forms.head.head(),
                rows=None if long else forms.rows.drafts(),
            )
        except DomainError as refusal:
            _refuse(forms.head, refusal)
        else:
            return _saved(request, reorganisation_id)
    return _page(request, forms, row, kept=len(changes) if long else 0)


def _saved(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    messages.success(request, _("Đã lưu dự thảo. Bước tiếp theo: xem trước rồi thực hiện."))
    return redirect("reorganisation:plan", reorganisation_id)


def _page(request: HttpRequest, forms: _Forms, row: Any, kept: int = 0) -> HttpResponse:
    context = {
        "kept": kept,
        "form": forms.head,
        "rows": forms.rows,
        "row": row,
        "acts": ACTS.items(),
        "full": len(forms.rows.forms) >= MOST_ROWS,
    }
    return render(request, "reorganisation/edit.html", context, status=forms.status)


def _forms(request: HttpRequest, initial: dict[str, Any], changes: list[Any]) -> _Forms:
    if request.method != "POST":
        finder = Finder(acting(request), _day(initial), codes_in(changes), names_of_new(changes))
        rows = [{name: getattr(change, name) for name in _COLUMNS} for change in changes]
        kept = RowSet(initial=rows, prefix=PREFIX, form_kwargs={"finder": finder})
        return _Forms(HeadForm(initial=initial), kept, arranging=False)
    data, arranging = _arranged(request.POST)
    typed = _typed(data)
    texts = [row.get(name, "") for row in typed for name in _NAMED]
    founded = [row.get("code", "") for row in typed if row.get("act") == Act.FOUND]
    finder = Finder(acting(request), _day(data), texts, founded)
    rows_typed = RowSet(data, prefix=PREFIX, form_kwargs={"finder": finder})
    head = HeadForm(data, initial=initial)
    if arranging:
        # Nothing is judged while rows are only being added or taken away.
        for form in (head, *rows_typed.forms):
            form.errors.clear()
    return _Forms(head, rows_typed, arranging)


def _day(data: Any) -> date:
    day = data.get("effective_on")
    return day if isinstance(day, date) else parse_day(day or "") or clock.today()


def _typed(data: QueryDict) -> list[dict[str, str]]:
    """Return what was typed in each row, by field."""
    count = min(count_in(data.get(f"{PREFIX}-TOTAL_FORMS", "")) or 0, MOST_ROWS)
    rows: list[dict[str, str]] = [{} for _place in range(count)]
    for key in data:
        found = _KEY.fullmatch(key)
        if found and int(found[1]) < count:
            rows[int(found[1])][found[2]] = data.get(key, "")
    return rows


def _arranged(posted: QueryDict) -> tuple[QueryDict, bool]:
    """Return the posted data with a row added or taken away, and whether one was."""
    rows = _typed(posted)
    dropped = count_in(posted.get("drop", ""))
    added = posted.get("add", "")
    if dropped is not None and dropped < len(rows):
        del rows[dropped]
    elif added in ACTS and len(rows) < MOST_ROWS:
        rows.append({"act": added})
    else:
        return posted, False
    data = posted.copy()
    for key in [key for key in data if key.startswith(f"{PREFIX}-")]:
        del data[key]
    for place, row in enumerate(rows):
        for name, value in row.items():
            data[f"{PREFIX}-{place}-{name}"] = value
    data[f"{PREFIX}-TOTAL_FORMS"] = str(len(rows))
    data[f"{PREFIX}-INITIAL_FORMS"] = "0"
    return data, True


def _complete(forms: _Forms) -> bool:
    if not forms.head.is_bound or forms.arranging:
        return False
    sound = all([forms.head.is_valid(), forms.rows.is_valid()])
    for error in _row_errors(forms.rows):
        forms.head.add_error(None, error)
    return sound


def _row_errors(rows: Any) -> Iterator[forms.ValidationError]:
    """Yield what is wrong in the rows, so that the summary on top says it too and leads there."""
    yield from map(forms.ValidationError, rows.non_form_errors())
    for number, row in enumerate(rows.forms, start=1):
        for name, errors in row.errors.items():
            label = str(row.fields[name].label).lower() if name in row.fields else ""
            for error in errors:
                said = {"row": row_label(number), "label": label, "error": error}
                text = _("%(row)s, %(label)s: %(error)s") % said
                anchor = f"#{row[name].auto_id}" if name in row.fields else None
                yield forms.ValidationError(text, code=anchor)


def _refuse(head: HeadForm, refusal: DomainError) -> None:
    if isinstance(refusal, Conflict) and refusal.code == "org.plan_not_draft":
        raise refusal
    field = getattr(refusal, "field", None)
    head.add_error(field if field in head.fields else None, sentence(refusal))
