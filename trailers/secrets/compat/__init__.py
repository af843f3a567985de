"""Mode compat: exactly what detect-secrets 1.5 finds, at a hundredth of its cost.

`gates` mark the lines on which a plugin could find something, `confirming` lets detect-secrets' own plugin
judge them. Nothing of detect-secrets is imported for a file without such a line.
"""
