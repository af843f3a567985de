"""CODEOWNERS: who owns which path, by each forge's own rules, and who may therefore approve a change."""
