"""Tokens of clouds, hosts and the tools that run on them."""

from tests.secrets_accuracy.carriers import NAMED
from tests.secrets_accuracy.cases import Kind

CLOUDS = (
    Kind(
        "aws-access-key-id",
        "AWS_ACCESS_KEY_ID",
        "docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        lambda d: f"AKIA{d.base32(16)}",
    ),
    Kind(
        "aws-temporary-key-id",
        "AWS_ACCESS_KEY_ID",
        "docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        lambda d: f"ASIA{d.base32(16)}",
    ),
    Kind(
        "aws-secret-key",
        "AWS_SECRET_ACCESS_KEY",
        "docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
        lambda d: d.base64(30),
        NAMED,
    ),
    Kind(
        "google-api-key",
        "GOOGLE_API_KEY",
        "cloud.google.com/docs/authentication/api-keys",
        lambda d: f"AIzaSy{d.url64(33)}",
    ),
    Kind(
        "google-client-secret",
        "GOOGLE_CLIENT_SECRET",
        "developers.google.com/identity/protocols/oauth2",
        lambda d: f"GOCSPX-{d.url64(28)}",
    ),
    Kind(
        "google-access-token",
        "GOOGLE_ACCESS_TOKEN",
        "cloud.google.com/docs/authentication/token-types",
        lambda d: f"ya29.{d.url64(d.randint(150, 210))}",
    ),
    Kind(
        "azure-storage",
        "AZURE_STORAGE_CONNECTION_STRING",
        "learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
        lambda d: (
            f"DefaultEndpointsProtocol=https;AccountName=acme{d.lower(6)};"
            f"AccountKey={d.base64(64)};EndpointSuffix=core.windows.net"
        ),
    ),
    Kind(
        "azure-client-secret",
        "AZURE_CLIENT_SECRET",
        "learn.microsoft.com/entra/identity-platform/quickstart-register-app",
        lambda d: f"{d.alnum(3)}8Q~{d.url64(34)}",
    ),
    Kind(
        "azure-devops",
        "AZURE_DEVOPS_PAT",
        "learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
        lambda d: f"{d.alnum(76)}AZDO{d.alnum(4)}",
    ),
    Kind(
        "azure-service-bus",
        "SERVICE_BUS_CONNECTION",
        "learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
        lambda d: (
            f"Endpoint=sb://acme-{d.word()}.servicebus.windows.net/;"
            f"SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={d.base64(32)}"
        ),
    ),
    Kind(
        "azure-functions",
        "FUNCTION_KEY",
        "learn.microsoft.com/azure/azure-functions/function-keys-how-to",
        lambda d: f"{d.url64(44)}AzFu{d.alnum(5)}{d.of('AQgw', 1)}==",
        NAMED,
    ),
    Kind(
        "digitalocean",
        "DIGITALOCEAN_TOKEN",
        "docs.digitalocean.com/reference/api/create-personal-access-token",
        lambda d: f"dop_v1_{d.hex(64)}",
    ),
    Kind(
        "digitalocean-oauth",
        "DO_OAUTH_TOKEN",
        "docs.digitalocean.com/reference/api/oauth",
        lambda d: f"doo_v1_{d.hex(64)}",
    ),
    Kind(
        "cloudflare",
        "CLOUDFLARE_API_TOKEN",
        "developers.cloudflare.com/fundamentals/api/get-started/create-token",
        lambda d: d.url64(40),
        NAMED,
    ),
    Kind(
        "cloudflare-origin-ca",
        "CLOUDFLARE_ORIGIN_CA_KEY",
        "developers.cloudflare.com/fundamentals/api/get-started/ca-keys",
        lambda d: f"v1.0-{d.hex(24)}-{d.hex(146)}",
    ),
    Kind(
        "heroku",
        "HEROKU_API_KEY",
        "devcenter.heroku.com/changelog-items/3175",
        lambda d: f"HRKU-AA{d.url64(58)}",
    ),
    Kind(
        "fly",
        "FLY_API_TOKEN",
        "fly.io/docs/security/tokens",
        lambda d: f"fm2_{d.base64(d.randint(90, 140))}",
    ),
    Kind(
        "alibaba",
        "ALIBABA_CLOUD_ACCESS_KEY_ID",
        "alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
        lambda d: f"LTAI5t{d.alnum(18)}",
    ),
    Kind(
        "databricks",
        "DATABRICKS_TOKEN",
        "docs.databricks.com/dev-tools/auth/pat",
        lambda d: f"dapi{d.hex(32)}{d.choice(('', '-2', '-3'))}",
    ),
    Kind(
        "supabase",
        "SUPABASE_ACCESS_TOKEN",
        "supabase.com/docs/reference/api/introduction",
        lambda d: f"sbp_{d.hex(40)}",
    ),
    Kind(
        "supabase-secret",
        "SUPABASE_SECRET_KEY",
        "supabase.com/docs/guides/api/api-keys",
        lambda d: f"sb_secret_{d.url64(22)}_{d.alnum(8)}",
    ),
    Kind(
        "planetscale",
        "PLANETSCALE_TOKEN",
        "planetscale.com/docs/concepts/service-tokens",
        lambda d: f"pscale_tkn_{d.url64(43)}",
    ),
    Kind("neon", "NEON_API_KEY", "neon.tech/docs/manage/api-keys", lambda d: f"napi_{d.lower(64)}"),
    Kind("netlify", "NETLIFY_AUTH_TOKEN", "docs.netlify.com/api/get-started", lambda d: f"nfp_{d.alnum(36)}"),
    Kind("render", "RENDER_API_KEY", "render.com/docs/api", lambda d: f"rnd_{d.alnum(32)}"),
    Kind(
        "terraform-cloud",
        "TFE_TOKEN",
        "developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
        lambda d: f"{d.alnum(14)}.atlasv1.{d.url64(67)}",
    ),
    Kind(
        "vault-service",
        "VAULT_TOKEN",
        "developer.hashicorp.com/vault/docs/concepts/tokens",
        lambda d: f"hvs.{d.url64(d.randint(90, 110))}",
    ),
    Kind(
        "vault-batch",
        "VAULT_TOKEN",
        "developer.hashicorp.com/vault/docs/concepts/tokens",
        lambda d: f"hvb.{d.url64(d.randint(138, 200))}",
    ),
    Kind(
        "doppler", "DOPPLER_TOKEN", "docs.doppler.com/docs/service-tokens", lambda d: f"dp.pt.{d.alnum(43)}"
    ),
    Kind(
        "doppler-service",
        "DOPPLER_TOKEN",
        "docs.doppler.com/docs/service-tokens",
        lambda d: f"dp.st.prd.{d.alnum(43)}",
    ),
    Kind(
        "pulumi",
        "PULUMI_ACCESS_TOKEN",
        "pulumi.com/docs/pulumi-cloud/access-management/access-tokens",
        lambda d: f"pul-{d.hex(40)}",
    ),
    Kind(
        "tailscale",
        "TS_AUTHKEY",
        "tailscale.com/kb/1085/auth-keys",
        lambda d: f"tskey-auth-k{d.alnum(11)}CNTRL-{d.alnum(32)}",
    ),
    Kind(
        "docker-hub",
        "DOCKERHUB_TOKEN",
        "docs.docker.com/security/access-tokens",
        lambda d: f"dckr_pat_{d.url64(27)}",
    ),
)
