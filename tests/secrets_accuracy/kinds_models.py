"""Tokens of model providers and the services around them."""

import base64

from tests.secrets_accuracy.carriers import NAMED
from tests.secrets_accuracy.cases import Kind

_MARK = "T3Blbk" + "FJ"  # "OpenAI" in base64; it stands in the middle of each of their keys

MODELS = (
    Kind(
        "openai-project",
        "OPENAI_API_KEY",
        "platform.openai.com/docs/api-reference/authentication",
        lambda d: f"sk-proj-{d.url64(74)}{_MARK}{d.url64(74)}",
    ),
    Kind(
        "openai-service-account",
        "OPENAI_API_KEY",
        "platform.openai.com/docs/api-reference/project-service-accounts",
        lambda d: f"sk-svcacct-{d.url64(74)}{_MARK}{d.url64(74)}",
    ),
    Kind(
        "openai-admin",
        "OPENAI_ADMIN_KEY",
        "platform.openai.com/docs/api-reference/admin-api-keys",
        lambda d: f"sk-admin-{d.url64(74)}{_MARK}{d.url64(74)}",
    ),
    Kind(
        "openai-legacy",
        "OPENAI_API_KEY",
        "platform.openai.com/docs/api-reference/authentication",
        lambda d: f"sk-{d.alnum(20)}{_MARK}{d.alnum(20)}",
    ),
    Kind(
        "anthropic-api",
        "ANTHROPIC_API_KEY",
        "docs.anthropic.com/en/api/overview",
        lambda d: f"sk-ant-api03-{d.url64(93)}AA",
    ),
    Kind(
        "anthropic-admin",
        "ANTHROPIC_ADMIN_KEY",
        "docs.anthropic.com/en/api/administration-api",
        lambda d: f"sk-ant-admin01-{d.url64(93)}AA",
    ),
    Kind(
        "anthropic-oauth",
        "CLAUDE_CODE_OAUTH_TOKEN",
        "docs.anthropic.com/en/docs/claude-code/github-actions",
        lambda d: f"sk-ant-oat01-{d.url64(93)}AA",
    ),
    Kind(
        "openrouter",
        "OPENROUTER_API_KEY",
        "openrouter.ai/docs/api-reference/authentication",
        lambda d: f"sk-or-v1-{d.hex(64)}",
    ),
    Kind(
        "hugging-face",
        "HF_TOKEN",
        "huggingface.co/docs/hub/security-tokens",
        lambda d: f"hf_{d.letters(34)}",
    ),
    Kind("groq", "GROQ_API_KEY", "console.groq.com/docs/quickstart", lambda d: f"gsk_{d.alnum(52)}"),
    Kind("perplexity", "PERPLEXITY_API_KEY", "docs.perplexity.ai", lambda d: f"pplx-{d.alnum(48)}"),
    Kind(
        "replicate",
        "REPLICATE_API_TOKEN",
        "replicate.com/docs/topics/security/api-tokens",
        lambda d: f"r8_{d.alnum(37)}",
    ),
    Kind("xai", "XAI_API_KEY", "docs.x.ai/docs/overview", lambda d: f"xai-{d.alnum(80)}"),
    Kind(
        "langsmith",
        "LANGSMITH_API_KEY",
        "docs.smith.langchain.com/administration/how_to_guides",
        lambda d: f"lsv2_pt_{d.hex(32)}_{d.hex(10)}",
    ),
    Kind("nvidia", "NVIDIA_API_KEY", "docs.api.nvidia.com", lambda d: f"nvapi-{d.url64(64)}"),
    Kind(
        "pinecone",
        "PINECONE_API_KEY",
        "docs.pinecone.io/guides/projects/manage-api-keys",
        lambda d: f"pcsk_{d.alnum(6)}_{d.alnum(63)}",
    ),
    Kind("tavily", "TAVILY_API_KEY", "docs.tavily.com", lambda d: f"tvly-dev-{d.alnum(32)}"),
    Kind("cerebras", "CEREBRAS_API_KEY", "inference-docs.cerebras.ai", lambda d: f"csk-{d.lower(48)}"),
    Kind(
        "langfuse",
        "LANGFUSE_SECRET_KEY",
        "langfuse.com/docs/api",
        lambda d: f"sk-lf-{d.uuid()}",
    ),
    Kind("deepseek", "DEEPSEEK_API_KEY", "api-docs.deepseek.com", lambda d: f"sk-{d.hex(32)}", NAMED),
    Kind("elevenlabs", "ELEVENLABS_API_KEY", "elevenlabs.io/docs", lambda d: f"sk_{d.hex(48)}"),
    Kind("cohere", "COHERE_API_KEY", "docs.cohere.com", lambda d: d.alnum(40), NAMED),
    Kind("mistral", "MISTRAL_API_KEY", "docs.mistral.ai", lambda d: d.alnum(32), NAMED),
    Kind(
        "bedrock",
        "AWS_BEARER_TOKEN_BEDROCK",
        "docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
        lambda d: (
            "ABSK"
            + base64.b64encode(
                f"BedrockAPIKey-{d.lower(4)}-at-{d.digits(12)}:".encode() + d.randbytes(64)
            ).decode()
        ),
    ),
)
