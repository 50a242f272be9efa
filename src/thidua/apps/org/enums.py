"""Words of the tree: lines between units, and the sectors (khối)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.domain.tree import Line


class Sector(models.TextChoices):
    """Khối: where the members of a unit work."""

    ENTERPRISE = "doanh-nghiep", _("Doanh nghiệp")
    PUBLIC = "hanh-chinh-su-nghiep", _("Hành chính, sự nghiệp")


__all__ = ["Line", "Sector"]
