"""One rule a module: `RULE`, `check`, and the module's docstring is the rule's page."""
