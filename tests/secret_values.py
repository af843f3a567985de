"""A few secrets for the tests of what surrounds the scanner, drawn when a test runs."""

from tests.secret_examples import filled

GITHUB = filled("ghp_{github_crc32}", 1)
OTHER = filled("ghp_{github_crc32}", 2)
STRIPE = filled("sk_" + "live_{alnum:24}", 3)
