"""What is installed, what can be gone around, what CI does not check: facts in, diagnoses out."""
