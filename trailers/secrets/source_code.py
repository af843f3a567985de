"""Which files are source code: a word without quotes in one is a name and never a value."""

_CODE = frozenset(
    """py pyi pyx rb rake erb gemspec js jsx mjs cjs ts tsx vue svelte java kt kts scala groovy gradle go
    rs c h cc cpp cxx hpp hh m mm cs fs vb swift php phtml pl pm lua r jl dart ex exs erl hs clj cljs
    lisp el ml nim zig v sol json jsonc json5 ipynb tf hcl tfvars toml css scss sass less html htm xhtml
    haml slim jsp cshtml proto thrift graphql sql po pot svg ejs hbs mustache j2 jinja jinja2 tmpl tpl
    nix bzl cmake d pas ps1 psm1 bicep snap lock map patch diff""".split()  # noqa: SIM905  # reads best as text
)


def extension(path: str) -> str:
    """The last suffix of the path in lower case, without its dot; the name itself where it has none."""
    name = path.rpartition("/")[2].lower()
    return name.rpartition(".")[2]


def is_source_code(path: str) -> bool:
    """Whether a literal value stands in quotes in such a file."""
    return extension(path) in _CODE
