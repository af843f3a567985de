"""Who is at the keyboard: what betrays an assistant in a commit, and in the environment of a process."""
