"""Shows every component with believable content, for whoever builds or checks a page."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.web.access import public
from thidua.web.areas.ui import sample_paper, samples
from thidua.web.areas.ui.forms import SampleForm


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Render the index; nothing on it reads or writes data."""
    return render(request, "ui_index/index.html", _content(request))


def _content(request: HttpRequest) -> dict[str, Any]:
    return {
        "tones": samples.TONES,
        "icons": samples.ICONS,
        "todo": samples.DUE,
        "figures": samples.FIGURES,
        "chain": samples.CHAIN,
        "board": samples.BOARD,
        "progress": samples.PROGRESS,
        "by_unit": samples.UNITS,
        "course": samples.COURSE,
        "reached": samples.REACHED,
        "by_sector": samples.BY_SECTOR,
        "day": date(2026, 11, 22),
        "timeline": samples.TIMELINE,
        "tabs": samples.TABS,
        "solemn": samples.SOLEMN,
        "zalo": samples.ZALO,
        "paper": sample_paper.PAPER,
        "past_day": date(2025, 6, 30),
        "page_obj": Paginator(range(60), 20).get_page(request.GET.get("page")),
        "form": SampleForm(),
        "wrong_form": samples.wrong_form(),
    }
