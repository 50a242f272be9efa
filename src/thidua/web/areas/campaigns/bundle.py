"""The whole form of a plan: its fields and the rows of each part, read, checked and shown together."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from thidua.apps.campaigns.papers import words
from thidua.apps.campaigns.services.checking import plan_faults
from thidua.base.messages import sentence
from thidua.domain.errors import DomainError
from thidua.domain.plan_draft import CommemorationDraft, ContentDraft, PlanDraft
from thidua.web.areas.campaigns.forms import CONTENT_FIELDS, PlanForm
from thidua.web.areas.campaigns.row import RowSet
from thidua.web.areas.campaigns.rows import SETS, phase_values
from thidua.web.fields import TypedDay
from thidua.web.http import count_in

# Where a fault of the rules belongs: the part and the field of its row.
_PLACES = {
    "campaigns.phase_reversed": ("phases", "last_day"),
    "campaigns.phase_outside": ("phases", "starts_on"),
    "campaigns.phase_overlap": ("phases", "starts_on"),
    "campaigns.workdays_wrong": ("phases", "working_days"),
    "campaigns.peak_reversed": ("peaks", "last_day"),
    "campaigns.peak_outside": ("peaks", "starts_on"),
    "campaigns.peak_half": ("peaks", "last_day"),
    "campaigns.years_wrong": ("commemorations", "years"),
    "campaigns.no_such_phase": ("commemorations", "phase"),
    "campaigns.goal_no_figure": ("goals", "value"),
    "campaigns.goal_range": ("goals", "value2"),
    "campaigns.quota_no_figure": ("awards", "individual"),
    "campaigns.milestone_reversed": ("milestones", "last_day"),
}


@dataclass(frozen=True)
class Problem:
    """One line of the summary on top: what is wrong, and the field it leads to."""

    text: str
    anchor: str = ""


class PlanBundle:
    """The form of a plan with its rows; bound to what was posted, or showing a draft."""

    def __init__(
        self,
        movements: list[tuple[str, str]],
        *,
        data: QueryDict | None = None,
        draft: PlanDraft | None = None,
        version: int | None = None,
        blank: Mapping[str, int] | None = None,
    ) -> None:
        self._said: list[Problem] = []
        self.data = _with_rows(data) if data is not None else None
        shown = _values(draft) | {"version": version} if draft else {}
        self.form = PlanForm(movements, self.data, initial=shown)
        self.sets: dict[str, RowSet] = {
            name: factory(self.data, prefix=prefix)
            if self.data is not None
            else _shown(factory, prefix, _rows_of(draft, name), (blank or {}).get(name, 0))
            for name, (factory, prefix, _most, _label) in SETS.items()
        }
        if data is None and draft is not None:
            _tick(self.sets["commemorations"], draft)

    def is_valid(self, locked: Mapping[int, str]) -> bool:
        """Say whether all is well, the rules included; what is not stands beside its field."""
        sound = [self.form.is_valid(), *(rows.is_valid() for rows in self.sets.values())]
        if not all(sound):
            return False
        for fault in plan_faults(self.draft(), locked):
            self.refuse(fault)
        return not self.form.errors and not self._said

    def draft(self) -> PlanDraft:
        """Return what was typed."""
        return self.form.draft({name: rows.drafts() for name, rows in self.sets.items()})

    def refuse(self, refusal: DomainError) -> None:
        """Put a refusal beside the field it speaks of, or on top of the page."""
        part, field = _PLACES.get(refusal.code, ("", ""))
        order = refusal.params.get("order", refusal.params.get("second"))
        if part and isinstance(order, int):
            row = self.sets[part].filled()[order - 1]
            row.add_error(field, sentence(refusal))
            self._said.append(Problem(sentence(refusal), row[field].auto_id))
        else:
            self.form.add_error(getattr(refusal, "field", None), sentence(refusal))

    def show_version(self, version: int) -> None:
        """Let the next press write over what somebody else saved meanwhile."""
        if self.data is not None:
            self.data["version"] = str(version)

    def forget_errors(self) -> None:
        """Show what was typed without scolding: a row was only added."""
        self.form.errors.clear()
        for rows in self.sets.values():
            for row in rows.forms:
                row.errors.clear()

    def problems(self) -> list[Problem]:
        """Return every line of the summary, each with the field it leads to."""
        if not self.form.is_bound:
            return []
        return [*self._of_form(), *self._of_rows()]

    def _of_form(self) -> Iterator[Problem]:
        for error in self.form.non_field_errors():
            yield Problem(str(error))
        for bound in self.form:
            for error in bound.errors:
                hidden = bound.is_hidden
                yield Problem(
                    str(error) if hidden else f"{bound.label}: {error}",
                    "" if hidden else bound.auto_id,
                )

    def _of_rows(self) -> Iterator[Problem]:
        said = {problem.anchor: problem for problem in self._said}
        for name, rows in self.sets.items():
            for error in rows.non_form_errors():
                yield Problem(str(error))
            for order, row in enumerate(rows.forms, start=1):
                for field, errors in row.errors.items():
                    anchor = row[field].auto_id
                    if anchor in said:
                        yield said[anchor]
                        continue
                    for error in errors:
                        yield Problem(_row_words(name, order, row, field, error), anchor)


def _row_words(name: str, order: int, row: Any, field: str, error: Any) -> str:
    return _("%(row)s %(order)s, %(label)s: %(error)s") % {
        "row": SETS[name][3],
        "order": order,
        "label": str(row.fields[field].label).lower(),
        "error": error,
    }


def _with_rows(posted: QueryDict) -> QueryDict:
    """Return the posted data, with the row that was asked for and the days that were ticked."""
    data = posted.copy()
    wanted = data.get("add", "phases" if "add_phase" in data else "")
    days = list(filter(None, data.getlist("quick_days")))
    if wanted == "commemorations" and days:
        wanted = ""  # the ticked days are the rows that were asked for
    for name, (_factory, prefix, most, _label) in SETS.items():
        data.setdefault(f"{prefix}-INITIAL_FORMS", "0")
        data.setdefault(f"{prefix}-TOTAL_FORMS", "0")
        count = count_in(str(data[f"{prefix}-TOTAL_FORMS"]))
        if name == wanted and count is not None:
            data[f"{prefix}-TOTAL_FORMS"] = str(min(count + 1, most))
    for slug in days:
        _add_day(data, slug)
    data.setlist("quick_days", [])
    data.setlist("movements", list(filter(None, data.getlist("movements"))))
    return data


def _add_day(data: QueryDict, slug: str) -> None:
    """Put a ticked day into a row of its own, unless it stands there already."""
    _factory, prefix, most, _label = SETS["commemorations"]
    count = count_in(str(data[f"{prefix}-TOTAL_FORMS"]))
    if count is None or count >= most:
        return
    if slug not in {data.get(f"{prefix}-{place}-event") for place in range(count)}:
        data[f"{prefix}-{count}-event"] = slug
        data[f"{prefix}-TOTAL_FORMS"] = str(count + 1)


def _shown(factory: Any, prefix: str, rows: list[dict[str, Any]], blank: int) -> RowSet:
    shown: RowSet = factory(initial=rows, prefix=prefix)
    shown.extra = blank
    return shown


def _tick(rows: RowSet, draft: PlanDraft) -> None:
    """Say beside each kept count that it was held against the founding day."""
    for row, one in zip(rows.forms, draft.commemorations, strict=False):
        if one.years is not None and one.founded_on is not None:
            row.checked = words.commemoration_words(one)


def _rows_of(draft: PlanDraft | None, name: str) -> list[dict[str, Any]]:
    if draft is None:
        return []
    if name == "phases":
        return [phase_values(phase) for phase in draft.phases]
    if name == "commemorations":
        return [asdict(_as_chosen(row)) for row in draft.commemorations]
    return [asdict(row) for row in getattr(draft, name)]


def _as_chosen(row: CommemorationDraft) -> CommemorationDraft:
    """Show a day of the table by its choice alone: its name and founding day come with it."""
    return replace(row, name="", founded_on=None) if row.event else row


def _values(draft: PlanDraft) -> dict[str, Any]:
    """Return a draft as the fields show it."""
    contents = [c if isinstance(c, ContentDraft) else ContentDraft(c) for c in draft.contents]
    fields = {
        field: "\n".join(content.text for content in contents if content.sector == sector)
        for field, sector in CONTENT_FIELDS.items()
    }
    shown = [
        content
        for sector in CONTENT_FIELDS.values()
        for content in contents
        if content.sector == sector
    ]
    locks = ", ".join(str(n) for n, content in enumerate(shown, start=1) if content.locked)
    return (
        asdict(draft)
        | fields
        | {
            "starts_on": TypedDay(draft.starts_on, draft.start_form == "month"),
            "last_day": TypedDay(draft.last_day, draft.end_form == "month")
            if draft.last_day
            else None,
            "from_issue": draft.start_form == "issue",
            "no_end": draft.last_day is None and not draft.end_event and not draft.duration,
            "bases": "\n".join(draft.bases),
            "audience": "\n".join(draft.audience),
            "locks": locks,
            "movements": list(draft.movements),
        }
    )
