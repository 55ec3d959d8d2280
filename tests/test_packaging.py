"""What runs installed is in the wheel, and nothing else is."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest

import sepakat
from sepakat.ner.weights import SPACY_MODEL, STANZA_MODEL


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    [file] = folder.glob("*.whl")
    return ZipFile(file)


def test_holds_the_whole_package(wheel: ZipFile, root: Path) -> None:
    package = root / "pipeline"
    files = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    models = root / "models"
    for name in (SPACY_MODEL, STANZA_MODEL):
        files |= {
            f"sepakat/models/{f.relative_to(models).as_posix()}" for f in (models / name).rglob("*") if f.is_file()
        }
    inside = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert inside == files
    assert f"sepakat/models/{SPACY_MODEL}/ner/model" in inside
    assert {"sepakat/py.typed", "sepakat/data/regions.csv", "sepakat/templates/explain.html"} <= inside


def test_licence_and_entry_points(wheel: ZipFile) -> None:
    [entry_points] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    text = wheel.read(entry_points).decode()
    assert "[console_scripts]\nsepakat = sepakat.__main__:main" in text
    assert "[spacy_factories]\nsepakat = sepakat.component:sepakat" in text
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())


def test_small(wheel: ZipFile) -> None:
    assert sum(entry.compress_size for entry in wheel.infolist()) < 20_000_000  # two readers, each under 12 MB


def test_one_version() -> None:
    assert metadata.version("sepakat") == sepakat.__version__


def test_nothing_heavy_is_required() -> None:
    required = [line for line in metadata.requires("sepakat") or [] if "extra ==" not in line]
    assert not any(line.startswith(("torch", "stanza", "transformers")) for line in required)


def test_runs_as_a_module() -> None:
    run = subprocess.run([sys.executable, "-m", "sepakat", "--version"], capture_output=True, check=True)
    assert run.stdout.decode().strip() == f"sepakat {sepakat.__version__}"
