# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# PostgreSQL for the tests, part of testbed: a cluster with TLS that archives into pgBackRest, a streaming replica of it,
# and PgBouncer before it; and an image of the server for the Engine. The server refuses to be root, so as root it all
# runs, and lies, as the user that its package made.

PG_BIN=${PILOTHOUSE_POSTGRES_BIN:-/usr/lib/postgresql/15/bin}
PG=${TMPDIR:-/tmp}/pilothouse-postgres-$NUMBER
PG_PORT=$((15000 + NUMBER % 4000 * 4))
BOUNCER_PORT=$((PG_PORT + 1))
STANDBY_PORT=$((PG_PORT + 2))
PG_PASSWORD=throw-away
POSTGRES_IMAGE=pilothouse-test/postgres:15

as_postgres() {
    if ((EUID == 0)); then runuser -u postgres -- env HOME="$PG" "$@"; else "$@"; fi
}

# The same in place of this shell.
become_postgres() {
    if ((EUID == 0)); then exec runuser -u postgres -- env HOME="$PG" "$@"; else exec "$@"; fi
}

postgres_answers() { as_postgres "$PG_BIN/pg_isready" -q -h "$PG" -p "$1"; }

postgres_query() { as_postgres "$PG_BIN/psql" -qAtX -v ON_ERROR_STOP=1 -h "$PG" -p "$PG_PORT" -U postgres -d postgres -c "$1"; }

