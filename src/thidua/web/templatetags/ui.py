"""Component tags: one tag, one file in templates/ui; the page /ui/ shows them all."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from thidua.domain.documents import Paper
from thidua.web import controls
from thidua.web.components import BAR_WIDTH, Bar, Entry, Node, Number, Tab, TodoItem
from thidua.web.papers import FORMS, sheet_of

register = template.Library()

Values = dict[str, Any]


@register.inclusion_tag("ui/icon.html")
def icon(name: str, label: str = "") -> Values:
    """One of the own line icons; decoration unless it has a label."""
    return {"name": name, "label": label}


@register.inclusion_tag("ui/page_head.html")
def page_head(
    title: str, lead: str = "", back_url: str = "", back_label: str = "", kicker: str = ""
) -> Values:
    """The heading of a page, its one-sentence lead and the way back."""
    return {
        "title": title,
        "lead": lead,
        "back_url": back_url,
        "back_label": back_label,
        "kicker": kicker,
    }


@register.simple_block_tag
def card(content: SafeString, title: str = "", tone: str = "") -> SafeString:
    """White paper with a hairline; a tone marks honour, warning or a solemn matter."""
    return render_to_string("ui/card.html", {"content": content, "title": title, "tone": tone})


@register.simple_block_tag
def paper(content: SafeString, label: str = "") -> SafeString:
    """A sheet on the ground: the preview of an official paper."""
    return render_to_string("ui/paper.html", {"content": content, "label": label})


@register.inclusion_tag("ui/paper_preview.html")
def paper_preview(shown: Paper, href: str = "") -> Values:
    """An official paper as a sheet, with Word, PDF and print beside it at the same address."""
    return {"sheet": sheet_of(shown), "href": href, "landscape": shown.landscape, "forms": FORMS}


@register.simple_block_tag
def notice(content: SafeString, tone: str = "neutral", title: str = "") -> SafeString:
    """A band with a shape and words: something to know before going on."""
    return render_to_string("ui/notice.html", {"content": content, "tone": tone, "title": title})


@register.inclusion_tag("ui/badge.html")
def badge(label: str, tone: str = "neutral") -> Values:
    """A state: always a word and a shape, never a colour alone."""
    return {"label": label, "tone": tone}


@register.inclusion_tag("ui/field.html")
def field(bound_field: BoundField) -> Values:
    """Label, control, help and errors of one field, tied together for screen readers."""
    kind = controls.kind_of(bound_field)
    return {"field": bound_field, "kind": kind, "control": controls.control(bound_field, kind)}


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm) -> Values:
    """All errors of a form on top, each a link to its field.

    An error of the whole form whose code is an anchor (`#id_dong-0-code`) leads there.
    """
    whole = [
        (error.messages[0], error.code if error.code and error.code.startswith("#") else "")
        for error in form.non_field_errors().as_data()
    ]
    fields = [bound for bound in form if bound.errors]
    total = len(whole) + sum(len(bound.errors) for bound in fields)
    return {"form": form, "whole": whole, "fields": fields, "total": total}


@register.inclusion_tag("ui/request_key.html")
def request_key() -> Values:
    """A fresh key that makes a second press of the same button harmless."""
    return {"key": secrets.token_urlsafe(18)}


@register.inclusion_tag("ui/figure.html")
def figure(
    label: str,
    sent: Number,
    accepted: Number | None = None,
    target: Number | None = None,
    href: str = "",
    *,
    as_of: date | None = None,
    measure: str = "",
    note: str = "",
    mark: str = "",
) -> Values:
    """A figure that opens: number, target (with a mark), percent, bar, cut-off day."""
    return {
        "label": label,
        "sent": sent,
        "accepted": accepted if accepted != sent else None,
        "target": target,
        "bar": Bar.of(sent, target, accepted),
        "width": BAR_WIDTH,
        "href": href,
        "as_of": as_of,
        "measure": measure,
        "note": note,
        "mark": mark,
    }


@register.inclusion_tag("ui/bar.html")
def bar(
    value: Number, target: Number | None, label: str = "", accepted: Number | None = None
) -> Values:
    """A thin zero-based bar with a mark at the target; its label is read aloud."""
    return {"bar": Bar.of(value, target, accepted), "width": BAR_WIDTH, "label": label}


@register.inclusion_tag("ui/chain.html")
def chain(nodes: Iterable[Node]) -> Values:
    """Levels as a vertical line of units with their states."""
    return {"nodes": nodes}


@register.inclusion_tag("ui/todo.html")
def todo(items: Iterable[TodoItem]) -> Values:
    """Things due, waiting and late: a sentence, a day, a button each."""
    return {"items": items}


@register.inclusion_tag("ui/timeline.html")
def timeline(entries: Iterable[Entry]) -> Values:
    """Who did what when, in sentences."""
    return {"entries": entries}


@register.inclusion_tag("ui/empty.html")
def empty(title: str, text: str, action_label: str = "", action_url: str = "") -> Values:
    """What will be here, why it is empty, the one thing to do."""
    return {"title": title, "text": text, "action_label": action_label, "action_url": action_url}


@register.inclusion_tag("ui/copy_text.html")
def copy_text(text: str, label: str = "") -> Values:
    """Text to be copied into a message, with the button that copies it."""
    return {"text": text, "label": label}


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: Context, page_obj: "Page[Any] | None") -> Values:
    """Former and next page; other parameters of the address are kept."""
    return {"request": context.get("request"), "page": page_obj}


@register.inclusion_tag("ui/as_of_bar.html")
def as_of_bar(day: date, back_url: str) -> Values:
    """A quiet band that says a past day is shown, and leads back."""
    return {"day": day, "back_url": back_url}


@register.inclusion_tag("ui/solemn_summary.html")
def solemn_summary(lines: Iterable[tuple[str, str]]) -> Values:
    """What will happen to whom, counted, before it is asked for once."""
    return {"lines": lines}


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Iterable[Tab]) -> Values:
    """Views of one thing, each a real link."""
    return {"items": items}


@register.inclusion_tag("ui/button.html")
def button(
    label: str,
    href: str = "",
    kind: str = "primary",
    type: str = "submit",  # noqa: A002 - the word of HTML
    name: str = "",
    *,
    value: str = "",
    icon: str = "",
) -> Values:
    """A button that says what happens; a link where it only leads somewhere."""
    return {
        "label": label,
        "href": href,
        "kind": kind,
        "type": type,
        "name": name,
        "value": value,
        "icon": icon,
    }
