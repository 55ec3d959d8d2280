"""The archive's job: a stream of records through worker processes into numbered shards, noted in a journal.

`sepakat extract ARCHIVE… -o OUT/`. The main process reads and triages, workers make articles and extract them, and
the main process writes what comes back, in order:

    OUT/part-00000.jsonl …   results, `shard_size` items each; written whole or not at all
    OUT/journal.sqlite       what is done (run/journal.py)
    OUT/failed.jsonl         what has no result, with source, stage and error
    OUT/syndication.jsonl    which article repeats which earlier one
    OUT/summary.json         the totals
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal

from sepakat.atomic import OutputError, replacing
from sepakat.errors import Failed
from sepakat.run import worker
from sepakat.run.fingerprint import fingerprint
from sepakat.run.journal import Done, Journal, Original, Place, Totals, see_that_nobody_works_in
from sepakat.run.originals import Originals
from sepakat.run.processes import MakeWorkers, Pool, Workers
from sepakat.run.settings import Settings
from sepakat.run.stream import Item, Stream
from sepakat.run.triage import VERSION, Triage
from sepakat.run.worker import Finished, Prepared
from sepakat.sinks.shards import Form, check_form, read_shard, shard_name, write_shard
from sepakat.sources.record import Record

Rerun = Literal["failed", "stale", "all"]
Syndication = Literal["mark", "once", "off"]
TASK: Final = 8
"""Records that a worker gets at once: the cost of handing them over is shared, the wait for the last one is short."""
_OURS: Final = ("part-*.*", ".part-*.part", "journal.sqlite*", "failed.jsonl", "syndication.jsonl", "summary.json")


@dataclass(frozen=True, slots=True)
class Options:
    """How a job is run.

    Attributes:
        settings: How each article is read.
        triage: Whether records that cannot hold an agreement are left out.
        syndication: Near-duplicates are marked, marked and extracted once, or not looked for.
        form: Of the shards.
        shard_size: Items a shard; what is not noted yet is lost by a kill, and made again.
        n_workers: Processes that extract.
        time_limit_s: Seconds that one article may take.
    """

    settings: Settings = Settings()
    triage: bool = True
    syndication: Syndication = "mark"
    form: Form = "jsonl"
    shard_size: int = 1_000
    n_workers: int = 1
    time_limit_s: float = 30.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        n_read: Records read, those of earlier runs among them.
        n_done: Items done in this run.
        n_failed: Of these, failed.
        n_bytes: Bytes of the archive that are read, as they are stored.
    """

    n_read: int
    n_done: int
    n_failed: int
    n_bytes: int


Report = Callable[[Progress], object]


@dataclass(slots=True)
class _Slot:
    """An item on its way; `outcome` is open until it is settled."""

    item: Item
    outcome: Finished | Failed | None = None
    prepared: Prepared | None = None
    original: Original | None = None


_Slots = list[_Slot]


@dataclass(frozen=True, slots=True)
class _Settled:
    """An item that is done, without its bytes: for the journal, for the shard, and where reading goes on."""

    done: Done
    line: bytes | None
    behind: Place


def run_archive(
    paths: Sequence[str],
    folder: Path,
    options: Options,
    *,
    rerun: Rerun | None = None,
    report: Report = lambda progress: None,
    make_workers: MakeWorkers = Workers,
) -> Totals:
    """Extract an archive into a folder; what an earlier run has done there is kept.

    Args:
        paths: Files, folders and URLs.
        folder: Where shards and journal go; it is made if it is missing.
        options: How.
        rerun: `failed`: again what failed. `stale`: again what other rules or models have made. `all`: everything.
        report: Told how far it is, after each task.
        make_workers: What extracts: processes of this machine, or something else that takes the same arguments.

    Raises:
        OutputError: If the folder cannot be written, belongs to another job, or is in use.
        ModelError: If a trained reader cannot be loaded.
        MissingExtraError: If a package is missing.
    """
    check_form(options.form)
    _make(folder, empty=rerun == "all")
    with closing(Journal(folder, _plan(paths, options))) as journal:
        _remove(folder, ".part-*.part")  # half written by a job that was killed; the folder is ours alone by now
        start = partial(worker.start, options.settings, options.syndication != "off")
        with make_workers(
            n_workers=options.n_workers,
            start=start,
            preload=worker.needed(options.settings.ner),
            time_limit_s=options.time_limit_s,
        ) as workers:
            job = _Job(paths, folder, options, journal, workers, report)
            try:
                job.again(rerun)
                job.go_on()
            finally:
                _write_lists(folder, journal)
        return journal.totals()


