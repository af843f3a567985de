"""Tokens of messengers, mail, payment and office services."""

from base64 import b64encode

from tests.secrets_accuracy.carriers import NAMED
from tests.secrets_accuracy.cases import Kind
from tests.secrets_accuracy.drawing import json64

_SLACK = "docs.slack.dev/authentication/tokens"
_STRIPE = "docs.stripe.com/keys"
_SHOPIFY = "shopify.dev/docs/apps/build/authentication-authorization"

SERVICES = (
    Kind(
        "slack-bot", "SLACK_BOT_TOKEN", _SLACK, lambda d: f"xoxb-{d.digits(12)}-{d.digits(13)}-{d.alnum(24)}"
    ),
    Kind(
        "slack-user",
        "SLACK_USER_TOKEN",
        _SLACK,
        lambda d: f"xoxp-{d.digits(12)}-{d.digits(12)}-{d.digits(13)}-{d.hex(32)}",
    ),
    Kind(
        "slack-app", "SLACK_APP_TOKEN", _SLACK, lambda d: f"xapp-1-A{d.upper(10)}-{d.digits(13)}-{d.hex(64)}"
    ),
    Kind(
        "slack-webhook",
        "SLACK_WEBHOOK_URL",
        "docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
        lambda d: f"https://hooks.slack.com/services/T{d.upper(10)}/B{d.upper(10)}/{d.alnum(24)}",
    ),
    Kind(
        "discord-webhook",
        "DISCORD_WEBHOOK",
        "discord.com/developers/docs/resources/webhook",
        lambda d: f"https://discord.com/api/webhooks/{d.digits(19)}/{d.url64(68)}",
    ),
    Kind(
        "discord-bot",
        "DISCORD_TOKEN",
        "discord.com/developers/docs/reference",
        lambda d: f"{b64encode(d.digits(18).encode()).decode()}.G{d.alnum(5)}.{d.url64(38)}",
    ),
    Kind(
        "telegram-bot",
        "TELEGRAM_BOT_TOKEN",
        "core.telegram.org/bots/features#botfather",
        lambda d: f"{d.digits(10)}:AA{d.url64(33)}",
    ),
    Kind(
        "teams-webhook",
        "TEAMS_WEBHOOK",
        "learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors",
        lambda d: (
            f"https://acme.webhook.office.com/webhookb2/{d.uuid()}@{d.uuid()}/IncomingWebhook/"
            f"{d.hex(32)}/{d.uuid()}"
        ),
    ),
    Kind("twilio", "TWILIO_API_KEY", "twilio.com/docs/iam/api-keys", lambda d: f"SK{d.hex(32)}"),
    Kind(
        "twilio-auth", "TWILIO_AUTH_TOKEN", "twilio.com/docs/iam/credentials/api", lambda d: d.hex(32), NAMED
    ),
    Kind(
        "sendgrid",
        "SENDGRID_API_KEY",
        "twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
        lambda d: f"SG.{d.url64(22)}.{d.url64(43)}",
    ),
    Kind(
        "mailgun",
        "MAILGUN_API_KEY",
        "documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt",
        lambda d: f"key-{d.hex(32)}",
    ),
    Kind(
        "mailchimp",
        "MAILCHIMP_API_KEY",
        "mailchimp.com/developer/marketing/guides/quick-start",
        lambda d: f"{d.hex(32)}-us{d.randint(1, 21)}",
    ),
    Kind(
        "brevo",
        "BREVO_API_KEY",
        "developers.brevo.com/docs/getting-started",
        lambda d: f"xkeysib-{d.hex(64)}-{d.alnum(16)}",
    ),
    Kind(
        "resend",
        "RESEND_API_KEY",
        "resend.com/docs/api-reference/introduction",
        lambda d: f"re_{d.alnum(8)}_{d.alnum(24)}",
    ),
    Kind("stripe-secret", "STRIPE_SECRET_KEY", _STRIPE, lambda d: f"sk_live_51{d.alnum(97)}"),
    Kind("stripe-short", "STRIPE_API_KEY", _STRIPE, lambda d: f"sk_live_{d.alnum(24)}"),
    Kind("stripe-restricted", "STRIPE_RESTRICTED_KEY", _STRIPE, lambda d: f"rk_live_51{d.alnum(97)}"),
    Kind(
        "stripe-webhook",
        "STRIPE_WEBHOOK_SECRET",
        "docs.stripe.com/webhooks",
        lambda d: f"whsec_{d.alnum(32)}",
    ),
    Kind(
        "square",
        "SQUARE_ACCESS_TOKEN",
        "developer.squareup.com/docs/build-basics/access-tokens",
        lambda d: f"EAAA{d.url64(60)}",
    ),
    Kind(
        "square-secret",
        "SQUARE_APPLICATION_SECRET",
        "developer.squareup.com/docs/oauth-api/overview",
        lambda d: f"sq0csp-{d.url64(43)}",
    ),
    Kind("shopify-admin", "SHOPIFY_ACCESS_TOKEN", _SHOPIFY, lambda d: f"shpat_{d.hex(32)}"),
    Kind("shopify-secret", "SHOPIFY_API_SECRET", _SHOPIFY, lambda d: f"shpss_{d.hex(32)}"),
    Kind(
        "braintree",
        "BRAINTREE_ACCESS_TOKEN",
        "developer.paypal.com/braintree/docs/guides/authorization",
        lambda d: f"access_token$production${d.lower(16)}${d.hex(32)}",
    ),
    Kind(
        "plaid", "PLAID_ACCESS_TOKEN", "plaid.com/docs/api/items", lambda d: f"access-production-{d.uuid()}"
    ),
    Kind(
        "flutterwave",
        "FLW_SECRET_KEY",
        "developer.flutterwave.com/docs/authentication",
        lambda d: f"FLWSECK-{d.hex(32)}-X",
    ),
    Kind(
        "easypost",
        "EASYPOST_API_KEY",
        "docs.easypost.com/docs/authentication",
        lambda d: f"EZAK{d.alnum(54)}",
    ),
    Kind(
        "duffel",
        "DUFFEL_ACCESS_TOKEN",
        "duffel.com/docs/api/overview",
        lambda d: f"duffel_live_{d.url64(43)}",
    ),
    Kind("linear", "LINEAR_API_KEY", "linear.app/developers/graphql", lambda d: f"lin_api_{d.alnum(40)}"),
    Kind(
        "notion",
        "NOTION_TOKEN",
        "developers.notion.com/docs/authorization",
        lambda d: f"ntn_{d.digits(11)}{d.alnum(35)}",
    ),
    Kind(
        "airtable",
        "AIRTABLE_API_KEY",
        "airtable.com/developers/web/guides/personal-access-tokens",
        lambda d: f"pat{d.alnum(14)}.{d.hex(64)}",
    ),
    Kind(
        "asana",
        "ASANA_TOKEN",
        "developers.asana.com/docs/personal-access-token",
        lambda d: f"2/{d.digits(16)}/{d.digits(16)}:{d.hex(32)}",
        NAMED,
    ),
    Kind(
        "figma",
        "FIGMA_TOKEN",
        "developers.figma.com/docs/rest-api/authentication",
        lambda d: f"figd_{d.url64(40)}",
    ),
    Kind(
        "contentful",
        "CONTENTFUL_TOKEN",
        "contentful.com/developers/docs/references/authentication",
        lambda d: f"CFPAT-{d.url64(43)}",
    ),
    Kind(
        "hubspot",
        "HUBSPOT_TOKEN",
        "developers.hubspot.com/docs/guides/apps/private-apps/overview",
        lambda d: f"pat-na1-{d.uuid()}",
    ),
    Kind(
        "mapbox",
        "MAPBOX_SECRET_TOKEN",
        "docs.mapbox.com/help/glossary/access-token",
        lambda d: f"sk.{json64({'u': 'acme', 'a': 'c' + d.lower(24)})}.{d.url64(22)}",
    ),
    Kind(
        "typeform",
        "TYPEFORM_TOKEN",
        "typeform.com/developers/get-started/personal-access-token",
        lambda d: f"tfp_{d.alnum(44)}_{d.alnum(14)}",
    ),
    Kind(
        "okta",
        "OKTA_API_TOKEN",
        "developer.okta.com/docs/guides/create-an-api-token",
        lambda d: f"00{d.url64(40)}",
        NAMED,
    ),
    Kind(
        "facebook",
        "FACEBOOK_ACCESS_TOKEN",
        "developers.facebook.com/docs/facebook-login/guides/access-tokens",
        lambda d: f"EAACEdEose0cBA{d.alnum(150)}",
    ),
    Kind("adafruit", "ADAFRUIT_IO_KEY", "io.adafruit.com/api/docs", lambda d: f"aio_{d.alnum(28)}"),
    Kind(
        "apify",
        "APIFY_TOKEN",
        "docs.apify.com/platform/integrations/api",
        lambda d: f"apify_api_{d.alnum(36)}",
    ),
    Kind(
        "algolia-admin",
        "ALGOLIA_ADMIN_KEY",
        "algolia.com/doc/guides/security/api-keys",
        lambda d: d.hex(32),
        NAMED,
    ),
)
