"""How undersign gets into the assistants' settings, and what their hooks ask it and are answered."""
