#!/bin/sh
# Runs every Rust test twice, on SQLite and on PostgreSQL, and refuses unless both ran the
# same number. In CI a skipped test is a failure, but for those on ../shared/data.
set -eu
cd "$(dirname "$0")/.."

log=$(mktemp -d)
trap 'rm -rf "$log"; [ -z "${TEST_POSTGRES_FOLDER:-}" ] || scripts/postgres-for-tests.sh stop' EXIT

# count FILE: tests that passed, over all binaries
count() { sed -n 's/^test result: ok\. \([0-9]*\) passed.*/\1/p' "$1" | awk '{ sum += $1 } END { print sum + 0 }'; }
ignored() { sed -n 's/^test result: .* \([0-9]*\) ignored;.*/\1/p' "$1" | awk '{ sum += $1 } END { print sum + 0 }'; }

run() { # run NAME: everything once, on the engine that the environment names
    echo "== tests on $1"
    # A test that skips prints `skipped: …`, which is shown with its name below.
    if ! cargo test --workspace --quiet -- --show-output >"$log/$1" 2>&1; then
        grep -vE '^\.+$' "$log/$1" | tail -150
        echo "FAILED on $1"
        exit 1
    fi
    grep '^test result' "$log/$1" | sort | uniq -c | sort -rn | head -3
}

run SQLite
eval "$(scripts/postgres-for-tests.sh start)"
export TEST_DATABASE_URL TEST_POSTGRES_FOLDER
run PostgreSQL

sqlite=$(count "$log/SQLite")
postgres=$(count "$log/PostgreSQL")
echo "tests on SQLite: $sqlite, on PostgreSQL: $postgres, ignored: $(ignored "$log/SQLite")"
awk '/^---- .* stdout ----$/ { name = $2 } /^skipped: / { print name ": " $0 }' "$log/SQLite" "$log/PostgreSQL" | sort -u >"$log/skipped"
cat "$log/skipped"
if [ -n "${CI:-}" ] && grep -v ' skipped: \.\./shared/data' "$log/skipped"; then
    echo "only tests on ../shared/data may skip"
    exit 1
fi
[ "$sqlite" = "$postgres" ] || { echo "the engines did not run the same tests"; exit 1; }
[ "$(ignored "$log/SQLite")" = 0 ] || { echo "tests are ignored"; exit 1; }
echo "test result: ok. $((sqlite + postgres)) passed; 0 failed; 0 ignored"