# A certificate for "localhost" from an authority of its own.
postgres_tls() {
    local tls=$PG/tls
    mkdir -p "$tls"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=pilothouse testbed authority' \
        -keyout "$tls/ca.key" -out "$tls/ca.crt"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=localhost' \
        -keyout "$tls/server.key" -out "$tls/server.csr"
    openssl x509 -req -in "$tls/server.csr" -CA "$tls/ca.crt" -CAkey "$tls/ca.key" -CAcreateserial -days 3650 \
        -extfile <(echo 'subjectAltName=DNS:localhost,IP:127.0.0.1') -out "$tls/server.crt"
    chmod 600 "$tls"/*.key
}

# No fsync: what these clusters hold need not outlive this machine.
postgres_settings() {
    cat <<CONF
listen_addresses = '127.0.0.1'
port = $1
unix_socket_directories = '$PG'
shared_buffers = 16MB
max_connections = 60
fsync = off
synchronous_commit = off
full_page_writes = on
wal_level = replica
max_wal_senders = 5
hot_standby = on
ssl = on
ssl_cert_file = '$PG/tls/server.crt'
ssl_key_file = '$PG/tls/server.key'
archive_mode = on
archive_command = 'pgbackrest --config=$PG/pgbackrest.conf --stanza=testbed archive-push %p'
restore_command = 'pgbackrest --config=$PG/pgbackrest.conf --stanza=testbed archive-get %f %p'
log_min_messages = warning
log_line_prefix = '%m [%p] '
CONF
}

# Who comes over a socket is let in; the role "tlsonly" over the network only encrypted.
postgres_rules() {
    cat <<HBA
local   all         all                    trust
local   replication all                    trust
hostssl all         tlsonly 127.0.0.1/32   scram-sha-256
host    all         tlsonly 127.0.0.1/32   reject
host    all         all     127.0.0.1/32   scram-sha-256
HBA
}

backrest_settings() {
    cat <<CONF
[global]
repo1-path=$PG/backrest
repo1-retention-full=3
log-path=$PG/log
lock-path=$PG/lock
spool-path=$PG/spool
log-level-file=off
start-fast=y
compress-type=none
archive-timeout=20

[testbed]
pg1-path=$PG/primary
pg1-port=$PG_PORT
pg1-socket-path=$PG
pg1-user=postgres
CONF
}

bouncer_settings() {
    cat <<CONF
[databases]
* = host=$PG port=$PG_PORT

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $BOUNCER_PORT
unix_socket_dir = $PG
pidfile = $PG/bouncer.pid
logfile = $CACHE/pgbouncer.log
auth_type = scram-sha-256
auth_file = $PG/bouncer.users
admin_users = postgres
pool_mode = transaction
default_pool_size = 5
max_client_conn = 50
ignore_startup_parameters = extra_float_digits
CONF
}

# start_server FOLDER: as a child of nobody, its output in a log.
start_server() {
    # A shell that waits would keep the caller's output open, which it holds aside for the time of a redirection.
    (
        exec >"$CACHE/postgres-$1.log" 2>&1 </dev/null
        become_postgres setsid "$PG_BIN/postgres" -D "$PG/$1"
    ) &
    wait_for 10 test -s "$PG/$1/postmaster.pid" && remember_postgres "$1" "$(head -n 1 "$PG/$1/postmaster.pid")"
}

remember_postgres() { remember "postgres-$1" "$2"; }

primary_up() {
    as_postgres "$PG_BIN/initdb" -D "$PG/primary" -U postgres --encoding=UTF8 --locale=C.UTF-8 --no-sync -A trust
    postgres_settings "$PG_PORT" | as_postgres tee -a "$PG/primary/postgresql.conf"
    postgres_rules | as_postgres tee "$PG/primary/pg_hba.conf"
    start_server primary
    wait_for 10 postgres_answers "$PG_PORT"
    postgres_query "ALTER ROLE postgres PASSWORD '$PG_PASSWORD'"
    postgres_query "CREATE ROLE tlsonly LOGIN PASSWORD '$PG_PASSWORD'"
}

backrest_up() {
    backrest_settings | as_postgres tee "$PG/pgbackrest.conf"
    as_postgres pgbackrest --config="$PG/pgbackrest.conf" --stanza=testbed stanza-create
}

standby_up() {
    as_postgres "$PG_BIN/pg_basebackup" -D "$PG/standby" -h "$PG" -p "$PG_PORT" -U postgres -c fast -X stream --no-sync \
        -C -S standby -d "dbname=postgres application_name=standby" -R
    printf '%s\n' "port = $STANDBY_PORT" 'archive_mode = off' | as_postgres tee -a "$PG/standby/postgresql.conf"
    start_server standby
}

bouncer_up() {
    printf '"%s" "%s"\n' postgres "$PG_PASSWORD" | as_postgres tee "$PG/bouncer.users"
    bouncer_settings | as_postgres tee "$PG/bouncer.ini"
    (
        exec >"$CACHE/pgbouncer-start.log" 2>&1 </dev/null
        become_postgres setsid pgbouncer -q "$PG/bouncer.ini"
    ) &
    wait_for 10 test -s "$PG/bouncer.pid" && remember postgres-bouncer "$(cat "$PG/bouncer.pid")"
}

postgres_up() {
    is_running postgres-primary && return
    if ! [[ -x $PG_BIN/postgres ]]; then
        say "testbed: there is no $PG_BIN/postgres; the tests that need it are skipped"
        return
    fi
    rm -rf "$PG"
    (umask 077 && mkdir "$PG") && mkdir "$PG"/{backrest,log,lock,spool}
    touch "$CACHE/pgbouncer.log"
    {
        postgres_tls
        if ((EUID == 0)); then
            chown -R postgres: "$PG"
            chown postgres: "$CACHE/pgbouncer.log"
        fi
        (cd "$PG" && primary_up && backrest_up && standby_up && bouncer_up)
    } >"$CACHE/postgres.log" 2>&1 || { tail -n 5 "$CACHE/postgres.log" >&2; say "testbed: PostgreSQL does not start"; return 1; }
}

# The replica before its primary, so that nothing waits for anything.
postgres_down() {
    local part
    for part in bouncer standby primary; do
        [[ -e $RUN/postgres-$part.pid ]] && end_server "postgres-$part"
    done
    rm -rf "$PG"
}

# SIGINT is the fast shutdown; TERM would wait for every session.
end_server() {
    local pid start
    if is_running "$1"; then
        read -r pid start <"$RUN/$1.pid"
        kill -INT "$pid" 2>/dev/null || true
        wait_for 5 has_ended "$1" || true
    fi
    end "$1"
}

postgres_environment() {
    is_running postgres-primary || return 0
    echo "export PILOTHOUSE_TESTBED_POSTGRES=127.0.0.1:$PG_PORT"
    echo "export PILOTHOUSE_TESTBED_POSTGRES_SOCKET=$PG"
    echo "export PILOTHOUSE_TESTBED_POSTGRES_PASSWORD=$PG_PASSWORD"
    echo "export PILOTHOUSE_TESTBED_POSTGRES_CA=$PG/tls/ca.crt"
    echo "export PILOTHOUSE_TESTBED_PGBACKREST=$PG/pgbackrest.conf"
    is_running postgres-standby && echo "export PILOTHOUSE_TESTBED_STANDBY=127.0.0.1:$STANDBY_PORT"
    is_running postgres-bouncer && echo "export PILOTHOUSE_TESTBED_PGBOUNCER=127.0.0.1:$BOUNCER_PORT"
    return 0
}

# --- the server as an image -----------------------------------------------------------------------------------------

# Its programs and what they load, a busybox, and a start that makes the cluster. No JIT: its library is larger than all else.
postgres_image_tar() {
    local tree=$CACHE/postgres-image file tool
    rm -rf "$tree"
    mkdir -p "$tree"/{bin,etc,tmp,usr/bin,usr/lib/postgresql/15,usr/share/postgresql,usr/share/postgresql-common,data,run/postgresql}
    cp -L "$(command -v busybox)" "$tree/bin/busybox"
    for tool in sh cat kill ls ps sleep mkdir chmod tail grep head test true false env id rm; do
        ln -s busybox "$tree/bin/$tool"
    done
    mkdir "$tree/usr/lib/postgresql/15/bin"
    for tool in postgres initdb pg_ctl pg_dump pg_dumpall pg_restore pg_isready psql createdb dropdb pg_basebackup; do
        cp "$PG_BIN/$tool" "$tree/usr/lib/postgresql/15/bin/"
        ln -s "../lib/postgresql/15/bin/$tool" "$tree/usr/bin/$tool"
    done
    cp -r "${PG_BIN%/bin}/lib" "$tree/usr/lib/postgresql/15/"
    rm -rf "$tree/usr/lib/postgresql/15/lib/"{bitcode,pgxs} "$tree"/usr/lib/postgresql/15/lib/llvmjit*
    cp -rL /usr/share/postgresql/15 "$tree/usr/share/postgresql/"
    find "$tree" -type f \( -name '*.so' -o -path '*/bin/*' \) -print0 | xargs -0 ldd 2>/dev/null |
        grep -oE '(=> )?/[^ ]+ \(' | grep -oE '/[^ ]+' | sort -u | while read -r file; do
        [[ -e $tree$file ]] && continue
        mkdir -p "$tree${file%/*}"
        cp -L "$file" "$tree$file"
    done
    mkdir -p "$tree/usr/share/zoneinfo" && cp -L /usr/share/zoneinfo/{UTC,Etc/UTC} "$tree/usr/share/zoneinfo/" 2>/dev/null || true
    mkdir -p "$tree/usr/lib/locale" && cp -r /usr/lib/locale/C.utf8 "$tree/usr/lib/locale/"
    printf '%s\n' 'root:x:0:0::/root:/bin/sh' 'postgres:x:999:999::/data:/bin/sh' >"$tree/etc/passwd"
    printf '%s\n' 'root:x:0:' 'postgres:x:999:' >"$tree/etc/group"
    chmod 1777 "$tree/tmp" "$tree/data" "$tree/run/postgresql"
    cp "$ROOT/tests/testbed/postgres-start" "$tree/usr/bin/postgres-start"
    tar -C "$tree" --owner=0 --group=0 -cf "$CACHE/postgres-image.tar" .
    rm -rf "$tree"
}

postgres_image_up() {
    if ! [[ -x $PG_BIN/postgres ]]; then
        return
    fi
    local digest
    digest=$(sha256sum "$PG_BIN/postgres" "$ROOT"/tests/testbed/postgres{.bash,-start} | sha256sum | cut -d' ' -f1)
    if [[ ! -e $CACHE/postgres-image.tar || $(cat "$CACHE/postgres-image.digest" 2>/dev/null) != "$digest" ]]; then
        postgres_image_tar
        echo "$digest" >"$CACHE/postgres-image.digest"
    fi
    docker_client import --change 'ENV PATH=/usr/bin:/bin' --change 'ENV PGDATA=/data/cluster' --change 'ENV LANG=C.UTF-8' \
        --change 'EXPOSE 5432' --change 'USER 999:999' \
        --change 'LABEL org.pilothouse.testbed=postgres' --change 'ENTRYPOINT ["/usr/bin/postgres-start"]' \
        --change 'HEALTHCHECK --interval=1s --timeout=2s --retries=20 CMD pg_isready -q' \
        "$CACHE/postgres-image.tar" "$POSTGRES_IMAGE" >/dev/null
}
