"""What the steps of action.yml run, on GitHub's runners.

`set_up` makes an environment for this checkout; `check` and `comment` run in it, isolated (`python -I -m`).
Nothing here is part of the wheel.
"""
