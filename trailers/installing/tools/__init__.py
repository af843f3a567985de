"""One module a tool: where its hooks are set, what it hands to them, and how it wants to be answered."""
