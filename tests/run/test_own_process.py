import json
import os
import subprocess
import sys

CODE = """
import sepakat.run.own_process
import json, sepakat.ner.spacy, sys, threadpoolctl
blas = [one["num_threads"] for one in threadpoolctl.threadpool_info() if one["internal_api"] == "openblas"]
print(json.dumps({"blas": blas, "torch": sys.modules["torch"], "command line": "spacy.cli" in sys.modules}))
"""


def test_one_thread_no_torch_no_command_line_of_spacy() -> None:
    kept = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    ran = subprocess.run([sys.executable, "-c", CODE], env=kept, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == {"blas": [1], "torch": None, "command line": False}
    asked = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**kept, "OPENBLAS_NUM_THREADS": "2"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(asked.stdout)["blas"] == [min(2, os.cpu_count() or 1)]
