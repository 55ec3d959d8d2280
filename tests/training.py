"""The scripts as modules, for the tests that run parts of them."""

import importlib.util
from pathlib import Path
from types import ModuleType


def load_script(root: Path, name: str) -> ModuleType:
    """A script of the repository, not run."""
    spec = importlib.util.spec_from_file_location(name, root / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
