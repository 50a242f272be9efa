"""What PostgreSQL knows of its tables, renewed where thousands of rows have just come."""

from django.db import connection
from django.db.models import Model

# Below this, an old picture of a table does no harm.
MANY = 1_000


def renew_statistics(rows: int, *models: type[Model]) -> None:
    """Let the planner look at these tables again, after so many new rows in this transaction.

    Joins that are planned on the belief that a table is empty take minutes once it is not.
    """
    if rows < MANY or connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")  # noqa: SLF001
