"""Ending a unit: a solemn page that says what will happen to whom and asks once."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.apps.org import queries
from thidua.apps.org.queries import Consequences, Story
from thidua.apps.org.services import end_unit
from thidua.domain.access.capabilities import Capability
from thidua.web.access import requires
from thidua.web.areas.org.forms import EndForm
from thidua.web.areas.org.views.common import carry_out, managed_unit, status_of
from thidua.web.as_of import day_of, other_day
from thidua.web.http import acting


@requires(Capability.UNIT_MANAGE)
def end(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Say what the end means for units, posts and records; then end the unit."""
    actor, day = acting(request), day_of(request)
    unit = managed_unit(actor, unit_id)
    form = EndForm(actor, request.POST or None, initial={"last_day": other_day(request)})

    def act(data: dict[str, Any]) -> str:
        return end_unit(
            actor=actor,
            unit_id=unit_id,
            on=data["last_day"] + timedelta(days=1),
            heir_id=form.other("heir"),
            basis=data["basis"],
        )

    done = carry_out(request, form, act, _("Đã ghi kết thúc hoạt động. Hồ sơ vẫn mở để xem."))
    name, story = queries.name_of(unit.pk, day), queries.story_of(unit.pk, day)
    means = queries.consequences_of_ending(unit.pk, day)
    context = {
        "unit": unit,
        "name": name,
        "form": form,
        "means": means,
        "ends_on": story.ends_on,
        "lines": _lines(name, story, means),
    }
    return done or render(request, "org/end.html", context, status=status_of(form))


def _lines(name: str, story: Story, means: Consequences) -> list[tuple[str, str]]:
    superior = story.superior.name if story.superior else "–"
    lines = [(_("Đơn vị"), name), (_("Trực thuộc"), superior)]
    if means.posts:
        ended = _("%(count)s phân công thôi từ ngày hôm sau") % {"count": means.posts}
        lines.append((_("Người đang giữ vai trò"), ended))
    if means.beside:
        parted = _("%(count)s đơn vị thôi phối hợp") % {"count": means.beside}
        lines.append((_("Đơn vị phối hợp theo ngành"), parted))
    kept = _("giữ nguyên; do đơn vị kế thừa, hoặc %(superior)s, giữ") % {"superior": superior}
    return [*lines, (_("Hồ sơ, số liệu đã có"), kept)]
