"""YAML as text that is added to: where each node stands, and whether two texts mean the same."""
