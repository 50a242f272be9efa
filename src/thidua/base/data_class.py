"""The data class of every field: how far it may travel, and whether it is encrypted at rest."""

from enum import StrEnum


class DataClass(StrEnum):
    """Public, internal to the unions, about a person, or about a person and sensitive by law.

    Basis: Law 91/2025/QH15 and Decree 356/2025/NĐ-CP; sensitive fields are encrypted with a
    key kept outside the database.
    """

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
