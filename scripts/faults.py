"""Does an archive's job end with the same bytes, whatever happens to it? The long version of what the tests do small.

    python scripts/faults.py [--runs 50] [--articles 4000] [--seed S] [--json]

An archive is extracted once without disturbance. Then it is extracted again and again, each time with several
processes killed by SIGKILL at random moments: the whole job, or only a worker (as the kernel does when memory runs
out). After a kill the same command is given again, until it ends. Then the same is done to `--rerun failed`, in a
folder where most articles have run out of time. At last the disk is filled up under a job, room is made, and the job
goes on. The output must be the same, byte for byte, each time.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench_archive import descendants
from sepakat.run.archive import Options, run_archive
from sepakat.run.settings import Settings

SCRIPTS = Path(__file__).resolve().parent
SHARD_SIZE = 7
"""Articles a shard; so few that there is much to interrupt."""
TOO_SHORT = 0.001
"""Seconds an article, of which most run out."""
SOME_FAILED = 1
"""How a job ends that set articles aside, as it does where two workers were killed over the same one."""
MAX_KILLS = 12
"""Kills a run; after them it is left in peace."""


def command(archive: Path, folder: Path, n_workers: int) -> list[str]:
    """The job."""
    job = [sys.executable, "-m", "sepakat", "extract", str(archive), "-o", f"{folder}/"]
    return [*job, "--shard-size", str(SHARD_SIZE), "--workers", str(n_workers)]


def files(folder: Path) -> dict[str, bytes]:
    """All that a job has written, its journal apart."""
    return {f.name: f.read_bytes() for f in sorted(folder.iterdir()) if not f.name.startswith((".", "journal"))}


def disturbed(job: list[str], seconds: float, rng: random.Random) -> tuple[int, int]:
    """Run a job to its end with kills at random moments; what it set aside is done again.

    Returns:
        How often the job itself was killed, and how often a worker was.
    """
    n_jobs = n_workers = 0
    while True:
        n_before = n_jobs + n_workers
        process = subprocess.Popen(job, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(rng.uniform(0, 1.2 * seconds))
            if process.poll() is not None or n_jobs + n_workers >= MAX_KILLS:
                break
            workers = descendants(process.pid)
            if workers and rng.random() < 0.5:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(rng.choice(workers), signal.SIGKILL)
                n_workers += 1
            else:
                process.kill()
                n_jobs += 1
        _, errors = process.communicate()
        if process.returncode == 0:
            return n_jobs, n_workers
        if process.returncode == SOME_FAILED and n_jobs + n_workers > n_before:
            job = [*job, *([] if "--rerun" in job else ["--rerun", "failed"])]
        elif process.returncode != -signal.SIGKILL:
            raise SystemExit(f"faults: the job ended with {process.returncode}: {errors}")


@contextlib.contextmanager
def small_disk(folder: Path, n_bytes: int) -> Iterator[Path]:
    """A file system of its own with little room; it takes root's rights."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={n_bytes}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def full_disk(archive: Path, work: Path, expected: dict[str, bytes]) -> str:
    """Fill the disk under a job, make room, and go on."""
    size = sum(len(data) for data in expected.values())
    try:
        with small_disk(work / "disk", 4 * size + 2**20) as disk:
            ballast = disk / "ballast"
            ballast.write_bytes(bytes(4 * size + 2**20 - size // 2))
            job = command(archive, disk / "out", 1)
            stopped = subprocess.run(job, capture_output=True, text=True)
            ballast.unlink()
            ended = subprocess.run(job, capture_output=True, text=True)
            same = files(disk / "out") == expected
    except (subprocess.CalledProcessError, OSError) as error:
        return f"not run: no file system could be mounted ({error})"
    told = stopped.stderr.strip().splitlines()[-1:]
    ok = stopped.returncode == 4 and "full" in stopped.stderr and ended.returncode == 0 and same
    return f"{'same bytes' if ok else 'WRONG'}: exit {stopped.returncode} ({' '.join(told)}), then {ended.returncode}"


def main() -> int:
    """Disturb jobs as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    work = Path(tempfile.mkdtemp(prefix="sepakat-faults-"))
    try:
        archive = work / "archive.jsonl"
        make = [sys.executable, SCRIPTS / "make_archive.py", "--articles", arguments.articles, "--relevant", 0.02]
        subprocess.run([*map(str, make), "-o", str(archive)], check=True, capture_output=True)
        start = time.monotonic()
        subprocess.run(command(archive, work / "whole", 1), check=True, capture_output=True)
        seconds = time.monotonic() - start
        expected = files(work / "whole")
        hurried = Options(Settings("spacy"), shard_size=SHARD_SIZE, time_limit_s=TOO_SHORT)
        n_failed = run_archive([str(archive)], work / "failing", hurried).n_failed
        n_jobs = n_workers = n_reruns = n_wrong = 0
        for number in range(arguments.runs):
            folder = work / f"run{number}"
            job = command(archive, folder, 1 + number % 2)
            killed = disturbed(job, seconds, rng)
            n_wrong += files(folder) != expected
            shutil.rmtree(folder)
            shutil.copytree(work / "failing", folder)
            again = disturbed([*job, "--rerun", "failed"], seconds, rng)
            n_wrong += files(folder) != expected
            shutil.rmtree(folder)
            n_jobs, n_reruns, n_workers = n_jobs + killed[0], n_reruns + again[0], n_workers + killed[1] + again[1]
            told = f"run {number + 1}: {killed[0]} jobs, {again[0]} reruns and {killed[1] + again[1]} workers killed"
            print(told, file=sys.stderr, flush=True)
        report = {
            "runs": arguments.runs,
            "jobs_killed": n_jobs,
            "failures_before_the_reruns": n_failed,
            "reruns_killed": n_reruns,
            "workers_killed": n_workers,
            "runs_with_other_bytes": n_wrong,
            "shards": sum(name.startswith("part-") for name in expected),
            "seconds_undisturbed": round(seconds, 1),
            "full_disk": full_disk(archive, work, expected),
        }
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(json.dumps(report, indent=2) if arguments.json else "\n".join(f"{k}: {v}" for k, v in report.items()))
    return 1 if n_wrong or "WRONG" in str(report["full_disk"]) else 0


if __name__ == "__main__":
    sys.exit(main())
