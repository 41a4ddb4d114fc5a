#!/bin/sh
# A private, throw-away PostgreSQL for the tests: its own folder under the temporary
# directory, a socket instead of a port, nothing kept, fsync off.
#
#   eval "$(scripts/postgres-for-tests.sh start)"   # sets TEST_DATABASE_URL and
#                                                   # TEST_POSTGRES_FOLDER
#   scripts/postgres-for-tests.sh stop              # stops that server, removes its folder
#
# Works as root too: PostgreSQL refuses to run as root, so it then runs as `postgres`.
set -eu

binaries() {
    if command -v initdb >/dev/null 2>&1; then
        dirname "$(command -v initdb)"
        return
    fi
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
        if [ -x "$folder/initdb" ]; then
            echo "$folder"
            return
        fi
    done
    echo "PostgreSQL is not installed (initdb was not found)" >&2
    exit 1
}

as_server() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

start() {
    bin=$(binaries)
    folder=$(mktemp -d "${TMPDIR:-/tmp}/zhaoyin-postgres.XXXXXX")
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$folder"
    fi
    chmod 755 "$folder"
    # From here: the server's user may not enter the folder that the script was called in.
    cd "$folder"
    as_server "$bin/initdb" --pgdata="$folder/data" --username=zhaoyin --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || {
        cat "$folder/initdb.log" >&2
        exit 1
    }
    cat >>"$folder/data/postgresql.conf" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
SETTINGS
    as_server "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait start \
        >"$folder/start.log" 2>&1 || {
        cat "$folder/start.log" "$folder/server.log" >&2
        exit 1
    }
    echo "export TEST_POSTGRES_FOLDER='$folder'"
    echo "export TEST_DATABASE_URL='postgres://zhaoyin@localhost/postgres?host=$folder'"
}

stop() {
    folder=${TEST_POSTGRES_FOLDER:?is not set: which server?}
    cd "$folder"
    as_server "$(binaries)/pg_ctl" --pgdata="$folder/data" --mode=immediate --wait stop >/dev/null
    cd /
    rm -rf "$folder"
}

case "${1:-}" in
start) start ;;
stop) stop ;;
*)
    echo "usage: $0 start|stop" >&2
    exit 1
    ;;
esac
