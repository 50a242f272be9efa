"""Whom a plan addresses (đối tượng thi đua): the kind that a line of words belongs to."""

from enum import StrEnum


class AudienceKind(StrEnum):
    """Kinds of those addressed; stored by value."""

    ENTERPRISE = "doanh-nghiep"
    PUBLIC = "hanh-chinh-su-nghiep"
    PARTY_MASS = "dang-doan-the"
    LOCALITY = "dia-phuong"
    COLLECTIVE = "tap-the"
    INDIVIDUAL = "ca-nhan"
    OTHER = "khac"


# The first kind one of whose words stands in the line: bodies of the Party and the fronts before
# offices, because "cơ quan Mặt trận Tổ quốc" is one of them.
_WORDS = (
    (AudienceKind.PARTY_MASS, ("mặt trận", "chính trị - xã hội", "đoàn thể", "đảng")),
    (AudienceKind.ENTERPRISE, ("doanh nghiệp", "hợp tác xã", "kinh doanh")),
    (AudienceKind.PUBLIC, ("hành chính", "sự nghiệp", "cơ quan", "đơn vị", "công chức")),
    (AudienceKind.COLLECTIVE, ("tập thể",)),
    (AudienceKind.INDIVIDUAL, ("cá nhân", "người lao động", "đoàn viên", "công nhân", "cử tri")),
    (AudienceKind.LOCALITY, ("tỉnh", "thành phố", "quận", "huyện", "xã", "phường", "địa phương")),
)


def audience_kind(label: str) -> AudienceKind:
    """Return the kind that the words of a line speak of."""
    lowered = label.lower()
    for kind, words in _WORDS:
        if any(word in lowered for word in words):
            return kind
    return AudienceKind.OTHER
