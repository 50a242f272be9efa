"""How the sign-in packages are bent to this house: names, words, the trail, sealed secrets."""

from typing import Any, cast

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.apps.accounts.queries import shown_name, typed_sign_in_name
from thidua.apps.accounts.services import change_own_password, note_sign_in_change, sealed
from thidua.apps.org.queries import assignments_of
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.encryption import decrypt, encrypt
from thidua.domain.errors import Forbidden
from thidua.office.qr import qr_svg

_SECRET = "accounts.second_factor"  # noqa: S105 - names a purpose
_METHODS = {
    "reauthenticate": gettext_lazy("Dùng mật khẩu"),
    "mfa_reauthenticate": gettext_lazy("Dùng mã của ứng dụng xác thực hoặc mã dự phòng"),
    "mfa_reauthenticate:webauthn": gettext_lazy("Dùng khóa đăng nhập (vân tay, khuôn mặt)"),
}


_PASSWORD_FAULTS = {
    "password_too_short": gettext_lazy("Mật khẩu ngắn quá: cần ít nhất 12 ký tự."),
    "password_too_common": gettext_lazy(
        "Mật khẩu này nhiều người dùng, dễ bị đoán. Hãy chọn câu khác."
    ),
    "password_too_similar": gettext_lazy(
        "Mật khẩu giống họ tên hoặc tên đăng nhập quá. Hãy chọn câu khác."
    ),
}


def check_password(password: str, user: Any) -> None:
    """Hold a new password to the rules of the installation; refuse in the words of this house."""
    try:
        validate_password(password, user)
    except ValidationError as faults:
        raise ValidationError(
            [_PASSWORD_FAULTS.get(fault.code or "", fault) for fault in faults.error_list]
        ) from None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in and keeping a password."""

    error_messages = {  # noqa: RUF012 - the package reads it as a plain dictionary
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("Tài khoản này đang tạm khóa."),
        "enter_current_password": gettext_lazy("Mật khẩu hiện tại chưa đúng."),
        "incorrect_code": gettext_lazy("Mã chưa đúng hoặc đã hết hạn. Hãy nhập mã đang hiện."),
        "incorrect_password": gettext_lazy("Mật khẩu chưa đúng."),
        "too_many_login_attempts": gettext_lazy(
            "Đã thử sai nhiều lần. Hãy chờ 5 phút rồi thử lại."
        ),
        "username_password_mismatch": gettext_lazy(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Quên mật khẩu thì đề nghị người giữ tài khoản "
            "của đơn vị cấp lại."
        ),
        "rate_limited": gettext_lazy("Thao tác quá nhanh. Hãy chờ một phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody signs up: accounts come by invitation."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave the counting of wrong passwords to the lock-out, so that one rule answers."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Check a password under the name as it is stored, however it was typed."""
        credentials["username"] = typed_sign_in_name(credentials.get("username", ""))
        return cast("AbstractBaseUser | None", super().authenticate(request, **credentials))

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Stop those who hold no post today before a session begins."""
        stopped = super().pre_login(request, user, **kwargs)
        if stopped is None and not assignments_of(user.pk):
            return redirect("account:no_post")
        return cast("HttpResponse | None", stopped)

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """Check a new password as the rest of the house does."""
        check_password(password, user)
        return password

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Keep a new own password through the service, so that the trail knows."""
        change_own_password(actor=self._actor(), password_hash=sealed(password))
        user.refresh_from_db(fields=["password"])

    def send_notification_mail(self, template_prefix: str, user: Any, *_: Any, **__: Any) -> None:
        """Write changes of the second step into the trail; there is no mail."""
        what = template_prefix.rpartition("/")[2]
        actor = getattr(self.request, "actor", None)
        if template_prefix.startswith("mfa/") and actor is not None and actor.user_id == user.pk:
            note_sign_in_change(actor=actor, what=what)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Return the own account page; the way there asks for the new password."""
        return resolve_url("account:home")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again for a proof, unless this session began with one a moment ago."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        proofs = get_authentication_records(self.request, self.request.user)
        oldest = clock.now().timestamp() - account_settings.REAUTHENTICATION_TIMEOUT
        return not any(proof["at"] > oldest for proof in proofs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Name the ways to prove oneself again in the words of this house."""
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": str(_METHODS[method["id"]])} for method in methods]

    def _actor(self) -> Actor:
        actor: Actor | None = getattr(self.request, "actor", None)
        if actor is None:
            raise Forbidden("base.forbidden")
        return actor


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step: secrets sealed with the key outside the database, own QR codes and words."""

    error_messages = {  # noqa: RUF012 - the package reads it as a plain dictionary
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": gettext_lazy(
            "Mã dự phòng chỉ tạo được sau khi đã bật xác thực hai bước."
        ),
        "incorrect_code": gettext_lazy("Mã chưa đúng hoặc đã hết hạn. Hãy nhập mã đang hiện."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret on its way to the database."""
        return encrypt(text, _SECRET)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret from the database."""
        return decrypt(encrypted_text, _SECRET)

    def build_totp_svg(self, url: str) -> SafeString:
        """Draw the code that an authenticator app reads, inline: the policy admits no data: image."""
        # Made of numbers and of a title that is escaped where it is drawn.
        return mark_safe(qr_svg(url, title=_("Mã QR cho ứng dụng xác thực")))  # noqa: S308

    def get_totp_label(self, user: Any) -> str:
        """Return how the app names this account."""
        return shown_name(user.sign_in_name)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002, ARG002
        """Offer a name for a new passkey."""
        return _("Khóa lập ngày %(day)s") % {"day": f"{clock.today():%d/%m/%Y}"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """Say to the device whose passkey it keeps."""
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.full_name, "name": shown_name(user.sign_in_name)}


def locked_out(
    request: HttpRequest,
    original_response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """Answer after too many wrong passwords: when to try again, and whom to ask."""
    from axes.helpers import get_cool_off  # noqa: PLC0415 - needs the loaded apps

    until = clock.now() + get_cool_off(request)
    return render(request, "accounts/locked.html", {"until": until}, status=429)
