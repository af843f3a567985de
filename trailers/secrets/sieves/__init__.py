"""Sieves: cheap tests of a place, before a regular expression is compiled for it."""
