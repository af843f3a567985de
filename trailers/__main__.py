"""`python -I -m trailers` is the command `undersign`, isolated from the directory it runs in."""

from trailers.cli.app import main

raise SystemExit(main())
