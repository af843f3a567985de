"""The files in which a token is left behind: settings, code, shell, data."""

from tests.secrets_accuracy.cases import Carrier

ENV = Carrier("deploy/{n}.env", "APP_ENV=production\nPORT=8080\n{NAME}={value}\nLOG_LEVEL=info\n")
EXPORT = Carrier(
    "scripts/deploy_{n}.sh", '#!/bin/sh\nset -eu\nexport {NAME}="{value}"\nmake -C infra release\n'
)
YAML = Carrier("config/app_{n}.yaml", "service:\n  replicas: 3\n  {name}: {value}\n  region: eu-central-1\n")
YAML_QUOTED = Carrier(
    "deploy/stack_{n}.yml",
    'services:\n  api:\n    image: acme/api:2.4.1\n    environment:\n      {NAME}: "{value}"\n',
)
JSON = Carrier(
    "config/app_{n}.json",
    '{\n  "listen": "0.0.0.0:8080",\n  "{camel}": "{value}",\n  "retries": 5\n}\n',
)
PYTHON = Carrier(
    "acme/client_{n}.py",
    'import httpx\n\n{NAME} = "{value}"\n\n\ndef client():\n'
    '    return httpx.Client(headers={"X-Auth": {NAME}})\n',
)
PYTHON_CALL = Carrier(
    "acme/jobs_{n}.py",
    'from acme.api import Client\n\n\ndef main():\n    client = Client({name}="{value}", timeout=30)\n'
    "    client.run()\n",
)
JAVASCRIPT = Carrier(
    "web/api_{n}.js",
    "import { connect } from './connect.js';\n\nconst {camel} = '{value}';\n"
    "export default connect({ {camel}, retries: 2 });\n",
)
TYPESCRIPT = Carrier(
    "web/config_{n}.ts",
    'export const config = {\n  baseUrl: "https://api.acme.io",\n  {camel}: "{value}",\n} as const;\n',
)
GO = Carrier(
    "cmd/server/main_{n}.go", 'package main\n\nconst (\n\tlisten = ":8080"\n\t{camel} = "{value}"\n)\n'
)
JAVA = Carrier(
    "src/main/java/io/acme/Client{n}.java",
    'package io.acme;\n\nfinal class Client{n} {\n    private static final String {NAME} = "{value}";\n}\n',
)
TERRAFORM = Carrier("infra/main_{n}.tf", 'provider "acme" {\n  region = "eu-1"\n  {name}  = "{value}"\n}\n')
INI = Carrier("config/app_{n}.ini", "[service]\nhost = api.acme.io\n{name} = {value}\ntimeout = 30\n")
PROPERTIES = Carrier(
    "src/main/resources/app_{n}.properties", "server.port=8080\nacme.{name}={value}\nlogging.level=INFO\n"
)
DOCKER = Carrier(
    "docker/api_{n}.Dockerfile", 'FROM python:3.13-slim\nENV {NAME}={value}\nCMD ["gunicorn", "acme"]\n'
)
CURL = Carrier(
    "scripts/call_{n}.sh",
    '#!/bin/sh\ncurl -sS -X POST "https://api.acme.io/v1/jobs" \\\n  -H "Authorization: Bearer {value}" \\\n'
    '  -d "{}"\n',
)
HEADER = Carrier(
    "scripts/sync_{n}.sh", "curl -sS https://api.acme.io/v1/jobs -H 'X-Api-Key: {value}' -o jobs.json\n"
)
QUERY = Carrier(
    "acme/fetch_{n}.py", 'URL = "https://api.acme.io/v1/jobs?limit=20&token={value}"\nprint(URL)\n'
)
COMMENT = Carrier(
    "acme/worker_{n}.rb",
    "class Worker\n  # works with {value} for now, move to the vault\n  def run; end\nend\n",
)
NOTE = Carrier(
    "notes/rollout_{n}.txt", "Rollout of the new gateway\n\n1. log in with {value}\n2. restart the workers\n"
)

# Where the variable's name stands beside the value.
NAMED = (
    ENV, EXPORT, YAML, YAML_QUOTED, JSON, PYTHON, PYTHON_CALL, JAVASCRIPT, TYPESCRIPT, GO, JAVA, TERRAFORM,
    INI, PROPERTIES, DOCKER,
)  # fmt: skip
# Where the value has to be known by its own form.
BARE = (CURL, HEADER, QUERY, COMMENT, NOTE)
ANY = NAMED + BARE
# Values of several lines.
WHOLE = (Carrier("deploy/keys_{n}.pem", "{value}\n"), Carrier("deploy/id_{n}", "{value}\n"))
