"""Forms of initiatives: the initiative, one row for each author, reasons, praises, the filter."""

from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from thidua.apps.initiatives.enums import ExclusionChoice, LevelChoice, TypeChoice
from thidua.apps.initiatives.services import Author, InitiativeDraft
from thidua.domain.initiatives.authors import MOST_AUTHORS, WHOLE, read_share
from thidua.lawbook.programmes import programmes
from thidua.web.fields import CountField, DayField, TidyField
from thidua.web.photos import PhotosField

_TEXTAREA = {"rows": 4}


# What a draft may lack and a sending may not.
_NEEDED = (
    "kind", "applied_on", "recognised_by", "recognition_no", "recognised_on", "level", "exclusion",
)  # fmt: skip


class ShareField(forms.CharField):
    """A share in percent, typed as 60 or 33,3."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=12, widget=widget, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        """Return the share; raise a sentence that repeats what was typed."""
        typed = super().clean(value)
        share = read_share(typed) if typed else None
        if typed and share is None:
            raise forms.ValidationError(
                _t("“%(value)s” không phải là số. Hãy nhập như 60 hoặc 33,3.") % {"value": typed}
            )
        return share


class InitiativeForm(forms.Form):
    """All of an initiative but its authors."""

    title = TidyField(label=_("Tên sáng kiến"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại sáng kiến"), required=False)
    field = TidyField(
        label=_("Lĩnh vực"),
        max_length=120,
        required=False,
        help_text=_("Như: sản xuất, an toàn lao động, cải cách hành chính."),
    )
    applied_on = DayField(
        label=_("Áp dụng từ ngày"),
        required=False,
        help_text=_("Ngày áp dụng lần đầu, hoặc áp dụng thử."),
    )
    filed_on = DayField(label=_("Ngày nộp đơn"), required=False, help_text=_("Có thể để trống."))
    confidential = forms.BooleanField(
        label=_("Sáng kiến có nội dung bí mật"),
        required=False,
        help_text=_("Chỉ lưu tên và hiệu quả; phần mô tả ở dưới không được lưu."),
    )
    problem = TidyField(
        label=_("Tình trạng trước khi áp dụng"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=_TEXTAREA),
    )
    solution = TidyField(
        label=_("Nội dung giải pháp"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=_TEXTAREA),
    )
    benefit = CountField(label=_("Số tiền làm lợi (đồng)"), required=False)
    reckoning = TidyField(
        label=_("Cách tính"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Bắt buộc khi có số tiền làm lợi."),
    )
    effect = TidyField(
        label=_("Hiệu quả khác"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Khi không tính được thành tiền: tiết kiệm thời gian, an toàn hơn, …"),
    )
    recognised_by = TidyField(
        label=_("Nơi quyết định công nhận"),
        max_length=200,
        required=False,
        help_text=_("Như: Giám đốc Công ty. Hệ thống không công nhận thay."),
    )
    recognition_no = TidyField(label=_("Số quyết định"), max_length=60, required=False)
    recognised_on = DayField(label=_("Ngày quyết định"), required=False)
    level = forms.ChoiceField(label=_("Cấp công nhận"), required=False)
    programme = forms.ChoiceField(label=_("Nhập vào chương trình"), required=False)
    exclusion = forms.ChoiceField(
        label=_("Có thuộc trường hợp không được công nhận không?"),
        required=False,
        widget=forms.RadioSelect,
    )
    photos = PhotosField(
        label=_("Ảnh minh chứng"),
        help_text=_("Ảnh sản phẩm, hiện trường; ảnh hoặc bản scan PDF quyết định công nhận."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the closed lists."""
        super().__init__(*args, **kwargs)
        known = [(slug, row.short) for slug, row in programmes().items()]
        lists: dict[str, Any] = {
            "kind": [("", _t("Chọn loại")), *TypeChoice.choices],
            "level": [("", _t("Chọn cấp")), *LevelChoice.choices],
            "programme": [("", _t("Không theo chương trình nào")), *known],
            "exclusion": ExclusionChoice.choices,
        }
        for name, choices in lists.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
        for name in _NEEDED:
            vars(self.fields[name])["needed"] = True

    def draft(self, authors: tuple[Author, ...]) -> InitiativeDraft:
        """Return what was typed, as the service takes it."""
        data = {k: v for k, v in self.cleaned_data.items() if k not in ("version", "photos")}
        return InitiativeDraft(**data, authors=authors)


class AuthorForm(forms.Form):
    """One author; a row left blank does not count."""

    name = TidyField(label=_("Họ và tên"), max_length=100, required=False)
    share = ShareField(label=_("Tỷ lệ đóng góp (%)"), required=False)
    post = TidyField(label=_("Chức vụ, nghề nghiệp"), max_length=120, required=False)
    workplace = TidyField(label=_("Nơi làm việc"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the name where only something else was typed."""
        data: dict[str, Any] = super().clean() or {}
        if any(data.values()) and not data.get("name") and "name" not in self.errors:
            self.add_error("name", _t("Hãy nhập họ và tên."))
        return data


class AuthorRows(BaseFormSet):  # type: ignore[type-arg]
    """The authors in their order."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Read every row as typed: a row that was there before and is unchanged counts too."""
        kwargs: dict[str, Any] = super().get_form_kwargs(index)
        return kwargs | {"empty_permitted": False}

    def authors(self) -> tuple[Author, ...]:
        """Return the authors that were typed; one alone has the whole where no share is said."""
        typed = [form.cleaned_data for form in self.forms if form.cleaned_data.get("name")]
        alone = WHOLE if len(typed) == 1 else Decimal(0)
        return tuple(Author(**{**data, "share": data["share"] or alone}) for data in typed)


AuthorSet = formset_factory(
    AuthorForm, formset=AuthorRows, extra=1, max_num=MOST_AUTHORS, absolute_max=MOST_AUTHORS
)


class ReasonForm(forms.Form):
    """Why an initiative is returned, or taken back."""

    reason = TidyField(
        label=_("Lý do"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class PraiseForm(forms.Form):
    """Where and when an initiative was praised."""

    level = forms.ChoiceField(label=_("Cấp biểu dương"), choices=LevelChoice.choices)
    praised_by = TidyField(label=_("Nơi biểu dương"), max_length=200)
    number = TidyField(label=_("Số văn bản"), max_length=60, required=False)
    praised_on = DayField(label=_("Ngày"))
