"""The policy of a work tree."""

import pytest

from trailers.errors import PolicyError
from trailers.policy.policy import DEFAULT
from trailers.policy.work_tree import policy_at


def test_no_policy_means_the_defaults(tmp_path):
    assert policy_at(str(tmp_path)) == DEFAULT


def test_the_policy_of_the_files(tmp_path):
    (tmp_path / "undersign.toml").write_text("disclosure.mode = 'forbid'")
    policy = policy_at(str(tmp_path))
    assert (policy.disclosure.mode, policy.source) == ("forbid", "undersign.toml")


def test_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / "undersign.toml").mkdir()
    with pytest.raises(PolicyError, match=r"undersign\.toml cannot be read: Is a directory"):
        policy_at(str(tmp_path))
