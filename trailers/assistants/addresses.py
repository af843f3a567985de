"""Whose whole address it is: addresses that only an assistant's tool or its vendor writes into a commit."""

from trailers.assistants.marker import Sign

# In lower case; addresses are compared without regard to case.
ADDRESSES: dict[str, Sign] = {
    "agent@warp.dev": Sign("warp", "certain", "nam"),
    "aider@aider.chat": Sign("aider", "certain", "aider"),
    "amp@ampcode.com": Sign("amp", "certain", "amp"),
    "charlie@charlielabs.ai": Sign("charlie", "certain", "nam"),
    "codex@openai.com": Sign("codex", "certain", "codex-attr"),
    "copilot@github.com": Sign("github-copilot", "certain", "vsc"),
    "crush@charm.land": Sign("crush", "certain", "crush"),
    "cursoragent@cursor.com": Sign("cursor", "certain", "cursor-help"),
    "droid@factory.ai": Sign("factory-droid", "certain", "nam"),
    "factory-droid@factory.ai": Sign("factory-droid", "certain", "nam"),
    "junie@jetbrains.com": Sign("junie", "certain", "nam"),
    "noreply@aider.chat": Sign("aider", "certain", "aider"),
    "noreply@anthropic.com": Sign("claude-code", "certain", "cc-log"),
    "noreply@antigravity.google": Sign("antigravity", "medium", "cmsg"),
    "noreply@codeium.com": Sign("windsurf", "strong", "gitai-rec"),
    "noreply@continue.dev": Sign("continue", "certain", "cont"),
    "noreply@iflow.cn": Sign("iflow", "medium", "cmsg"),
    "noreply@kiro.dev": Sign("kiro", "certain", "nam"),
    "noreply@lovable.dev": Sign("lovable", "medium", "observed"),
    "noreply@mastra.ai": Sign("mastra", "certain", "mastra"),
    "noreply@openai.com": Sign("codex", "certain", "codex-attr"),
    "noreply@opencode.ai": Sign("opencode", "strong", "cmsg"),
    "noreply@qoder.com": Sign("qoder", "medium", "cmsg"),
    "noreply@windsurf.com": Sign("windsurf", "strong", "gitai-rec"),
    "opensource@block.xyz": Sign("goose", "medium", "nam"),
    "openhands@all-hands.dev": Sign("openhands", "certain", "oh"),
    "oz-agent@warp.dev": Sign("warp", "certain", "nam"),
    "qwen-coder@alibabacloud.com": Sign("qwen-code", "certain", "qwen"),
    "roomote@roocode.com": Sign("roo", "strong", "gitai-det"),
    "zed@zed.dev": Sign("zed", "strong", "nam"),
}

# Addresses that an assistant shares with others: they count only under this display name (in lower case).
SHARED: dict[str, str] = {"opensource@block.xyz": "goose"}
