"""The policy: one file, `undersign.toml` or `[tool.undersign]` in pyproject.toml, and what it means.

`description` says once which keys there are. The loader, the JSON Schema and `policy show` follow it.
"""
