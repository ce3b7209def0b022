#!/usr/bin/env bash
# The jobs of the night at full size, and portfolio_overview on long ledgers.
#
#   benchmarks/night.sh [night] [overview]      (both without arguments)
#
#   night     10,000 securities, 1,000 portfolios of 50 positions: a first night with the import of every journal, one more night, and a
#             restatement of the first day, in a heap of 512 MB; seconds a job (wanted: the chain of a night in at most 60 s)
#   overview  ledgers of 1,900, 14,400 and 50,000 transactions over twelve years: their import with history, then portfolio_overview over HTTP,
#             another question each time (wanted: at most 200 ms)
#
# Serves on loopback only and stops what it starts. REBUILD=1 packages anew first.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
service=
finish() {
    [ -z "$service" ] || { kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; }
    rm -rf "$work"
}
trap finish EXIT

[ -f target/dawsos.jar ] && [ -z "${REBUILD:-}" ] || ./mvnw -q -B package -DskipTests
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
classpath="target/dawsos.jar:target/lib/*"
"$javac" -d "$work/classes" -cp "$classpath" benchmarks/Night.java
run() { # heap arguments...
    local heap=$1; shift
    "$java" -Xmx"$heap" -XX:+UseSerialGC -cp "$work/classes:$classpath" Night "$@" 2>"$work/log" || { tail -n 40 "$work/log" >&2; exit 1; }
}

night() {
    run 512m night "$work/night" | grep -v '^[0-9][0-9]:'
}

overview() {
    echo "# ledgers over twelve years"
    run 512m prepare "$work/long" | grep -v '^[0-9][0-9]:'
    PORT=18210 BROKER_PORT=0 DAWSOS_HOME="$work/long" "$java" @target/dawsos.options -jar target/dawsos.jar >"$work/service.log" 2>&1 &
    service=$!
    for _ in $(seq 240); do curl -fs -o /dev/null http://127.0.0.1:18210/health/ready && break; sleep 0.5; done
    run 128m overview 18210
}

[ $# -gt 0 ] || set -- night overview
for part in "$@"; do
    case $part in night | overview) "$part" ;; *) sed -n '2,12p' "$0" >&2; exit 2 ;; esac
done
