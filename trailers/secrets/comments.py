"""How a comment is written, by the kind of file."""

from trailers.typed import NamedTuple


class Comment(NamedTuple):
    """What stands before a comment's text and behind it; `alone`: only on a line of its own."""

    start: str
    end: str = ""
    alone: bool = False

    def around(self, text: str) -> str:
        """The comment that says this."""
        return f"{self.start} {text} {self.end}".rstrip()


# Comments, the endings of files that have them; a blank between two.
_KINDS = (
    (Comment("#"), "awk bash bzl cmake coffee cr ex exs fish gd gql graphql hcl jl ksh mk nim nix nu pl pm"),
    (Comment("#"), "ps1 psd1 psm1 py pyi pyx r rake rb ru sh star tcl tf tfvars toml tpl yaml yml zsh"),
    (Comment("//"), "c cc cjs cpp cs cts cxx dart go gradle groovy h hh hpp java jenkinsfile js json5 jsonc"),
    (Comment("//"), "jsx kt kts m mjs mm mts php proto rs sass scala scss sol swift ts tsx v zig"),
    (Comment("/*", "*/"), "css less"),
    (Comment("<!--", "-->"), "axml config csproj htm html markdown md plist svg svelte vue xaml xhtml xml"),
    (Comment("<!--", "-->"), "xsd xsl xslt"),
    (Comment("--"), "ada adb ads elm hs lua sql vhd vhdl"),
    (Comment("'"), "bas cls vb vbs"),
    (Comment(";"), "asm clj cljc cljs edn el lisp scm"),
    (Comment("%"), "erl hrl sty tex"),
    # Behind a value a comment would be part of it.
    (
        Comment("#", alone=True),
        "cfg cnf conf containerfile dockerfile dockerignore editorconfig env gitconfig",
    ),
    (Comment("#", alone=True), "gitattributes gitignore ini netrc npmrc properties pypirc service"),
    (Comment("//", alone=True), "adoc asciidoc"),
    (Comment("REM", alone=True), "bat cmd"),
    (Comment('"', alone=True), "vim"),
)
_BY_NAME = {name: comment for comment, names in _KINDS for name in names.split()}
# Files that are known by their whole name.
_BY_NAME |= dict.fromkeys(
    ("makefile", "gnumakefile", "gemfile", "rakefile", "vagrantfile", "justfile"), Comment("#")
)


def comment_for(path: str) -> Comment | None:
    """How a comment is written in this file; None where its format has none, or we do not know."""
    name = path.rpartition("/")[2].lower()
    beginning, dot, ending = name.rpartition(".")
    if name.startswith(".env") or beginning in ("dockerfile", "containerfile", ".env"):
        return _BY_NAME["env"]
    return _BY_NAME.get(ending if dot else name)
