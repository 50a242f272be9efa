"""Django's entry for the app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app with the label `accounts`."""

    name = "thidua.apps.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"
