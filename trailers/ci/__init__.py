"""Which range and stage a CI's environment asks for: one file a CI.

Pure: the environment and the reading of a file are given. Nothing here looks into the repository; a
request names what the CI said, and the repository room finds out whether the clone holds it.
"""
