"""What a shell command line says, as far as it can be known without running it."""
