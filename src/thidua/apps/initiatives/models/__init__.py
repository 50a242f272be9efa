"""Tables of initiatives: the initiative, its authors, photographs, and where it was praised."""

from thidua.apps.initiatives.models.initiative import Initiative
from thidua.apps.initiatives.models.parts import Author, InitiativePhoto, InitiativePraise

__all__ = ["Author", "Initiative", "InitiativePhoto", "InitiativePraise"]
