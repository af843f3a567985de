"""Read a shell command line (POSIX.1-2024, 2 Shell Command Language; bash's here-strings and `$'…'`).

Nothing is run and nothing is looked up. A parameter, a command substitution or a backquote makes a word
unknown, but for `$(cat <<'EOF' … EOF)`, whose value stands in the text: so assistants write messages of
several lines. Linear in the text; nested at most eight times.
"""

from trailers.installing.shell.word import Command, Draft, NotUnderstoodError, Word
from trailers.typed import Iterator

_DEEPEST = 8
_BLANK = " \t"
_ENDS_WORD = " \t\n;&|()<>"
_ANSI = {"n": "\n", "t": "\t", "\\": "\\", "'": "'", '"': '"', "r": "\r", "a": "\a", "e": "\x1b"}


def commands_of(text: str) -> list[Command]:
    """The simple commands, in their order; NotUnderstoodError where a shell would not run the text."""
    return list(_Reader(text).commands(0))


class _Reader:
    """A place in a text that moves on. `pending` are the here-documents whose text is still to come."""

    def __init__(self, text: str, position: int = 0, depth: int = 0) -> None:
        if depth > _DEEPEST:
            raise NotUnderstoodError
        self.text = text
        self.at = position
        self.depth = depth
        self.pending: list[tuple[str, bool, bool, list[Word]]] = []

    def peek(self, count: int = 1) -> str:
        return self.text[self.at : self.at + count]

    def commands(self, inside: int) -> Iterator[Command]:
        """The commands up to the end of the text, or to the `)` that closes a substitution."""
        depth = opens = 0
        held: list[Draft] = []
        while True:
            parts = self.simple()
            mark = self.peek()
            if parts.is_there():
                parts.opens, opens = opens, 0
                held.append(parts)
            closing = mark == ")"
            if mark == "\n":
                self.at += 1
                self.here_documents()
            elif mark == "(":
                opens, depth = opens + 1, depth + 1
                self.at += 1
            elif closing and depth:
                depth -= 1
                self.at += 1
                if held:
                    held[-1].closes += 1
            elif not mark or closing:
                break
            else:
                self.at += 1
        if self.pending or depth or (mark == ")") != bool(inside):
            raise NotUnderstoodError
        self.at += len(mark)
        yield from (parts.command() for parts in held)

    def simple(self) -> Draft:
        """The words and redirections up to what ends a command."""
        parts = Draft()
        while True:
            while self.peek() in tuple(_BLANK) or self.peek(2) == "\\\n":
                self.at += 1 if self.peek() != "\\" else 2
            mark = self.peek()
            if mark == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif mark in ("<", ">") or self.peek(2) == "&>":
                self.redirection(parts)
            elif not mark or mark in "\n;&|()":
                return parts
            else:
                word = self.word()
                if self.peek() in ("<", ">") and word.known and word.text.isdigit():
                    self.redirection(parts, word.text)
                else:
                    parts.words.append(word)

    def redirection(self, parts: Draft, number: str = "") -> None:
        for operator in ("<<<", "<<-", "&>>", "<<", "<&", "<>", ">>", ">&", ">|", "&>", "<", ">"):
            if self.text.startswith(operator, self.at):
                break
        self.at += len(operator)
        while self.peek() in tuple(_BLANK):
            self.at += 1
        begins = self.at
        word = self.word()
        if self.at == begins:
            raise NotUnderstoodError
        if operator in ("<<", "<<-"):
            quoted = any(mark in self.text[begins : self.at] for mark in "'\"\\")
            place: list[Word] = []
            self.pending.append((word.text, quoted, operator == "<<-", place))
            parts.stdin = place
        elif operator == "<<<":
            parts.stdin = [word._replace(text=word.text + "\n")]
        elif operator.startswith("<"):
            parts.stdin = [Word("", known=False)]
        elif number in ("", "1") and operator != ">&":
            parts.target = word if operator == ">" else Word("", known=False)

    def here_documents(self) -> None:
        for delimiter, quoted, tabs, place in self.pending:
            lines = []
            while True:
                if self.at >= len(self.text):
                    raise NotUnderstoodError
                end = self.text.find("\n", self.at)
                end = len(self.text) if end < 0 else end
                line = self.text[self.at : end]
                self.at = end + 1
                line = line.lstrip("\t") if tabs else line
                # In a substitution its `)` may stand right behind the delimiter, as bash warns.
                if line == delimiter:
                    break
                lines.append(line + "\n")
            body = "".join(lines)
            place.append(Word(body, quoted or not any(mark in body for mark in "$`\\")))
        self.pending = []
        self.at = min(self.at, len(self.text))

    def word(self) -> Word:
        parts: list[str] = []
        known = True
        while self.at < len(self.text) and self.peek() not in tuple(_ENDS_WORD):
            mark = self.peek()
            if mark == "'":
                parts.append(self.until("'"))
            elif mark == '"':
                inner = self.double_quoted()
                parts.append(inner.text)
                known = known and inner.known
            elif self.peek(2) == "\\\n":
                self.at += 2
            elif mark == "\\":
                parts.append(self.text[self.at + 1 : self.at + 2])
                self.at += 2
            elif mark in "$`":
                inner = self.expansion(quoted=False)
                parts.append(inner.text)
                known = known and inner.known
            else:
                parts.append(mark)
                self.at += 1
        return Word("".join(parts), known)

    def until(self, mark: str) -> str:
        end = self.text.find(mark, self.at + 1)
        if end < 0:
            raise NotUnderstoodError
        inner = self.text[self.at + 1 : end]
        self.at = end + 1
        return inner

    def double_quoted(self) -> Word:
        parts: list[str] = []
        known = True
        self.at += 1
        while self.peek() != '"':
            mark = self.peek()
            if not mark:
                raise NotUnderstoodError
            if mark == "\\" and self.text[self.at + 1 : self.at + 2] in tuple('$`"\\\n'):
                following = self.text[self.at + 1]
                parts.append("" if following == "\n" else following)
                self.at += 2
            elif mark in "$`":
                inner = self.expansion(quoted=True)
                parts.append(inner.text)
                known = known and inner.known
            else:
                parts.append(mark)
                self.at += 1
        self.at += 1
        return Word("".join(parts), known)

    def expansion(self, *, quoted: bool) -> Word:
        """What begins with `$` or a backquote."""
        mark = self.peek(2)
        if mark == "$'" and not quoted:
            return self.ansi()
        if mark == "$(" and self.peek(3) != "$((":
            return self.substitution(quoted=quoted)
        closing = "`" if mark[0] == "`" else {"$(": "))", "${": "}"}.get(mark)
        if closing:
            return self.skipped(closing)
        begins = mark[1:].isalnum() or mark[1:] in tuple("_@*#?$!-")
        self.at += 2 if begins else 1
        return Word("", known=False) if begins else Word("$")

    def skipped(self, closing: str) -> Word:
        end = self.text.find(closing, self.at + 1)
        if end < 0:
            raise NotUnderstoodError
        self.at = end + len(closing)
        return Word("", known=False)

    def substitution(self, *, quoted: bool) -> Word:
        inner = _Reader(self.text, self.at + 2, self.depth + 1)
        commands = list(inner.commands(1))
        self.at = inner.at
        if len(commands) == 1 and [word.text for word in commands[0].words] == ["cat"] and quoted:
            value = commands[0].stdin
            if value is not None and value.known and commands[0].target is None:
                return Word(value.text.rstrip("\n"))
        return Word("", known=False)

    def ansi(self) -> Word:
        parts: list[str] = []
        known = True
        self.at += 2
        while self.peek() != "'":
            mark = self.peek()
            if not mark:
                raise NotUnderstoodError
            if mark == "\\":
                following = self.text[self.at + 1 : self.at + 2]
                known = known and following in _ANSI
                parts.append(_ANSI.get(following, ""))
                self.at += 2
            else:
                parts.append(mark)
                self.at += 1
        self.at += 1
        return Word("".join(parts), known)
