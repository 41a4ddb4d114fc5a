#!/bin/sh
# Measures what the product promises, each figure beside its base where it has one. Prints
# only; no test asserts a time. Expects the release profile to be built (`make bench` does).
set -eu
cd "$(dirname "$0")/.."
facts=${FACTS:-200000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"; [ -z "${TEST_POSTGRES_FOLDER:-}" ] || scripts/postgres-for-tests.sh stop' EXIT

echo "== ledger on SQLite, $facts facts"
target/release/examples/speed "sqlite:$folder/ledger.sqlite?mode=rwc" "$facts"

if scripts/postgres-for-tests.sh start >"$folder/postgres" 2>/dev/null; then
    eval "$(cat "$folder/postgres")"
    export TEST_POSTGRES_FOLDER
    echo "== ledger on PostgreSQL, $facts facts"
    target/release/examples/speed "$TEST_DATABASE_URL" "$facts"
fi

echo "== workbook of 100,000 x 12: the bare reader, then ours"
target/release/examples/read_speed bare
target/release/examples/read_speed sheets

echo "== workbook of 100,000 x 12 to a dry-run report and a commit (a slice without facts)"
target/release/examples/import_speed

echo "== a demo city filled up to 50,000 projects, over HTTP: alone, and with 16 clients"
/usr/bin/env time -f "load: %e s, %M kB" target/release/zhaoyin --data "$folder/city" demo >/dev/null
target/release/examples/http_speed target/release/zhaoyin "$folder/city"

echo "== the client's sizes"
cd web && npm run --silent sizes
