"""Prefilters: where in a text could a secret stand? Cheap, and never missing a place."""
