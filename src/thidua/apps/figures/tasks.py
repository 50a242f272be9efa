"""Regular work of figures: fold what waits."""

from thidua.apps.figures.services.folding import BATCH, fold_pending

_MOST_BATCHES = 20


def fold_tick() -> int:
    """Fold until nothing waits, at most so long that the worker stays free for others."""
    folded = 0
    for _ in range(_MOST_BATCHES):
        done = fold_pending()
        folded += done
        if done < BATCH:
            break
    return folded
