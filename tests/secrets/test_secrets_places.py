"""Which paths are tests, examples and documentation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailers.secrets.places import is_test_path


@pytest.mark.parametrize(
    "path",
    [
        *(
            "tests/a.py",
            "src/test/java/A.java",
            "spec/models/user_spec.rb",
            "app/__tests__/a.js",
            "pkg/a_test.go",
        ),
        *(
            "a.spec.ts",
            "a.test.tsx",
            "test_a.py",
            "conftest.py",
            "src/FooTest.java",
            "Acme.Tests/A.cs",
            "e2e/a.ts",
        ),
        *(
            "fixtures/a.yml",
            "pkg/testdata/a.pem",
            "mocks/a.go",
            "examples/a.py",
            "docs/a.conf",
            "README.md",
            "a.rst",
        ),
        *(
            "README",
            "samples/a.env",
            "guides/source/a.txt",
            "auth_tests/a.py",
            "app.example.yml",
            "env.sample",
        ),
        *(".env.example", "config.example", "core-test/a.c", "test-support/a.rb", "Tests/a.swift"),
    ],
)
def test_is(path):
    assert is_test_path(path)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "src/a.py",
            "a.env",
            ".env",
            "config/production.yml",
            "latest/a.py",
            "contest/a.py",
            "src/attestation.go",
        ),
        *("inspector/a.ts", "testimonials/a.html", "src/protest.py", "deploy/values.yaml"),
        *("examiner.py", "special/a.py", "Manifest.kt", "LATEST"),
    ],
)
def test_noop(path):
    assert not is_test_path(path)


@given(st.text(max_size=60))
def test_any(path):
    assert is_test_path(path) in (True, False)
