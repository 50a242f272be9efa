"""How a form field is drawn: which kind it is, and the attributes its control carries."""

from typing import Literal

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

Kind = Literal["line", "text", "choice", "tick", "group", "file", "hidden"]

_CLASSES: dict[Kind, str] = {
    "line": "form-control",
    "text": "form-control",
    "choice": "form-select",
    "tick": "form-check-input",
    "file": "form-control",
    "group": "",
    "hidden": "",
}


def kind_of(bound: BoundField) -> Kind:
    """Tell which of the seven ways of drawing a field fits its widget."""
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    # RadioSelect and CheckboxSelectMultiple descend from Select: the order of questions matters.
    kinds: tuple[tuple[type[forms.Widget] | tuple[type[forms.Widget], ...], Kind], ...] = (
        ((forms.RadioSelect, forms.CheckboxSelectMultiple), "group"),
        (forms.Select, "choice"),
        (forms.CheckboxInput, "tick"),
        (forms.FileInput, "file"),
        (forms.Textarea, "text"),
    )
    return next((kind for widgets, kind in kinds if isinstance(widget, widgets)), "line")


def control(bound: BoundField, kind: Kind) -> SafeString:
    """Render the control with its class, its error state and what describes it."""
    given = bound.field.widget.attrs
    classes = [given.get("class", ""), _CLASSES[kind], "is-invalid" if bound.errors else ""]
    attrs: dict[str, str | bool] = {}
    if name := " ".join(part for part in classes if part):
        attrs["class"] = name
    if kind == "file":
        attrs["data-files"] = True
    return bound.as_widget(attrs=attrs)
