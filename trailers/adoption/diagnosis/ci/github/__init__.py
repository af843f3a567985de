"""Workflows of GitHub, Forgejo and Gitea. docs.github.com/actions/reference/workflow-syntax."""
