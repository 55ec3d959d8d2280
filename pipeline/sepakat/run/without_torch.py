"""Imported for its effect: it keeps PyTorch out of a process of ours.

spaCy imports PyTorch wherever it is installed, which takes a second, and has no switch against it; the Stanza reader,
the only one to need it, brings it back. A process that is not ours may need both.
"""

import sys

sys.modules.setdefault("torch", None)  # type: ignore[arg-type]
