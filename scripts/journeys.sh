#!/bin/sh
# Loads a demo city into a folder of its own, serves it, and sends a browser through it.
#   journeys.sh BINARY          the journeys
#   journeys.sh BINARY look     pictures of every page, into web/pictures
set -eu
cd "$(dirname "$0")/.."
binary=$1
what=${2:-journeys}

folder=$(mktemp -d)
server=
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT INT TERM

"$binary" --data "$folder/data" demo >"$folder/demo.log" 2>&1 || { cat "$folder/demo.log"; exit 1; }
"$binary" --data "$folder/data" serve --listen 127.0.0.1:0 >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 100); do
    BASE_URL=$(sed -n 's#.*\(http://127\.0\.0\.1:[0-9]*\).*#\1#p' "$folder/server.log" | head -1)
    [ -z "$BASE_URL" ] || break
    kill -0 "$server" 2>/dev/null || { cat "$folder/server.log"; exit 1; }
    sleep 0.1
done
# The first line of the demo's accounts that names the bureau: login, then password.
account=$(grep -m1 -w bureau "$folder/data/demo-accounts.txt")
LOGIN=$(echo "$account" | awk '{ print $1 }')
PASSWORD=$(echo "$account" | awk '{ print $2 }')
# A workbook that the import journey hands in: companies depend on nothing.
WORKBOOK="$folder/companies.csv"
cat >"$WORKBOOK" <<ROWS
企业名称,统一社会信用代码,曾用名,注册地区划代码
演示企业 9001（苏州）有限公司,,,320500
演示企业 9002（上海）有限公司,,,310000
演示企业 9003（无此地）有限公司,,,999999
ROWS
export BASE_URL LOGIN PASSWORD WORKBOOK
cd web
if [ "$what" = look ]; then npm run look; else npm run journeys; fi
