"""What came of an archive's job, in lines that add up."""

from pathlib import Path

from sepakat.run.journal import Totals


def print_totals(totals: Totals, folder: Path) -> None:
    """Print the totals on standard output."""
    rows = (
        (totals.n_read, "read"),
        (totals.n_skipped, "left out by triage: they cannot hold an agreement"),
        (totals.n_results, f"extracted: {totals.n_agreements:,} agreements in {totals.n_with_agreements:,} articles"),
        (totals.n_duplicates, "not extracted, since an earlier article is nearly the same (syndication.jsonl)"),
        (totals.n_failed, "without a result (failed.jsonl says why)"),
    )
    width = len(f"{totals.n_read:,}")
    for number, words in rows:
        if number or words in ("read",) or words.startswith("extracted"):
            print(f"{number:>{width},} {words}")
    if totals.n_repeating:
        print(f"{totals.n_repeating:,} articles repeat an earlier one (syndication.jsonl)")
    print(f"results: {folder}")
