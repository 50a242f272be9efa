"""Papers stamped as state secrets: they do not belong in the system (Luật Bảo vệ bí mật nhà nước)."""

from typing import Final

from thidua.text.unicode import clean_line

# The stamps as they are printed: alone on their line, in capitals (Luật 117/2025/QH15, three degrees).
_STAMPS: Final = frozenset({"MẬT", "TỐI MẬT", "TUYỆT MẬT"})


def is_marked_secret(text: str) -> bool:
    """Tell whether a line of the text is the stamp of a state secret and nothing else."""
    return any(clean_line(line).strip(" .:[]()") in _STAMPS for line in text.splitlines())
