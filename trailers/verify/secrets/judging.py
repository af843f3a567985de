"""Judge texts one by one: scan them, leave out what is let stand, and count what was looked at."""

from trailers.secrets.content import BINARY, read_content
from trailers.typed import TYPE_CHECKING, Sequence
from trailers.verify.secrets.looked import nothing
from trailers.verify.secrets.setting import Setting
from trailers.verify.secrets.source import LINK, Opened, Read, Source

if TYPE_CHECKING:
    from trailers.secrets.found import Found
    from trailers.verify.secrets.looked import Looked


class Judge:
    """Judges sources one after the other; `looked` grows by each."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.scan = setting.scanner.scan
        self.looked = nothing()

    def look(self, opened: Opened) -> None:
        """Judge a source that was opened."""
        source, data, rest, skipped, unread = opened
        if skipped or unread:
            self.looked.tally(skipped) if skipped else self.looked.unread(source, unread)
            return
        text = data
        if not self.setting.compat:
            text, reason = read_content(data)
            if reason:
                self._skip(opened, reason)
                return
        if rest:
            from trailers.verify.secrets.large import look_at_large

            look_at_large((self.setting, self.looked), opened, text)
            return
        counts = self.looked.counts
        counts["files"] = counts.get("files", 0) + 1
        counts["bytes"] = counts.get("bytes", 0) + len(data)
        if source.mode == LINK:
            self.looked.tally("links")
        found = self.scan(source.name, text)
        if found:
            self.tell(source, found, text)

    def _skip(self, opened: Opened, reason: str) -> None:
        if self.setting.names:
            self.tell(opened.source, self.setting.names(opened.source.name), b"")
        if self.setting.archives and reason == BINARY:
            from trailers.verify.secrets.packed import opened_members

            inner = opened_members(opened)
            if inner is not None:
                for one in inner:
                    self.look(one)
                return
        self.looked.tally("binaries" if reason == BINARY else "lfs_pointers")

    def tell(self, source: Source, found: "list[Found]", data: bytes) -> None:
        """Add the findings of a text, without those that are let stand."""
        from trailers.verify.secrets.telling import tell

        tell((self.setting, self.looked), source, found, data)


def judged(sources: Sequence[Source], read: Read, setting: Setting) -> "Looked":
    """Judge the sources in order, here and now."""
    judge = Judge(setting)
    if setting.exclude:
        from trailers.verify.secrets.excluding import without_excluded

        sources = without_excluded(sources, setting.exclude, judge.looked)
    for opened in read(sources):
        judge.look(opened)
    return judge.looked