def _plan(paths: Sequence[str], options: Options) -> dict[str, Any]:
    """What must stay the same for a job to go on."""
    return {
        "paths": [*paths],
        "columns": asdict(options.settings.columns),
        "published": str(options.settings.published),
        "from": options.settings.form,
        "triage": VERSION if options.triage else None,
        "syndication": options.syndication,
        "to": options.form,
        "shard-size": options.shard_size,
    }


def _make(folder: Path, *, empty: bool) -> None:
    """See that the folder is there; take out of it what an earlier job has written, unless that is still at work."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if empty:
            see_that_nobody_works_in(folder)
            _remove(folder, *_OURS)
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be used as a folder for results ({error.strerror}); name one that you may write"
        ) from error


def _remove(folder: Path, *patterns: str) -> None:
    for pattern in patterns:
        for file in folder.glob(pattern):
            file.unlink()


def _write_lists(folder: Path, journal: Journal) -> None:
    """What failed, what repeats what, and the totals, as the journal has them now."""
    with replacing(folder / "failed.jsonl") as file:
        for failed in journal.failures():
            file.write(_line(asdict(failed)))
    with replacing(folder / "syndication.jsonl") as file:
        for item in journal.repeated():
            assert item.original
            duplicate_of = {"source": item.original.source, "id": item.original.article}
            extracted = item.outcome == "result"
            known = {"source": item.source, "id": item.article, "duplicate_of": duplicate_of}
            file.write(_line({**known, "similarity": round(item.original.similarity, 3), "extracted": extracted}))
    with replacing(folder / "summary.json") as file:
        file.write(_line({"finished": journal.finished, **asdict(journal.totals())}))


def _line(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


class _Job:
    """A running job."""

    def __init__(
        self,
        paths: Sequence[str],
        folder: Path,
        options: Options,
        journal: Journal,
        workers: Pool,
        report: Report,
    ) -> None:
        self._paths = paths
        self._folder = folder
        self._options = options
        self._journal = journal
        self._workers = workers
        self._report = report
        self._triage = Triage() if options.triage else None
        self._fingerprint = fingerprint(options.settings.ner)
        self._n_done = self._n_failed = 0

    def go_on(self) -> None:
        """From the end of the last shard to the end of the archive."""
        if self._journal.finished:
            return
        number, place = self._journal.n_shards, self._journal.place()
        stream = self._stream(place)
        settled = self._settled(stream, map(_Slot, stream), Originals(self._journal, n_recent=self._n_ahead))
        while shard := list(islice(settled, self._options.shard_size)):
            self._commit(number, place, shard)
            number, place = number + 1, shard[-1].behind
        self._journal.finish(stream.n_read)

    def again(self, rerun: Rerun | None) -> None:
        """Make shards again, each in its place, and compare those behind them, also where a killed run left that."""
        shards: list[int] = []
        if rerun == "stale":
            shards = self._journal.stale(self._fingerprint)
        elif rerun == "failed":
            shards, unread = self._journal.with_failures()
            if unread is not None:
                self._journal.cut(unread)  # where files could not be read, other records may stand now
        again = frozenset(shards)
        left = self._journal.uncompared
        first = min(shards if left is None else [*shards, left], default=None)
        if first is None:
            return
        self._journal.uncompared = first
        for number in range(first, self._journal.n_shards):
            if number not in again:
                self._compare(number)
                continue
            place, n_items = self._journal.start_of(number)
            kept = self._kept(number) if rerun == "failed" else {}
            stream = self._stream(place)
            slots = (_Slot(item, kept.get(i)) for i, item in enumerate(islice(stream, n_items)))
            originals = Originals(self._journal, n_recent=n_items, before=number)
            self._commit(number, place, list(self._settled(stream, slots, originals)))
        self._journal.uncompared = None

    def _compare(self, number: int) -> None:
        """See which earlier articles those of a shard repeat, now that a shard before it has been made again."""
        items = self._journal.items(number)
        originals = Originals(self._journal, n_recent=len(items), before=number)
        compared = [
            replace(item, original=originals.look_up(item.source, item.article, item.signature))
            if item.outcome == "result" and item.article and item.signature
            else item
            for item in items
        ]
        if compared != items:
            self._journal.change(number, compared)

    def _stream(self, place: Place) -> Stream:
        return Stream(self._paths, self._options.settings, self._triage, place)

    def _path(self, number: int) -> Path:
        return self._folder / shard_name(number, self._options.form)

    def _kept(self, number: int) -> dict[int, Finished]:
        """The results that a shard holds already, by slot; none if a run was killed between making and noting it."""
        lines = list(read_shard(self._path(number), self._options.form))
        items = [(slot, item) for slot, item in enumerate(self._journal.items(number)) if item.outcome == "result"]
        if [json.loads(line)["article"]["id"] for line in lines] != [item.article for _, item in items]:
            return {}
        return {
            slot: Finished(item.article or "", line, item.n_agreements, None, item.signature)
            for (slot, item), line in zip(items, lines, strict=True)
        }

    def _commit(self, number: int, place: Place, shard: Sequence[_Settled]) -> None:
        write_shard(self._path(number), [item.line for item in shard if item.line is not None], self._options.form)
        self._journal.commit(number, place, shard[-1].behind, [item.done for item in shard], self._fingerprint)

    @property
    def _n_ahead(self) -> int:
        """Items at most between one that is looked up and the last one that the journal holds."""
        return self._options.shard_size + 2 * TASK * (self._workers.n_ahead + 1)

    def _settled(self, stream: Stream, slots: Iterable[_Slot], originals: Originals) -> Iterator[_Settled]:
        """Items with their outcomes, in order."""
        tasks = _tasks(slots)
        finished: Iterator[tuple[_Slots, list[Finished | Failed]]]
        if self._options.syndication == "once":
            tasks = self._new_only(tasks, originals)
            finished = self._workers.map(worker.finish, ((t, _prepared(t)) for t in tasks), name=_name_of_article)
        else:
            finished = self._workers.map(worker.read_and_extract, ((t, _records(t)) for t in tasks), name=_name)
        for task, outcomes in finished:
            for slot, outcome in zip((s for s in task if s.outcome is None), outcomes, strict=True):
                slot.outcome = outcome
            for slot in task:
                if slot.original is None and self._options.syndication == "mark":
                    _look_up(slot, originals)
                settled = _settle(slot)
                self._n_done += 1
                self._n_failed += settled.done.outcome == "failed"
                yield settled
            self._report(Progress(stream.n_read, self._n_done, self._n_failed, stream.n_bytes))

    def _new_only(self, tasks: Iterable[_Slots], originals: Originals) -> Iterator[_Slots]:
        """Tasks in which each article that repeats an earlier one is settled without being extracted."""
        prepared = self._workers.map(worker.prepare, ((t, _records(t)) for t in tasks), name=_name)
        for task, outcomes in prepared:
            for slot, outcome in zip((s for s in task if s.outcome is None), outcomes, strict=True):
                if isinstance(outcome, Failed):
                    slot.outcome = outcome
                else:
                    slot.prepared = outcome
            for slot in task:
                _look_up(slot, originals)
                if slot.original and slot.prepared:
                    slot.outcome = Finished(slot.prepared.article.id, signature=slot.prepared.signature)
            yield task


def _tasks(slots: Iterable[_Slot]) -> Iterator[_Slots]:
    """Slots in groups that a worker gets at once; what the stream could not read is settled already."""
    slots = iter(slots)
    while task := list(islice(slots, TASK)):
        for slot in task:
            if isinstance(slot.item.what, Failed):
                slot.outcome = slot.item.what
        yield task


def _records(task: _Slots) -> list[Record]:
    return [slot.item.what for slot in task if slot.outcome is None and isinstance(slot.item.what, Record)]


def _prepared(task: _Slots) -> list[Prepared]:
    return [slot.prepared for slot in task if slot.outcome is None and slot.prepared]


def _name(record: Record) -> str:
    return record.source


def _name_of_article(prepared: Prepared) -> str:
    return prepared.article.source


def _look_up(slot: _Slot, originals: Originals) -> None:
    """Find out whether the article of a slot repeats an earlier one; if not, later ones may repeat it."""
    if slot.prepared:
        article, sketch = slot.prepared.article.id, slot.prepared.signature
    elif isinstance(slot.outcome, Finished):
        article, sketch = slot.outcome.article, slot.outcome.signature
    else:
        return
    if sketch and isinstance(slot.item.what, Record):
        slot.original = originals.look_up(slot.item.what.source, article, sketch)


def _settle(slot: _Slot) -> _Settled:
    outcome, what = slot.outcome, slot.item.what
    assert outcome is not None
    if isinstance(outcome, Failed):
        done = Done(outcome.source, "failed", failed=outcome, whole=isinstance(what, Failed))
        return _Settled(done, None, slot.item.behind)
    done = Done(
        source=what.source,
        outcome="failed" if outcome.failed else "duplicate" if outcome.line is None else "result",
        article=outcome.article,
        n_agreements=outcome.n_agreements,
        failed=outcome.failed,
        original=slot.original,
        signature=outcome.signature,
    )
    return _Settled(done, outcome.line, slot.item.behind)
