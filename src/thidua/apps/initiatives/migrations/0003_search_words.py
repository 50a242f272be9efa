"""The search index again: on SQLite every beginning of a word stands ready, PostgreSQL samples more."""

from django.db import migrations

_TABLE = "initiatives_initiative"
# A prefix of a length that is not ready is merged from whole lists on each search: 50 ms instead of
# 0.5 at a million titles. Nobody asks where in a title a word stands, so that is not kept: the index
# is half as large as it was, in spite of the prefixes. The triggers know it by its name only.
_SQLITE = (
    "DROP TABLE initiatives_search",
    f"""CREATE VIRTUAL TABLE initiatives_search USING fts5(
        search_fold, content='{_TABLE}', content_rowid='id', tokenize='unicode61',
        prefix='2 3 4 5 6 7', detail=none, columnsize=0
    )""",
    "INSERT INTO initiatives_search (initiatives_search) VALUES ('rebuild')",
)
# Of a hundred sampled texts a word of every sixtieth title is often in none: then it is believed
# to be rare, and 16,000 rows are fetched and sorted for the fifty that are shown.
_POSTGRESQL = (f"ALTER TABLE {_TABLE} ALTER COLUMN search_fold SET STATISTICS 1000",)


def build(apps, schema_editor):
    """Mend the index, or what the planner knows of the column."""
    vendor = schema_editor.connection.vendor
    for statement in _SQLITE if vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Runs behind the first index."""

    dependencies = [("initiatives", "0002_search")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
