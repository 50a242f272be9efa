"""Links of one use: reset by an officer, opened by the person, once, in time."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from thidua.apps.accounts import queries, services
from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.org.services import assign_post
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent, AuditPayload
from thidua.domain.errors import Conflict, Forbidden, NotFound

PASSWORD = "mùa thu Hà Nội 1945"


@pytest.fixture
def invited(country, officer):
    """A chair who has not yet set a password."""
    return services.invite_person(
        actor=officer,
        unit_id=country["anh-duong"].public_id,
        role="chu-tich-cdcs",
        full_name="Trần Thị Bình",
        sign_in_name="0912345678",
    )


def token(user_id):
    link = AccessLink.objects.get(user__public_id=user_id, used_at=None, withdrawn_at=None)
    return queries.token_of(link.public_id)


def use(link, password=PASSWORD):
    return services.use_link(
        actor=queries.actor_of_link(link),
        link_id=link.public_id,
        password_hash=services.sealed(password),
    )


def test_a_link_opens_the_account_once(invited):
    link = queries.link_by_token(token(invited))
    assert link.state is queries.LinkState.OPEN
    use(link)
    user = User.objects.get(public_id=invited)
    assert user.check_password(PASSWORD)
    assert not user.must_set_password
    assert queries.link_by_id(link.public_id).state is queries.LinkState.USED
    with pytest.raises(Conflict, match="link_closed"):
        use(link, "một mật khẩu khác hẳn")
    assert User.objects.get(public_id=invited).check_password(PASSWORD)
    event = AuditEvent.objects.get(operation="use_link")
    assert event.actor_user == user.pk


def test_neither_secret_nor_password_is_stored_anywhere(invited):
    secret = token(invited)
    link = queries.link_by_token(secret)
    use(link)
    rows = [
        *AccessLink.objects.values(),
        *AuditEvent.objects.values(),
        *AuditPayload.objects.values(),
    ]
    text = repr(rows)
    assert secret not in text
    assert PASSWORD not in text
    assert PASSWORD not in repr(User.objects.filter(public_id=invited).values())


def test_a_link_ends_with_its_time(invited):
    secret = token(invited)
    link = queries.link_by_token(secret)
    with time_machine.travel(link.expires_at - timedelta(seconds=5), tick=False):
        assert queries.link_by_token(secret).state is queries.LinkState.OPEN
    with time_machine.travel(link.expires_at, tick=False):
        assert queries.link_by_token(secret).state is queries.LinkState.EXPIRED
        with pytest.raises(Conflict, match="link_closed"):
            use(link)
    assert not User.objects.get(public_id=invited).has_usable_password()


def test_invitations_last_two_weeks_and_resets_a_day(country, invited, officer):
    invitation = AccessLink.objects.get()
    assert invitation.expires_at - invitation.made_at == timedelta(days=14)
    use(queries.link_by_token(token(invited)))
    services.issue_reset(actor=officer, user_id=invited)
    reset = AccessLink.objects.get(purpose="reset")
    assert reset.expires_at - reset.made_at == timedelta(days=1)


def test_a_wrong_secret_opens_nothing(invited):
    assert queries.link_by_token(token(invited)[:-1] + "A!") is None
    assert queries.link_by_token("") is None


def test_a_new_link_withdraws_the_one_before(invited, officer):
    first = queries.link_by_token(token(invited))
    services.issue_reset(actor=officer, user_id=invited)
    assert queries.link_by_id(first.public_id).state is queries.LinkState.WITHDRAWN
    with pytest.raises(Conflict):
        use(first)
    again = queries.link_by_token(token(invited))
    assert again.purpose == "invite"


def test_after_another_installation_key_paper_still_works_but_is_not_shown(
    invited, officer, settings
):
    secret = token(invited)
    settings.SECRET_KEY = "another-key"
    assert queries.own_open_link(officer, invited) is None
    assert queries.link_by_token(secret).state is queries.LinkState.OPEN


def test_a_link_opens_only_the_account_it_was_made_for(invited, officer):
    link = queries.link_by_token(token(invited))
    with pytest.raises(Forbidden):
        services.use_link(
            actor=officer, link_id=link.public_id, password_hash=services.sealed(PASSWORD)
        )
    assert queries.link_by_id(link.public_id).state is queries.LinkState.OPEN


def test_a_person_without_a_post_today_cannot_open_an_account(invited):
    link = queries.link_by_token(token(invited))
    link.user.assignments.update(
        valid_until=datetime(2026, 11, 22, tzinfo=UTC).date(), valid_from="2026-01-01"
    )
    with pytest.raises(Conflict, match="no_post") as refused:
        use(link)
    assert "Cán bộ phụ trách thi đua" in refused.value.params["maker"]


@pytest.mark.parametrize(
    ("role", "at", "target", "refusal"),
    [
        ("can-bo-thi-dua", "tu-liem", ("chu-tich-cdcs", "anh-duong"), None),
        ("chu-tich-cdcs", "anh-duong", ("can-bo-cdcs", "anh-duong"), None),
        ("lanh-dao", "ha-noi", ("lanh-dao", "tu-liem"), None),
        ("quan-tri", "tld", ("lanh-dao", "tld"), None),
        ("can-bo-thi-dua", "tu-liem", ("lanh-dao", "tu-liem"), Forbidden),
        ("can-bo-cdcs", "anh-duong", ("chu-tich-cdcs", "anh-duong"), Forbidden),
        ("chu-tich-cdcs", "anh-duong", ("lanh-dao", "tu-liem"), Forbidden),
        ("can-bo-thi-dua", "tu-liem", ("chu-tich-cdcs", "song-huong"), NotFound),
    ],
)
def test_who_resets_whom(country, role, at, target, refusal):
    actor, person = country.actor(role, at), country.person(*target)
    if refusal is None:
        assert services.issue_reset(actor=actor, user_id=person.user.public_id)
    else:
        with pytest.raises(refusal):
            services.issue_reset(actor=actor, user_id=person.user.public_id)
        assert not AccessLink.objects.exists()


def test_one_post_out_of_reach_protects_the_account(country, officer):
    person = country.person("chu-tich-cdcs", "anh-duong")
    assign_post(
        actor=SYSTEM,
        user_id=person.user.pk,
        role="can-bo-thi-dua",
        unit_id=country["ha-noi"].public_id,
        valid_from=datetime(2026, 6, 1, tzinfo=UTC).date(),
    )
    with pytest.raises(Forbidden, match="reset_not_in_gift"):
        services.issue_reset(actor=officer, user_id=person.user.public_id)


def test_nobody_resets_oneself_or_nobody(country, leader):
    own = User.objects.get(pk=leader.user_id)
    with pytest.raises(Conflict, match="own_password"):
        services.issue_reset(actor=leader, user_id=own.public_id)
    with pytest.raises(NotFound):
        services.issue_reset(actor=leader, user_id="nd_unknown")
