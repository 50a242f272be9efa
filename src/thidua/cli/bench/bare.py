"""The bare limit: plain Django views that do the least a product page of the same kind must do."""

from django import forms
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.csrf import get_token
from django.template import engines

FIGURES = 10
# The rows that a sent report leaves behind, in tables with the columns and indexes of the product.
_TABLES = (
    "CREATE TABLE bench_report (id BIGINT PRIMARY KEY, state VARCHAR(16))",
    "CREATE TABLE bench_line (report BIGINT, indicator BIGINT, value BIGINT, note VARCHAR(300), "
    "UNIQUE (report, indicator))",
    "CREATE TABLE bench_fact (id BIGINT PRIMARY KEY, unit BIGINT, indicator BIGINT, "
    "sector VARCHAR(32), starts_on DATE, until DATE, stage VARCHAR(8), value BIGINT, "
    "source VARCHAR(32), recorded_at TIMESTAMP)",
    "CREATE INDEX bench_fact_source ON bench_fact (source, id)",
    "CREATE INDEX bench_fact_key ON bench_fact (unit, indicator, starts_on, until)",
    "CREATE TABLE bench_event (id BIGINT PRIMARY KEY, at TIMESTAMP, actor BIGINT, unit BIGINT, "
    "subject VARCHAR(32), operation VARCHAR(64), request_key VARCHAR(64) UNIQUE, "
    "digest VARCHAR(64), block BIGINT)",
    "CREATE INDEX bench_event_subject ON bench_event (subject, id)",
    "CREATE INDEX bench_event_unit ON bench_event (unit, id)",
    "CREATE INDEX bench_event_actor ON bench_event (actor, id)",
    "CREATE TABLE bench_payload (event BIGINT PRIMARY KEY, salt VARCHAR(64), data TEXT)",
)
_LINE = "INSERT INTO bench_line VALUES (%s, %s, %s, '')"
_FACT = (
    "INSERT INTO bench_fact VALUES (%s, %s, %s, 'doanh-nghiep', '2026-11-01', '2026-12-01', "
    "'sent', %s, %s, '2026-11-22 09:00:00')"
)
_EVENT = "INSERT INTO bench_event VALUES (%s, '2026-11-22 09:00:00', 1, %s, %s, 'send', %s, %s, 1)"
_PAYLOAD = "INSERT INTO bench_payload VALUES (%s, %s, '{}')"
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
    typed = [(place, form.cleaned_data[f"f{place}"]) for place in range(FIGURES)]
    _write(number, typed)
    return HttpResponse(status=302, headers={"Location": "/"})


def _write(number: int, typed: list[tuple[int, int]]) -> None:
    source = f"bc_{number:022d}"
    facts = [(number * FIGURES + place, number, place, value, source) for place, value in typed]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_report VALUES (%s, 'sent')", [number])
        cursor.executemany(_LINE, [(number, place, value) for place, value in typed])
        cursor.executemany(_FACT, facts)
        key = f"{number:064d}"
        cursor.execute(_EVENT, [number, number, source, key, key])
        cursor.execute(_PAYLOAD, [number, key])
