"""Imported for its effect, before anything large, in processes that are ours alone: they begin faster, and share cores.

- spaCy imports PyTorch wherever it is installed, which takes a second, and has no switch against it; the Stanza reader,
  the only one to need it, brings it back.
- spaCy imports its own command line, with a downloader and two HTTP clients, for the one function `spacy.info`.
- NumPy's OpenBLAS would take all cores for matrices as small as ours, of which each process of a job wants one.

A process that is not ours may need all of them as they are.
"""

import os
import sys
from types import ModuleType

sys.modules.setdefault("torch", None)  # type: ignore[arg-type]
sys.modules.setdefault("spacy.cli.info", ModuleType("spacy.cli.info")).__dict__.setdefault("info", None)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
