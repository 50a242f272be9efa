"""The search index over `search_fold`: FTS5 on SQLite, trigrams on PostgreSQL, kept by the database."""

from django.db import migrations

_TABLE = "initiatives_initiative"
_SQLITE = (
    f"""CREATE VIRTUAL TABLE initiatives_search USING fts5(
        search_fold, content='{_TABLE}', content_rowid='id', tokenize='unicode61', prefix='2 3'
    )""",
    f"""CREATE TRIGGER initiatives_search_new AFTER INSERT ON {_TABLE} BEGIN
        INSERT INTO initiatives_search (rowid, search_fold) VALUES (new.id, new.search_fold);
    END""",
    f"""CREATE TRIGGER initiatives_search_gone AFTER DELETE ON {_TABLE} BEGIN
        INSERT INTO initiatives_search (initiatives_search, rowid, search_fold)
        VALUES ('delete', old.id, old.search_fold);
    END""",
    f"""CREATE TRIGGER initiatives_search_changed AFTER UPDATE OF search_fold ON {_TABLE} BEGIN
        INSERT INTO initiatives_search (initiatives_search, rowid, search_fold)
        VALUES ('delete', old.id, old.search_fold);
        INSERT INTO initiatives_search (rowid, search_fold) VALUES (new.id, new.search_fold);
    END""",
)
_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX initiative_search ON {_TABLE} USING gin (search_fold gin_trgm_ops)",
)


def build(apps, schema_editor):
    """Make the index of the database at hand."""
    vendor = schema_editor.connection.vendor
    for statement in _SQLITE if vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Runs behind the tables."""

    dependencies = [("initiatives", "0001_initial")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
