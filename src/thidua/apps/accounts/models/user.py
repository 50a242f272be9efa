"""A person who signs in; rights come from assignments in `org`, never from this row."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.base import clock
from thidua.base.data_class import DataClass
from thidua.base.encryption import EncryptedTextField
from thidua.base.public_id import PublicIdModel


class UserManager(BaseUserManager["User"]):
    """Looks people up; they are made by services only."""


class User(AbstractBaseUser, PublicIdModel):
    """Tài khoản: one person, one row, whatever posts that person holds or held."""

    PREFIX = "nd"
    DATA_CLASSES: ClassVar = {
        "password": DataClass.INTERNAL,
        "last_login": DataClass.INTERNAL,
        "sign_in_name": DataClass.PERSONAL,
        "full_name": DataClass.PERSONAL,
        "full_name_fold": DataClass.PERSONAL,
        "sort_key": DataClass.PERSONAL,
        "contact_phone": DataClass.SENSITIVE,
        "is_active": DataClass.INTERNAL,
        "must_set_password": DataClass.INTERNAL,
        "date_joined": DataClass.INTERNAL,
    }

    # The names of these two appear in Django's remark that a password is too much like them.
    sign_in_name = models.CharField(_("tên đăng nhập"), max_length=64, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    full_name_fold = models.CharField(max_length=120, db_index=True, editable=False)
    # Each letter takes up to two signs, its tones follow: longer than the name itself.
    sort_key = models.CharField(max_length=600, editable=False)
    contact_phone = EncryptedTextField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    must_set_password = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.public_id

    def get_full_name(self) -> str:
        """Return the name as it is shown."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name, the last word of a Vietnamese name."""
        return self.full_name.rpartition(" ")[2]
