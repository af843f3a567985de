"""The command `undersign`: one file a command, each of which reads options, calls the core and prints."""
