"""git's meaning: repositories, ranges, commits, blobs at the base, mailmaps and merges."""
