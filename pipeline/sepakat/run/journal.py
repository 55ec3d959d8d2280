"""What an archive's job has done, in an SQLite file beside its results: an interrupted job goes on from here.

A job is a sequence of items, the records that passed triage and the stretches that could not be read, in the
order of the archive. Every `shard_size` items make a shard. A shard is noted only after its file lies in its place,
and files are made anew from the archive, so a job that was killed at any moment ends with the same bytes.
"""

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any, Final, Literal

from sepakat.atomic import OutputError
from sepakat.errors import Failed
from sepakat.run.syndication import SIMILAR, bands, similarity

NAME: Final = "journal.sqlite"
_FORM: Final = 2
"""Version of the tables below."""
_TABLES: Final = """
CREATE TABLE job (form INTEGER NOT NULL, plan TEXT NOT NULL, n_read INTEGER, uncompared INTEGER);
CREATE TABLE shard (
    number INTEGER PRIMARY KEY, start TEXT NOT NULL, behind TEXT NOT NULL,
    n_read INTEGER NOT NULL, fingerprint TEXT NOT NULL
);
CREATE TABLE item (
    shard INTEGER NOT NULL, slot INTEGER NOT NULL, source TEXT NOT NULL, outcome TEXT NOT NULL,
    article TEXT, n_agreements INTEGER NOT NULL, stage TEXT, error TEXT, whole INTEGER NOT NULL,
    original TEXT, original_article TEXT, similarity REAL, signature BLOB,
    PRIMARY KEY (shard, slot)
);
CREATE INDEX item_outcome ON item (outcome) WHERE outcome = 'failed';
CREATE TABLE band (key INTEGER NOT NULL, shard INTEGER NOT NULL, slot INTEGER NOT NULL);
CREATE INDEX band_key ON band (key);
"""

Outcome = Literal["result", "failed", "duplicate"]


class JournalError(OutputError):
    """A job's folder holds another job, is in use, or cannot be written."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading goes on.

    Attributes:
        index: Number of the file among the job's files, from 0.
        path: The file; another one at this number means that the archive has changed.
        stamp: Its size and time of change, or "" where they are not known.
        position: Position of a block in it (see `sources.record.Block`).
        first: Records before that block.
        begun: Whether that block was read; before the first one there may be stretches that cannot be.
        skip: Items from there on that are done.
        n_read: Records of all files before the place.
    """

    index: int = 0
    path: str = ""
    stamp: str = ""
    position: int = 0
    first: int = 0
    begun: bool = False
    skip: int = 0
    n_read: int = 0


