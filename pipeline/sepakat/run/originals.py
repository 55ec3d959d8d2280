"""Which earlier article an article repeats: those of the shards that are noted, and those on their way to one."""

from collections import deque

from sepakat.run.journal import Journal, Original, most_similar
from sepakat.run.syndication import bands


class Originals:
    """The originals so far; articles are looked up in their order."""

    def __init__(self, journal: Journal, *, n_recent: int, before: int | None = None) -> None:
        """Look in a journal.

        Args:
            journal: Where the earlier articles are noted.
            n_recent: How many of the latest originals to keep in memory: as many as the journal may lack.
            before: Only shards before this one count; None for all.
        """
        self._journal = journal
        self._n_recent = n_recent
        self._before = before
        self._by_band: dict[int, list[tuple[str, str, bytes]]] = {}
        self._keys: deque[list[int]] = deque()

    def look_up(self, source: str, article: str, sketch: bytes) -> Original | None:
        """The earlier article that this one repeats; without one, it is an original itself."""
        keys = bands(sketch)
        recent = dict.fromkeys(entry for key in keys for entry in self._by_band.get(key, ()))
        noted = self._journal.sharing(keys, before=self._before)
        original = most_similar(sketch, [*noted, *recent])
        if original is None:
            self._keys.append(keys)
            for key in keys:
                self._by_band.setdefault(key, []).append((source, article, sketch))
            if len(self._keys) > self._n_recent:
                self._forget(self._keys.popleft())
        return original

    def _forget(self, keys: list[int]) -> None:
        """Drop the oldest original; the journal has it by now."""
        for key in keys:
            entries = self._by_band[key]
            del entries[0]
            if not entries:
                del self._by_band[key]
