"""The command `sepakat`, also as `python -m sepakat`.

`--version` alone is answered here, so that it does not wait for anything to be imported.
"""

import sys

from sepakat import __version__


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"sepakat {__version__}")
        return
    from sepakat import cli

    cli.main()


if __name__ == "__main__":
    main()
