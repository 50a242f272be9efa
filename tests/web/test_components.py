"""The components: what each promises to readers, screen readers and a second press."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from thidua.base import clock
from thidua.web.components import BAR_WIDTH, Bar, Entry, Node, TodoItem
from thidua.web.templatetags import vi


def render(source, **values):
    return Template("{% load ui vi %}" + source).render(Context(values))


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("sent", "target", "accepted", "expected"),
    [
        (0, 120, None, Bar(0, 0, BAR_WIDTH)),
        (60, 120, None, Bar(500, 500, BAR_WIDTH)),
        (119, 120, 112, Bar(992, 933, BAR_WIDTH)),
        (906, 713, 906, Bar(BAR_WIDTH, BAR_WIDTH, 787)),
        (0, 0, None, Bar(0, 0, None)),
        (5, None, None, Bar(BAR_WIDTH, BAR_WIDTH, None)),
        (Decimal("2.5"), Decimal(5), None, Bar(500, 500, BAR_WIDTH)),
        (-3, 10, None, Bar(0, 0, BAR_WIDTH)),
    ],
)
def test_bar_is_zero_based_and_marks_the_target(sent, target, accepted, expected):
    assert Bar.of(sent, target, accepted) == expected


@pytest.mark.parametrize("sent", [1, 99_999])
def test_bar_shows_neither_nothing_nor_all_where_it_is_not_so(sent):
    assert 0 < Bar.of(sent, 100_000).sent < BAR_WIDTH


def test_figure_shows_both_numbers_only_where_they_differ():
    differs = words(render("{% figure 'Sáng kiến' 119 112 120 '/s' %}"))
    agrees = words(render("{% figure 'Sáng kiến' 906 906 713 '/s' %}"))

    assert "Đã gửi 119 Đã duyệt 112" in differs
    assert "99,2 %" in differs
    assert "Đã duyệt" not in agrees
    assert "127,1 %" in agrees


def test_figure_says_its_day_and_opens():
    html = render("{% figure 'Suất quà' 1234 href='/mo' as_of=day %}", day=date(2026, 11, 22))

    assert "1.234" in html
    assert "Tính đến hết ngày 22/11/2026" in words(html)
    assert html.count('href="/mo"') == 2


def test_figure_without_target_claims_no_percentage():
    assert "%" not in words(render("{% figure 'Suất quà' 12 %}"))


@pytest.mark.parametrize("tone", ["neutral", "wait", "ok", "warn", "bad", "gold", "solemn"])
def test_badge_carries_a_word_and_a_shape(tone):
    html = render("{% badge 'Đã gửi' tone %}", tone=tone)

    assert words(html) == "Đã gửi"
    assert f"#tone-{tone}" in html


class SampleForm(forms.Form):
    name = forms.CharField(label="Tên kế hoạch", help_text="Như trên văn bản.")
    kind = forms.ChoiceField(
        label="Cách làm", choices=[("a", "Riêng"), ("b", "Chung")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Đã thống nhất")
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    proof = forms.FileField(label="Minh chứng", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


def test_field_ties_label_help_and_error_to_the_control():
    form = SampleForm({"name": ""})
    html = render("{% field form.name %}", form=form)

    assert 'for="id_name"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_field_group_is_a_fieldset_with_its_error():
    html = render("{% field form.kind %}", form=SampleForm({}))

    assert html.count("<fieldset") == 1
    assert 'aria-describedby="id_kind_error"' in html
    assert html.count('type="radio"') == 2
    assert 'for="id_kind_0"' in html


@pytest.mark.parametrize(("name", "marked"), [("name", True), ("agreed", True), ("note", False)])
def test_field_marks_what_is_required(name, marked):
    html = render("{% field bound %}", bound=SampleForm()[name])

    assert ("field-required" in html) is marked


def test_field_file_gets_its_list_and_hidden_gets_no_label():
    form = SampleForm()

    assert "data-file-list" in render("{% field form.proof %}", form=form)
    assert "<label" not in render("{% field form.version %}", form=form)


def test_field_escapes_what_was_typed():
    html = render("{% field form.name %}", form=SampleForm({"name": '"><b>x</b>'}))

    assert "<b>x</b>" not in html


def test_error_summary_links_each_error_but_hidden_ones():
    form = SampleForm({"name": ""})
    form.add_error(None, "Đợt I và đợt II trùng ngày.")
    html = render("{% error_summary form %}", form=form)

    assert "Đợt I và đợt II trùng ngày." in html
    assert 'href="#id_name"' in html
    assert 'href="#id_kind"' in html
    assert 'href="#id_version"' not in html
    assert render("{% error_summary form %}", form=SampleForm()).strip() == ""


def test_request_key_is_new_in_each_form():
    html = render("{% request_key %}{% request_key %}")
    keys = re.findall(r'name="request_key" value="([\w-]{20,64})"', html)

    assert len(set(keys)) == 2


def test_button_leads_or_acts_and_escapes():
    link = render("{% button label href='/gui' %}", label="Gửi <b>")
    press = render("{% button 'Lưu nháp' kind='secondary' name='act' value='save' %}")

    assert link.strip().startswith('<a class="press press-primary" href="/gui">')
    assert "<b>" not in link
    assert 'type="submit" name="act" value="save"' in press


def test_card_and_notice_hold_their_content_once_escaped():
    html = render(
        "{% card title=title tone='gold' %}<p>{{ text }}</p>{% endcard %}"
        "{% notice tone='bad' %}<p>{{ text }}</p>{% endnotice %}",
        title="A & B",
        text="<i>",
    )

    assert "A &amp; B" in html
    assert html.count("<p>&lt;i&gt;</p>") == 2
    assert 'role="alert"' in html


def test_chain_marks_the_pilot_and_names_each_state():
    nodes = [
        Node("Tổng Liên đoàn Lao động Việt Nam", state_label="Đã phát động", href="/k", depth=0),
        Node("Công đoàn phường Cầu Diễn", pilot=True, note="Đợt khác cấp trên", depth=1_000),
    ]
    html = render("{% chain nodes %}", nodes=nodes)

    assert html.count("<li") == 2
    assert words(html).count("Điểm") == 1
    assert "Đợt khác cấp trên" in html
    assert "chain-depth-1000" in html


def test_todo_has_one_way_to_act_where_there_is_one():
    items = [
        TodoItem("Báo cáo tháng 11", "còn 8 ngày", "warn", "Nhập báo cáo", "/nhap"),
        TodoItem("Đã tiếp nhận kế hoạch", tone="ok"),
    ]
    html = render("{% todo items %}", items=items)

    assert html.count("<a ") == 1
    assert "còn 8 ngày" in html


def test_timeline_writes_moments_of_vietnam():
    entry = Entry("gửi báo cáo.", at=datetime(2026, 11, 21, 18, 0, tzinfo=UTC), who="Chủ tịch")

    assert "01:00 ngày 22/11/2026 Chủ tịch gửi báo cáo." in words(
        render("{% timeline entries %}", entries=[entry])
    )


def test_pager_keeps_the_other_parameters():
    request = RequestFactory().get("/ke-hoach/", {"nam": "2026", "page": "2"})
    page = Paginator(range(5_000), 1).page(2)
    context = RequestContext(request, {"page": page, "request": request})
    html = Template("{% load ui %}{% pager page %}").render(context)

    assert 'href="?nam=2026&amp;page=1"' in html
    assert 'href="?nam=2026&amp;page=3"' in html
    assert render("{% pager page %}", page=Paginator([1], 5).page(1)).strip() == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1_234_567, "1.234.567"),
        (Decimal("1000"), "1.000"),
        (Decimal("1234.50"), "1.234,5"),
        (None, "–"),
        (0, "0"),
    ],
)
def test_vi_number(value, written):
    assert vi.vi_number(value) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(906, 713, "127,1 %"), (0, 5, "0,0 %"), (5, 0, "–"), (5, None, "–"), (None, 5, "–")],
)
def test_vi_percent(part, whole, written):
    assert vi.vi_percent(part, whole) == written


def test_vi_days():
    moment = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)

    assert vi.vi_date(moment) == "22/11/2026"
    assert vi.vi_date(None) == ""
    assert vi.vi_datetime(moment) == "01:30 ngày 22/11/2026"
    assert vi.vi_until(date(2021, 6, 1)) == "31/05/2021"
    assert vi.vi_until(date(9999, 1, 1)) == "nay"
    with clock.pinned(date(2026, 11, 22)):
        assert vi.vi_days_left(date(2026, 11, 30)) == "còn 8 ngày"
