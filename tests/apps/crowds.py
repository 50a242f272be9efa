"""Many grassroots unions under one superior, made through the bulk path."""

from thidua.apps.org.bulk import make_units
from thidua.apps.org.models import Placement
from thidua.apps.org.services.paths import rewrite_paths
from thidua.text.collate import sort_key


def crowd_below(superior, since, many):
    """Found `many` grassroots unions under the superior; return their ids."""
    rows = [
        (
            {"kind": "cdcs", "code": f"D-{number}", "sector": "doanh-nghiep"},
            {
                "name": f"CĐCS số {number}",
                "name_fold": f"cdcs so {number}",
                "sort_key": sort_key(f"CĐCS số {number}"),
            },
        )
        for number in range(many)
    ]
    made = make_units(rows, since)
    Placement.objects.bulk_create(
        Placement(unit_id=pk, parent=superior, line="main", valid_from=since) for pk in made
    )
    rewrite_paths(made)
    return made