@dataclass(frozen=True, slots=True)
class Original:
    """The earlier article that an article repeats.

    Attributes:
        source: Its `article.source`.
        article: Its `article.id`.
        similarity: Estimated Jaccard similarity of the two, from 0 to 1.
    """

    source: str
    article: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Done:
    """One item that is done.

    Attributes:
        source: Its `article.source`.
        outcome: `result`; `failed`; `duplicate` for one that is not extracted because an earlier article was.
        article: `article.id`, where there is an article.
        n_agreements: Agreements in its result.
        failed: Why it has no result.
        whole: Whether the failure is a stretch of the archive, not one record that passed triage.
        original: The article that it repeats.
        signature: MinHash of its text.
    """

    source: str
    outcome: Outcome
    article: str | None = None
    n_agreements: int = 0
    failed: Failed | None = None
    whole: bool = False
    original: Original | None = None
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What has become of all records that were read; they add up.

    Attributes:
        n_read: Records, and stretches that could not be read.
        n_skipped: Of these, left out by triage.
        n_results: Extracted.
        n_with_agreements: Of the results, those with an agreement.
        n_agreements: Agreements in all.
        n_duplicates: Not extracted, since an article before them was.
        n_failed: Without a result; `failed.jsonl` names each.
        n_repeating: Articles, extracted or not, that repeat an earlier one.
    """

    n_read: int
    n_skipped: int
    n_results: int
    n_with_agreements: int
    n_agreements: int
    n_duplicates: int
    n_failed: int
    n_repeating: int


def see_that_nobody_works_in(folder: Path) -> None:
    """Raise an error if another process has the journal of a folder open.

    Raises:
        JournalError: If so. A journal that cannot be read is nobody's.
    """
    if not (folder / NAME).exists():
        return
    try:
        with closing(sqlite3.connect(folder / NAME, isolation_level=None, timeout=1)) as db:
            db.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise JournalError(f"{folder / NAME}: another sepakat works in this folder; wait for it") from error


class Journal:
    """The journal of one job, open and locked."""

    def __init__(self, folder: Path, plan: dict[str, Any]) -> None:
        """Open the journal of a folder, or begin one.

        Args:
            folder: The job's folder; it exists.
            plan: What the job is about; a folder goes on only with the same.

        Raises:
            JournalError: If another process has it open, it belongs to another job, or it cannot be written.
        """
        self._path = folder / NAME
        written = json.dumps(plan, sort_keys=True)
        with self._told():
            self._db = sqlite3.connect(self._path, isolation_level=None, timeout=1)
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("BEGIN EXCLUSIVE")
            if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                for statement in _TABLES.split(";\n"):
                    self._db.execute(statement)
                self._db.execute("INSERT INTO job VALUES (?, ?, NULL, NULL)", (_FORM, written))
            self._db.execute("COMMIT")
            form, kept = self._db.execute("SELECT form, plan FROM job").fetchone()
        if form != _FORM:
            raise JournalError(f"{self._path}: was written by another version of sepakat; begin anew with --rerun all")
        if kept != written:
            old, new = json.loads(kept), json.loads(written)
            changed = ", ".join(sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key)))
            raise JournalError(
                f"{folder}: holds a job with other settings ({changed}); name another folder, or begin anew "
                "with --rerun all"
            )

    def close(self) -> None:
        """Let go of it."""
        self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            reason = str(error)
            if "locked" in reason:
                raise JournalError(f"{self._path}: another sepakat works in this folder; wait for it") from error
            if "full" in reason:
                raise JournalError(
                    f"{self._path}: the disk is full; make room, and give the same command again to go on"
                ) from error
            raise JournalError(
                f"{self._path}: cannot be used ({reason}); check the folder's permissions, or begin anew with "
                "--rerun all"
            ) from error

    @property
    def n_shards(self) -> int:
        """How many shards are done."""
        return int(self._db.execute("SELECT count(*) FROM shard").fetchone()[0])

    @property
    def finished(self) -> bool:
        """Whether the end of the archive was reached."""
        return self._db.execute("SELECT n_read FROM job").fetchone()[0] is not None

    @property
    def uncompared(self) -> int | None:
        """The first shard whose articles must be compared again, since one before it was made again; None for none."""
        number: int | None = self._db.execute("SELECT uncompared FROM job").fetchone()[0]
        return number

    @uncompared.setter
    def uncompared(self, shard: int | None) -> None:
        with self._told():
            self._db.execute("UPDATE job SET uncompared = ?", (shard,))

    def place(self) -> Place:
        """Where the next shard begins."""
        row = self._db.execute("SELECT behind FROM shard ORDER BY number DESC LIMIT 1").fetchone()
        return Place(**json.loads(row[0])) if row else Place()

    def start_of(self, shard: int) -> tuple[Place, int]:
        """Where a shard begins, and how many items it has."""
        start = self._db.execute("SELECT start FROM shard WHERE number = ?", (shard,)).fetchone()[0]
        n_items = self._db.execute("SELECT count(*) FROM item WHERE shard = ?", (shard,)).fetchone()[0]
        return Place(**json.loads(start)), int(n_items)

    def commit(self, shard: int, start: Place, behind: Place, items: Sequence[Done], fingerprint: str) -> None:
        """Note a shard, new or made again, after its file lies in its place."""
        with self._told():
            self._db.execute("BEGIN")
            row = (shard, json.dumps(asdict(start)), json.dumps(asdict(behind)), behind.n_read, fingerprint)
            self._db.execute("INSERT OR REPLACE INTO shard VALUES (?, ?, ?, ?, ?)", row)
            self._put(shard, items)
            self._db.execute("COMMIT")

    def change(self, shard: int, items: Sequence[Done]) -> None:
        """Note other items of a shard whose file stays as it is."""
        with self._told():
            self._db.execute("BEGIN")
            self._put(shard, items)
            self._db.execute("COMMIT")

    def _put(self, shard: int, items: Sequence[Done]) -> None:
        for table in ("item", "band"):
            self._db.execute(f"DELETE FROM {table} WHERE shard = ?", (shard,))
        rows = (_row(shard, slot, item) for slot, item in enumerate(items))
        self._db.executemany(f"INSERT INTO item VALUES ({', '.join('?' * 13)})", rows)
        keys = (
            (key, shard, slot)
            for slot, item in enumerate(items)
            if item.signature and not item.original
            for key in bands(item.signature)
        )
        self._db.executemany("INSERT INTO band VALUES (?, ?, ?)", keys)

    def finish(self, n_read: int) -> None:
        """Note that the end of the archive was reached, after so many records."""
        with self._told():
            self._db.execute("UPDATE job SET n_read = ?", (n_read,))

    def cut(self, shard: int) -> None:
        """Forget a shard and all that follow it."""
        with self._told():
            self._db.execute("BEGIN")
            self._db.execute("DELETE FROM shard WHERE number >= ?", (shard,))
            for table in ("item", "band"):
                self._db.execute(f"DELETE FROM {table} WHERE shard >= ?", (shard,))
            self._db.execute("UPDATE job SET n_read = NULL")
            self._db.execute("COMMIT")

    def stale(self, fingerprint: str) -> list[int]:
        """Shards that other rules or models made."""
        found = self._db.execute("SELECT number FROM shard WHERE fingerprint != ? ORDER BY number", (fingerprint,))
        return [number for (number,) in found]

    def with_failures(self) -> tuple[list[int], int | None]:
        """Shards with records that failed, and the first shard with a stretch that could not be read, if any."""
        found = self._db.execute(
            "SELECT shard, max(whole) FROM item WHERE outcome = 'failed' GROUP BY shard ORDER BY shard"
        ).fetchall()
        whole = next((shard for shard, whole in found if whole), None)
        return [shard for shard, _ in found if whole is None or shard < whole], whole

    def items(self, shard: int) -> list[Done]:
        """The items of a shard, in order."""
        found = self._db.execute("SELECT * FROM item WHERE shard = ? ORDER BY slot", (shard,))
        return [_done(row) for row in found]

    def failures(self) -> Iterator[Failed]:
        """All items without a result, in order."""
        for row in self._db.execute("SELECT * FROM item WHERE outcome = 'failed' ORDER BY shard, slot"):
            failed = _done(row).failed
            if failed:
                yield failed

    def repeated(self) -> Iterator[Done]:
        """All articles that repeat an earlier one, in order."""
        for row in self._db.execute("SELECT * FROM item WHERE original IS NOT NULL ORDER BY shard, slot"):
            yield _done(row)

    def sharing(self, keys: Sequence[int], *, before: int | None = None) -> list[tuple[str, str, bytes]]:
        """Source, id and signature of the originals that share a band, in order.

        Args:
            keys: The bands of a text.
            before: Only shards before this one count; None for all.
        """
        marks = ", ".join("?" * len(keys))
        return self._db.execute(
            "SELECT source, article, signature FROM item WHERE (shard, slot) IN "
            f"(SELECT shard, slot FROM band WHERE key IN ({marks}) AND shard < ?) ORDER BY shard, slot",
            (*keys, sys.maxsize if before is None else before),
        ).fetchall()

    def totals(self) -> Totals:
        """What has become of the records so far."""
        outcomes = {"result": 0, "failed": 0, "duplicate": 0}
        outcomes |= dict(self._db.execute("SELECT outcome, count(*) FROM item GROUP BY outcome"))
        some, agreements, repeating = self._db.execute(
            "SELECT count(CASE WHEN n_agreements THEN 1 END), total(n_agreements), count(original) FROM item"
        ).fetchone()
        n_read = self._db.execute("SELECT coalesce((SELECT n_read FROM job), max(n_read), 0) FROM shard").fetchone()[0]
        n_read = max(n_read, sum(outcomes.values()))  # of a block that is begun, the rest is not counted yet
        return Totals(
            n_read=n_read,
            n_skipped=n_read - sum(outcomes.values()),
            n_results=outcomes["result"],
            n_with_agreements=some,
            n_agreements=int(agreements),
            n_duplicates=outcomes["duplicate"],
            n_failed=outcomes["failed"],
            n_repeating=repeating,
        )


def most_similar(sketch: bytes, rows: Iterable[tuple[str, str, bytes]]) -> Original | None:
    """Of articles given by source, id and signature the one most similar to a text, if it is similar enough."""
    best: Original | None = None
    for source, article, other in rows:
        alike = similarity(sketch, other)
        if alike >= SIMILAR and (best is None or alike > best.similarity):
            best = Original(source, article, alike)
    return best


def _row(shard: int, slot: int, item: Done) -> tuple[object, ...]:
    stage, error = (item.failed.stage, item.failed.error) if item.failed else (None, None)
    original = astuple(item.original) if item.original else (None, None, None)
    told = (item.source, item.outcome, item.article, item.n_agreements, stage, error, item.whole)
    return (shard, slot, *told, *original, item.signature)


def _done(row: tuple[Any, ...]) -> Done:
    _, _, source, outcome, article, n_agreements, stage, error, whole, original, original_article, alike, sketch = row
    return Done(
        source=source,
        outcome=outcome,
        article=article,
        n_agreements=n_agreements,
        failed=Failed(source, stage, error) if stage else None,
        whole=bool(whole),
        original=Original(original, original_article, alike) if original else None,
        signature=sketch,
    )
