"""Turns a refusal's code and parameters into a Vietnamese sentence: what, where, what to do next."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext

from thidua.base.messages import (
    accounts,
    campaigns,
    common,
    conferences,
    files,
    initiatives,
    org,
    pledges,
    reporting,
    sheets,
)
from thidua.domain.errors import DomainError
from thidua.text import dates

SENTENCES: dict[str, Promise] = {
    **common.SENTENCES,
    **org.SENTENCES,
    **accounts.SENTENCES,
    **files.SENTENCES,
    **campaigns.SENTENCES,
    **pledges.SENTENCES,
    **initiatives.SENTENCES,
    **reporting.SENTENCES,
    **conferences.SENTENCES,
    **sheets.SENTENCES,
}
WORDS: dict[str, Promise] = {
    **common.WORDS,
    **org.WORDS,
    **campaigns.WORDS,
    **pledges.WORDS,
    **initiatives.WORDS,
    **reporting.WORDS,
    **conferences.WORDS,
}


def _shown(value: Any) -> Any:
    if isinstance(value, date):
        return dates.day(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(_shown(item)) for item in value)
    if isinstance(value, str) and value in WORDS:
        return str(WORDS[value])
    return value


def sentence(error: DomainError) -> str:
    """Return what a person reads when something was refused."""
    template = SENTENCES.get(error.code)
    if template is None:
        return gettext(
            "Chưa thực hiện được (mã %(code)s). Hãy thử lại hoặc báo quản trị hệ thống."
        ) % {"code": error.code}
    return str(template) % {name: _shown(value) for name, value in error.params.items()}
