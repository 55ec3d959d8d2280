"""Imported for its effect, before anything large, in processes that are ours alone: they begin faster, and share cores.

spaCy imports PyTorch wherever it is installed, which takes a second, and has no switch against it; the Stanza reader,
the only one to need it, brings it back. NumPy's OpenBLAS would take all cores for matrices as small as ours, of which
each process of a job wants one. A process that is not ours may need both as they are.
"""

import os
import sys

sys.modules.setdefault("torch", None)  # type: ignore[arg-type]
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
