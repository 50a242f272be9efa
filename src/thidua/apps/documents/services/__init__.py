"""What writes papers: keeping one with its numbers."""

from thidua.apps.documents.services.keeping import keep_paper, new_paper_id

__all__ = ["keep_paper", "new_paper_id"]
