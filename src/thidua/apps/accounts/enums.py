"""Closed lists of the app `accounts`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkPurpose(models.TextChoices):
    """What a link of one use lets its holder do."""

    INVITE = "invite", _("Mời vào hệ thống")
    RESET = "reset", _("Đặt lại mật khẩu")
