"""The few kinds of errors that sepakat raises itself, and `Failed`, what stands for an article without a result.

Each message says what to do about it.
"""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["find", "read", "extract", "time", "worker"]
"""Where it failed. `find`: no such path. `read`: not a text. `extract`: a bug in sepakat. `time`: the time limit has
passed. `worker`: the process that read it died."""


class SepakatError(Exception):
    """Base of every error that sepakat raises on purpose."""


class SourceError(SepakatError):
    """A path, file or stream cannot be read as an article (missing, empty, binary, too large …)."""


class ContractError(SepakatError):
    """A record breaks the contract: a bug in sepakat, never a property of the input."""


class DataError(SepakatError):
    """A gazetteer, gold file or result file does not have the form that it should have."""


class MissingExtraError(SepakatError):
    """A feature needs a package that is not installed; the message names the command that installs it."""


class ModelError(SepakatError):
    """A trained model is missing, damaged or made for another version of its library."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that gave no result: why, and at which stage. The batch goes on without it.

    Attributes:
        source: As `article.source` would have been.
        stage: Where it failed.
        error: What is wrong, and what to do about it.
    """

    source: str
    stage: Stage
    error: str
