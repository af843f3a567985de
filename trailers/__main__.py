"""`python -I -m trailers` is the command `undersign`, isolated from the directory it runs in."""

import sys


def main() -> int:
    """Run the command; exit code 2 even where it cannot be imported, for that is not "findings"."""
    try:
        from trailers.cli.app import main as command
    except Exception:  # noqa: BLE001  # the outermost edge
        import traceback

        traceback.print_exc()
        print("undersign: the command cannot be loaded; nothing was reported as clean", file=sys.stderr)
        return 2
    return command()


if __name__ == "__main__":
    raise SystemExit(main())
