"""The few kinds of errors that sepakat raises itself; each message says what to do about it."""


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
