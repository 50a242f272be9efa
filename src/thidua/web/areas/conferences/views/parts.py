"""Writing a part row by row: every button keeps what was typed, then adds, lifts or drops a row."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.apps.conferences import queries
from thidua.apps.conferences.queries import Record
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden, NotFound
from thidua.web.access import requires
from thidua.web.areas.conferences.rows import PARTS, PREFIX, Part, choices_for
from thidua.web.http import acting, count_in

_KEY = re.compile(rf"{PREFIX}-(\d{{1,4}})-(\w+)")


class _Seen(forms.Form):
    """Which version of the record the rows were read from; carries what is wrong as a whole."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


@requires(Capability.CONFERENCE_KEEP)
def edit(request: HttpRequest, conference_id: str, part: str) -> HttpResponse:
    """Show the rows of one part, or write them."""
    known = PARTS.get(part)
    if known is None:
        raise NotFound("base.not_found")
    record = queries.record_of(acting(request), conference_id)
    if not record.own:
        raise Forbidden("base.forbidden")
    if record.row.state == "cancelled":
        raise Conflict("conferences.cancelled")
    return _Rows(request, record, known, part).answer()


class _Rows:
    """One part of one record under one request."""

    def __init__(self, request: HttpRequest, record: Record, part: Part, slug: str) -> None:
        self.request, self.record, self.part, self.slug = request, record, part, slug
        self.options = {"choices": choices_for(slug, record)}
        self.stale = False

    def answer(self) -> HttpResponse:
        """Write and go on, or give back all that was typed with what is wrong."""
        request, version = self.request, self.record.row.version
        if request.method != "POST":
            kept = self._set()(
                initial=self.part.rows_of(self.record), prefix=PREFIX, form_kwargs=self.options
            )
            return self._page(_Seen(initial={"version": version}), kept)
        data = _arranged(request.POST, self.part.most)
        seen, rows = _Seen(data), self._set()(data, prefix=PREFIX, form_kwargs=self.options)
        if all([seen.is_valid(), rows.is_valid()]):
            try:
                return self._saved(seen.cleaned_data["version"] or 0, rows)
            except DomainError as refusal:
                self.stale = refusal.code == "base.stale"
                seen.add_error(None, sentence(refusal))
        for error in _row_errors(rows):
            seen.add_error(None, error)
        if self.stale:
            # Only who was told of the other version may write over it with the next press.
            again = data.copy()
            again["version"] = str(version)
            seen.data = again
        return self._page(seen, rows, 422)

    def _saved(self, version: int, rows: Any) -> HttpResponse:
        drafts = [self.part.draft(**row.cleaned_data) for row in rows.forms if row.is_typed()]
        conference_id = self.record.row.public_id
        self.part.save(
            actor=acting(self.request), conference_id=conference_id, version=version, rows=drafts
        )
        count = len(drafts)
        said = ngettext("Đã lưu %(count)s dòng.", "Đã lưu %(count)s dòng.", count)
        messages.success(self.request, said % {"count": count})
        if self.request.POST.get("do", "save") == "save":
            return redirect("conferences:record", conference_id)
        return redirect("conferences:part", conference_id, self.slug)

    def _set(self) -> Any:
        extra = 1 if self.part.rows_of(self.record) else 3
        most = self.part.most
        return formset_factory(self.part.row, extra=extra, max_num=most, absolute_max=most)

    def _page(self, seen: _Seen, rows: Any, status: int = 200) -> HttpResponse:
        context = {
            "record": self.record,
            "part": self.part,
            "slug": self.slug,
            "form": seen,
            "rows": rows,
            "stale": self.stale,
        }
        return render(self.request, "conferences/part.html", context, status=status)


def _arranged(posted: QueryDict, most: int) -> QueryDict:
    """Return the posted data with a row dropped or lifted, as the pressed button says."""
    pressed, _colon, number = posted.get("do", "").partition(":")
    place = count_in(number)
    if pressed not in ("drop", "up") or place is None:
        return posted
    rows = _typed(posted, most)
    if pressed == "drop" and place < len(rows):
        del rows[place]
    elif pressed == "up" and 0 < place < len(rows):
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
    data = posted.copy()
    for key in [key for key in data if _KEY.fullmatch(key)]:
        del data[key]
    for order, row in enumerate(rows):
        for name, value in row.items():
            data[f"{PREFIX}-{order}-{name}"] = value
    data[f"{PREFIX}-TOTAL_FORMS"] = str(len(rows))
    data[f"{PREFIX}-INITIAL_FORMS"] = "0"
    return data


def _typed(posted: QueryDict, most: int) -> list[dict[str, str]]:
    count = min(count_in(posted.get(f"{PREFIX}-TOTAL_FORMS", "")) or 0, most)
    rows: list[dict[str, str]] = [{} for _place in range(count)]
    for key in posted:
        found = _KEY.fullmatch(key)
        if found and int(found[1]) < count:
            rows[int(found[1])][found[2]] = posted.get(key, "")
    return rows


def _row_errors(rows: Any) -> Iterator[forms.ValidationError]:
    """Yield what is wrong in the rows, so that the summary on top says it too and leads there."""
    yield from map(forms.ValidationError, rows.non_form_errors())
    for order, row in enumerate(rows.forms, start=1):
        for name, errors in row.errors.items():
            label = str(row.fields[name].label or "").lower() if name in row.fields else ""
            for error in errors:
                said = {"order": order, "label": label, "error": error}
                text = _("Dòng %(order)s, %(label)s: %(error)s") % said
                anchor = f"#{row[name].auto_id}" if name in row.fields else None
                yield forms.ValidationError(text, code=anchor)
