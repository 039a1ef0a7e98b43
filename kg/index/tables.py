"""The tables of the index, in a file of SQLite."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from kg.errors import DiskFull, StoreError

VERSION = 5

# `form`: what local entities of one kind and of the same names have in common. Those of one `component` may be one
# entity; `cluster` is the entity of all members of the form that have none of their own. `seat` has the entity of every
# member. `block`: forms that share none are never one entity. `doubt`: forms that are neither surely one nor surely
# two, both ways round; `bond`: those of them that two articles make one, with the two members and what is told of it.
# `holder`: of whom an article says an office; `office`: by hint, which is a family name, the office and a person named
# beside it; `meant`: the full names that a surname among them may stand for, with the document of a holder so called.
# `taken`: the slugs that lead to a cluster; cluster 0 stands for all that have no name. `near`:
# pairs of members that may be one, with the entities they belong to; `short` is a short name among the two, if any.
# `short_name`: by hint, which is what it may be short for and somebody else whom its article names; `full_name`: by the
# same hints the first full name of each form. `statement`: by group (subject, relation and object), and the body whose
# names its title depends on. `link`: near-duplicate texts behind a group. `compared`: the statements that are held
# against each other, and `finding` what came of it.
_SCHEMA = """
CREATE TABLE state (number INTEGER);
INSERT INTO state VALUES (0);
CREATE TABLE form (id INTEGER PRIMARY KEY, key TEXT UNIQUE, component INTEGER, cluster INTEGER);
CREATE INDEX form_component ON form (component);
CREATE INDEX form_cluster ON form (cluster);
CREATE TABLE block (key TEXT, form INTEGER, PRIMARY KEY (key, form)) WITHOUT ROWID;
CREATE TABLE doubt (form INTEGER, other INTEGER, PRIMARY KEY (form, other)) WITHOUT ROWID;
CREATE TABLE bond (one INTEGER, other INTEGER, left_document TEXT, left_entity TEXT, right_document TEXT,
    right_entity TEXT, told TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX bond_other ON bond (other);
CREATE INDEX bond_left ON bond (left_document);
CREATE INDEX bond_right ON bond (right_document);
CREATE TABLE holder (document TEXT, entity TEXT, label TEXT, full INTEGER, offices TEXT, issued TEXT,
    PRIMARY KEY (document, entity)) WITHOUT ROWID;
CREATE TABLE office (hint TEXT, document TEXT, entity TEXT, PRIMARY KEY (hint, document, entity)) WITHOUT ROWID;
CREATE INDEX office_document ON office (document);
CREATE TABLE meant (document TEXT, entity TEXT, label TEXT, witness TEXT, PRIMARY KEY (document, entity, label))
    WITHOUT ROWID;
CREATE INDEX meant_witness ON meant (witness);
CREATE TABLE near (left_document TEXT, left_entity TEXT, right_document TEXT, right_entity TEXT, likeness REAL,
    reasons TEXT, one TEXT, other TEXT, short TEXT);
CREATE INDEX near_left ON near (left_document, left_entity);
CREATE INDEX near_right ON near (right_document, right_entity);
CREATE INDEX near_one ON near (one, other);
CREATE INDEX near_other ON near (other);
CREATE INDEX near_short ON near (short) WHERE short IS NOT NULL;
CREATE TABLE full_name (hint TEXT, form INTEGER, document TEXT, entity TEXT, PRIMARY KEY (hint, form)) WITHOUT ROWID;
CREATE TABLE short_name (hint TEXT, document TEXT, entity TEXT, PRIMARY KEY (hint, document, entity)) WITHOUT ROWID;
CREATE TABLE member (document TEXT, entity TEXT, form INTEGER, cluster INTEGER, PRIMARY KEY (document, entity))
    WITHOUT ROWID;
CREATE INDEX member_form ON member (form, cluster, document, entity);
CREATE INDEX member_cluster ON member (cluster) WHERE cluster IS NOT NULL;
CREATE VIEW seat AS SELECT document, entity, form, component, member.cluster AS own,
    coalesce(member.cluster, form.cluster) AS cluster FROM member JOIN form ON form.id = form;
CREATE TABLE cluster (id INTEGER PRIMARY KEY, entity TEXT, kind TEXT, label TEXT, alt_labels TEXT, replaces TEXT,
    first_document TEXT, first_entity TEXT, slug TEXT, slug_with_kind TEXT);
CREATE INDEX cluster_entity ON cluster (entity);
CREATE INDEX cluster_slug ON cluster (slug);
CREATE INDEX cluster_slug_with_kind ON cluster (slug_with_kind);
CREATE VIEW found AS SELECT id AS cluster, entity, kind, label, alt_labels, replaces, first_document, first_entity
    FROM cluster WHERE entity IS NOT NULL;
CREATE VIEW owner AS SELECT document, seat.entity AS local, form.key, cluster.entity FROM seat
    JOIN form ON form.id = seat.form JOIN cluster ON cluster.id = seat.cluster;
CREATE TABLE taken (slug TEXT, cluster INTEGER, PRIMARY KEY (slug, cluster)) WITHOUT ROWID;
CREATE TABLE statement (id TEXT PRIMARY KEY, grp TEXT, body TEXT) WITHOUT ROWID;
CREATE INDEX statement_grp ON statement (grp);
CREATE INDEX statement_body ON statement (body) WHERE body IS NOT NULL;
CREATE TABLE link (grp TEXT, texts TEXT, PRIMARY KEY (grp, texts)) WITHOUT ROWID;
CREATE INDEX link_texts ON link (texts);
CREATE TABLE compared (key TEXT, statement TEXT, PRIMARY KEY (key, statement)) WITHOUT ROWID;
CREATE INDEX compared_statement ON compared (statement);
CREATE TABLE finding (id TEXT, key TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE INDEX finding_id ON finding (id);
"""
_PRAGMAS = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;"


class Index:
    """Rows by SQL, and of which state of the store they are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def opened(cls, path: Path, state: int) -> Iterator[Self]:
        """The index of this state of the store; an empty one if the file is missing, or of another state or version.

        A `StoreError` where the file cannot be used; it is taken away, and the next time an empty one is there.
        """
        if not _is_of(state, path):
            path.unlink(missing_ok=True)
            Path(f"{path}-journal").unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as connection:
                connection.executescript(_PRAGMAS)
                if not _version(connection):
                    connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
                yield cls(connection)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise DiskFull(path) from error
            path.unlink(missing_ok=True)
            raise StoreError(
                f"the index {path} was damaged ({error}) and is removed: load again, it is remade"
            ) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, also of a process that is killed."""
        self._connection.execute("BEGIN")
        yield
        self._connection.execute("COMMIT")

    def belongs_to(self, state: int) -> None:
        """The rows are those of this state of the store."""
        self.run("UPDATE state SET number = ?", state)

    @property
    def empty(self) -> bool:
        return not self.rows("SELECT 1 FROM taken LIMIT 1")

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    def run(self, sql: str, *values: Any) -> int:
        """The id of the row that was inserted, if one was."""
        return self._connection.execute(sql, values).lastrowid or 0

    def run_all(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._connection.executemany(sql, rows)

    def column(self, sql: str, *values: Any) -> list[Any]:
        """The only value of each row."""
        return [value for (value,) in self.rows(sql, *values)]

    def rows_of_any(self, sql: str, texts: Iterable[str]) -> list[tuple[Any, ...]]:
        """All rows with one of the texts, asked for in one call: `… WHERE key IN t`."""
        return self.rows(f"WITH t AS (SELECT value FROM json_each(?)) {sql}", json.dumps(list(texts)))  # noqa: S608

    def column_of_any(self, sql: str, texts: Iterable[str]) -> set[Any]:
        """The only values of such rows."""
        return {value for (value,) in self.rows_of_any(sql, texts)}


def _is_of(state: int, path: Path) -> bool:
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path)) as connection:
            of_ours = _version(connection) == VERSION
            return of_ours and connection.execute("SELECT number FROM state").fetchone() == (state,)
    except sqlite3.DatabaseError:
        return False


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
