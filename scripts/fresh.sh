#!/bin/sh
# The generated files are those that this source generates.
set -eu
cd "$(dirname "$0")/.."
before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
cp docs/api/openapi.json docs/api/error-codes.json web/src/api/schema.d.ts "$before"
make --no-print-directory gen
for file in docs/api/openapi.json docs/api/error-codes.json web/src/api/schema.d.ts; do
    cmp -s "$file" "$before/$(basename "$file")" || {
        echo "$file was stale: make gen has made it anew, commit it"
        exit 1
    }
done
echo "generated files are fresh"
