"""The scripts as modules, for the tests that run parts of them."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def load_script(root: Path, name: str) -> ModuleType:
    """A script of the repository, not run; the others can be imported from then on, as when one of them is run."""
    if str(root / "scripts") not in sys.path:
        sys.path.append(str(root / "scripts"))
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, root / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
