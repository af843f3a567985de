"""What a repository has, as its files and git's configuration tell. Nothing is started or written."""
