"""The secrets that are let stand: ours, and detect-secrets' baselines."""
