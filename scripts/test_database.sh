# A throw-away PostgreSQL for the test suite; read by ./test, never run by itself.
# Sets THIDUA_TEST_POSTGRES_URL, or returns 1 when no server is installed.

CLUSTER=''

find_server() {
    SERVER_BIN=''
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin; do
        if [ -x "$folder/initdb" ]; then
            SERVER_BIN=$folder
        fi
    done
    if [ -z "$SERVER_BIN" ] && command -v initdb >/dev/null 2>&1; then
        SERVER_BIN=$(dirname "$(command -v initdb)")
    fi
    [ -n "$SERVER_BIN" ]
}

# PostgreSQL refuses to run as root: there the cluster belongs to the user postgres.
server() {
    tool=$1
    shift
    if [ "$(id -u)" = 0 ]; then
        if command -v runuser >/dev/null 2>&1; then
            (cd / && runuser -u postgres -- "$SERVER_BIN/$tool" "$@")
        else
            (cd / && su postgres -s /bin/sh -c 'tool=$0; exec "$tool" "$@"' -- "$SERVER_BIN/$tool" "$@")
        fi
    else
        "$SERVER_BIN/$tool" "$@"
    fi
}

start_database() {
    find_server || return 1
    if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
        return 1
    fi
    CLUSTER=$(mktemp -d "${TMPDIR:-/tmp}/thidua-pg.XXXXXX")
    trap stop_database EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$CLUSTER"
    fi
    server initdb -D "$CLUSTER/data" -U thidua -A trust -E UTF8 --locale=C --data-checksums \
        >"$CLUSTER.log" 2>&1 || { cat "$CLUSTER.log" >&2; return 1; }
    # Tests prove correctness, not durability: syncing each of their commits would only cost time.
    # A statement that would run for minutes fails by its name, and does not hold up the whole run.
    server pg_ctl -D "$CLUSTER/data" -w -l "$CLUSTER/data/server.log" \
        -o "-k $CLUSTER -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c statement_timeout=60s" \
        start >>"$CLUSTER.log" 2>&1 || { cat "$CLUSTER.log" >&2; return 1; }
    export THIDUA_TEST_POSTGRES_URL="postgres://thidua@/postgres?host=$CLUSTER"
}

stop_database() {
    if [ -n "$CLUSTER" ]; then
        server pg_ctl -D "$CLUSTER/data" -m immediate stop >/dev/null 2>&1 || true
        rm -rf "$CLUSTER" "$CLUSTER.log"
        CLUSTER=''
    fi
}
