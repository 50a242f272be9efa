"""The bare limit: plain Django views that do the least a product page of the same kind must do."""

from django import forms
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.csrf import get_token
from django.template import engines

FIGURES = 10
_TABLES = (
    "CREATE TABLE IF NOT EXISTS bench_report (id BIGINT PRIMARY KEY, state VARCHAR(16))",
    "CREATE TABLE IF NOT EXISTS bench_fact (report BIGINT, indicator BIGINT, sector VARCHAR(32), "
    "starts_on DATE, until DATE, stage VARCHAR(16), value BIGINT, recorded_at TIMESTAMP)",
    "CREATE TABLE IF NOT EXISTS bench_event (at TIMESTAMP, actor BIGINT, unit BIGINT, "
    "operation VARCHAR(64), digest VARCHAR(64), payload TEXT)",
)
_PAGE = """<!doctype html><title>bare</title><ul>{% for row in rows %}<li>{{ row.0 }}</li>
{% endfor %}</ul><form method="post">{% csrf_token %}</form>"""


class FiguresForm(forms.Form):
    """Ten whole numbers."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for number in range(FIGURES):
            self.fields[f"f{number}"] = forms.IntegerField()


def make_tables() -> None:
    """Make the scratch tables that the bare submit writes to."""
    with connection.cursor() as cursor:
        for statement in _TABLES:
            cursor.execute(statement)


def page(request: HttpRequest) -> HttpResponse:
    """Render a small page for a signed-in person: session, user, one query, one template."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    get_token(request)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM org_unitname ORDER BY id LIMIT 20")
        rows = cursor.fetchall()
    return HttpResponse(engines["django"].from_string(_PAGE).render({"rows": rows}, request))


def submit(request: HttpRequest, number: int) -> HttpResponse:
    """Check a form of ten figures and write them with one event, in one transaction."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    form = FiguresForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_report VALUES (%s, 'sent')", [number])
        cursor.executemany(
            "INSERT INTO bench_fact VALUES (%s, %s, '', '2026-11-01', '2026-12-01', 'sent', %s, "
            "'2026-11-22 09:00:00')",
            [[number, place, form.cleaned_data[f"f{place}"]] for place in range(FIGURES)],
        )
        cursor.execute(
            "INSERT INTO bench_event VALUES ('2026-11-22 09:00:00', 1, 1, 'send', %s, '{}')",
            ["0" * 64],
        )
    return HttpResponse(status=302, headers={"Location": "/"})
