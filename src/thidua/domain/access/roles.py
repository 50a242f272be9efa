"""The roles a person may hold at a unit, with what each may do and how far."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua.domain.access.capabilities import (
    DIRECT,
    LINE,
    OWN,
    SUBTREE,
    Capability,
    Reach,
)


@dataclass(frozen=True)
class Role:
    """One role: its name on screen, what it is for, whether its holder decides, what it grants."""

    name: str
    description: str
    decides: bool
    grants: Mapping[Capability, Reach]


_READ = {
    Capability.UNIT_VIEW: LINE,
    Capability.CAMPAIGN_VIEW: LINE,
    Capability.DIRECTIVE_VIEW: SUBTREE,
    Capability.FIGURE_VIEW: SUBTREE,
    Capability.REPORT_VIEW: SUBTREE,
    Capability.PACT_VIEW: SUBTREE,
    Capability.REGISTRATION_VIEW: SUBTREE,
    Capability.CONFERENCE_VIEW: LINE,
    Capability.INITIATIVE_VIEW: SUBTREE,
}
_ENTER = {
    Capability.REGISTRATION_ENTER: OWN,
    Capability.INITIATIVE_SUBMIT: OWN,
}
# What a unit keeps of its own launch: pacts, registrations, conferences, initiatives confirmed.
_KEEP = {
    **_ENTER,
    Capability.PACT_KEEP: OWN,
    Capability.REGISTRATION_KEEP: OWN,
    Capability.CONFERENCE_KEEP: OWN,
    Capability.INITIATIVE_CONFIRM: OWN,
}
_OFFICE = {
    **_READ,
    **_KEEP,
    Capability.PERSON_VIEW: SUBTREE,
    Capability.CAMPAIGN_EDIT: OWN,
    Capability.DIRECTIVE_RECEIVE: OWN,
    Capability.PERIOD_OPEN: OWN,
    Capability.REPORT_FILL: OWN,
    Capability.REPORT_REVIEW: DIRECT,
    # A superior takes in the list of what its units had recognised, in one file.
    Capability.INITIATIVE_IMPORT: SUBTREE,
}

ROLES: Mapping[str, Role] = {
    "quan-tri": Role(
        "Quản trị hệ thống",
        "Giữ danh sách đơn vị và tài khoản; không xem hồ sơ thi đua.",
        decides=True,
        grants={
            Capability.UNIT_VIEW: SUBTREE,
            Capability.UNIT_MANAGE: SUBTREE,
            Capability.UNIT_REORGANISE: SUBTREE,
            Capability.PERSON_VIEW: SUBTREE,
            Capability.PERSON_INVITE: SUBTREE,
            Capability.ACCOUNT_KEEP: OWN,
            Capability.HISTORY_VIEW: SUBTREE,
            Capability.INSTALLATION_KEEP: OWN,
        },
    ),
    "lanh-dao": Role(
        "Lãnh đạo công đoàn",
        "Ban hành kế hoạch, phát động, duyệt báo cáo của đơn vị trực thuộc.",
        decides=True,
        grants={
            **_OFFICE,
            Capability.CAMPAIGN_LAUNCH: OWN,
            Capability.UNIT_REORGANISE: SUBTREE,
            Capability.PERSON_INVITE: SUBTREE,
            Capability.ACCOUNT_KEEP: OWN,
            Capability.HISTORY_VIEW: SUBTREE,
        },
    ),
    "can-bo-thi-dua": Role(
        "Cán bộ phụ trách thi đua",
        "Soạn kế hoạch, theo dõi đơn vị trực thuộc, tiếp nhận và duyệt báo cáo.",
        decides=False,
        grants={
            **_OFFICE,
            Capability.PERSON_INVITE: SUBTREE,
            Capability.ACCOUNT_KEEP: OWN,
        },
    ),
    "chu-tich-cdcs": Role(
        "Chủ tịch công đoàn cơ sở",
        "Tiếp nhận kế hoạch, phát động tại đơn vị, gửi báo cáo.",
        decides=False,
        grants={
            **_READ,
            **_KEEP,
            Capability.PERSON_VIEW: OWN,
            Capability.CAMPAIGN_EDIT: OWN,
            Capability.CAMPAIGN_LAUNCH: OWN,
            Capability.DIRECTIVE_RECEIVE: OWN,
            Capability.REPORT_FILL: OWN,
            Capability.INITIATIVE_IMPORT: OWN,
            Capability.PERSON_INVITE: OWN,
            Capability.ACCOUNT_KEEP: OWN,
        },
    ),
    "can-bo-cdcs": Role(
        "Cán bộ công đoàn cơ sở",
        "Giúp chủ tịch nhập số liệu và gửi báo cáo.",
        decides=False,
        grants={
            **_READ,
            **_ENTER,
            Capability.REPORT_FILL: OWN,
            Capability.ACCOUNT_KEEP: OWN,
        },
    ),
    "doan-vien": Role(
        "Đoàn viên",
        "Đăng ký phần việc, gửi sáng kiến, xem hồ sơ của mình.",
        decides=False,
        grants={
            Capability.UNIT_VIEW: OWN,
            Capability.CAMPAIGN_VIEW: LINE,
            Capability.CONFERENCE_VIEW: OWN,
            **_ENTER,
            Capability.ACCOUNT_KEEP: OWN,
        },
    ),
}

SYSTEM_ROLE = "he-thong"
SYSTEM_CAPABILITIES = frozenset(
    {
        Capability.UNIT_MANAGE,
        Capability.UNIT_REORGANISE,
        Capability.PERSON_INVITE,
        Capability.INSTALLATION_KEEP,
        Capability.CAMPAIGN_LAUNCH,
    }
)


def reach_of(role: str, capability: Capability) -> Reach | None:
    """Return how far `role` reaches with `capability`, or None where it has no such right."""
    held = ROLES.get(role)
    return held.grants.get(capability) if held else None
