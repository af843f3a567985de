"""GitLab: sections, exclusions, roles, and Ruby's `File.fnmatch`."""
