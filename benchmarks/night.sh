#!/usr/bin/env bash
# The night at full size, and portfolio_overview on long ledgers.
#
#   benchmarks/night.sh [night] [metrics] [overview]      (all without arguments)
#
#   night     10,000 securities, 1,000 portfolios of 50 positions, in a heap of 512 MB: the whole chain as `nightly` runs it, for a first night
#             that imports every journal, for a night in which no journal has changed, and for one in which all have; then the restatement of
#             a day. Seconds a job, of the chain, and the largest heap (wanted: at most 60 s and 512 MB)
#   metrics   the jobs for metrics and factors over 1,000 portfolios of three years of daily values
#   overview  ledgers of 1,900, 14,400 and 50,000 transactions over twelve years: their import with history (wanted: at most 10 s), then
#             portfolio_overview over HTTP, another question each time (wanted: at most 200 ms)
#
# Needs git and curl. Serves on loopback only and stops what it starts. REBUILD=1 packages anew first; KEEP=FOLDER works there and leaves it.
# Exits with 1 when a night takes longer than 60 s or any part fails.
set -euo pipefail
cd "$(dirname "$0")/.."

work=${KEEP:-$(mktemp -d)}
mkdir -p "$work"
service=
finish() {
    [ -z "$service" ] || { kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; }
    [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap finish EXIT

[ -f target/dawsos.jar ] && [ -z "${REBUILD:-}" ] || ./mvnw -q -B package -DskipTests
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
classpath="target/dawsos.jar:target/lib/*"
"$javac" -d "$work/classes" -cp "$classpath" -sourcepath benchmarks benchmarks/Night.java
run() { # heap arguments...
    local heap=$1; shift
    "$java" -Xmx"$heap" -XX:+UseSerialGC -cp "$work/classes:$classpath" Night "$@" 2>"$work/log" || { tail -n 40 "$work/log" >&2; exit 1; }
}

commit() {
    git -C "$work/night/journals" add .
    git -C "$work/night/journals" -c user.name=benchmark -c user.email=benchmark@example.invalid -c commit.gpgsign=false commit -q -m "$1"
}

dawsos() { # the program, in the heap that is wanted, with its log and that of its collector aside
    DAWSOS_HOME="$work/night" LEDGER_PATH="$work/night/journals" MARKET_PATH="$work/night/market" "$java" -Xmx512m -XX:+UseSerialGC \
        "-Xlog:gc:file=$work/gc.log" -jar target/dawsos.jar "$@" >"$work/out" 2>"$work/log" || { tail -n 40 "$work/log" "$work/out" >&2; exit 1; }
}

report() { # what it was: the jobs and their seconds, and the heap before the collection that found most in it
    echo "# $1"
    awk '$1 ~ /^[a-z]+_[a-z_]+$/ && $3 ~ /^[0-9.]+$/ && $4 == "s" && !seen[$1]++ {
             line = $0; sub(/^ +[a-z_]+ +/, "", line); printf "%-24s %7.2f s   %s\n", $1, $3, substr(line, 20, 110) }
         / in [0-9.]+ s$/ { chain = $(NF - 1) }
         END { printf "%-24s %7.2f s   (wanted: at most 60 s)\n", "the chain", chain; exit chain == "" || chain > 60 }' "$work/table"
    grep -o '[0-9]*M->' "$work/gc.log" | sort -n | tail -1 | awk '{ printf "%-24s %7d MB   (wanted: at most 512 MB)\n", "heap, at most", $1 }'
}

night() {
    run 512m generate "$work/night" | grep -v '^[0-9][0-9]:' || true
    git -C "$work/night/journals" init -q
    commit "Generated"
    dawsos nightly backfill --from 2023-12-27 --to 2023-12-27
    cp "$work/gc.log" "$work/gc.first"
    dawsos nightly status # the job table of the night before
    cp "$work/out" "$work/table"
    mv "$work/gc.first" "$work/gc.log"
    report "the first night: every journal is imported"
    dawsos nightly run --date 2023-12-28
    cp "$work/out" "$work/table"
    report "a night in which no journal has changed"
    run 512m trade "$work/night"
    commit "A purchase each"
    dawsos nightly run --date 2023-12-29
    cp "$work/out" "$work/table"
    report "a night in which every journal has changed"
    run 512m correct "$work/night"
    local begin=$SECONDS
    dawsos packs restate --date 2023-12-28 --reason "Benchmark" --apply
    echo "# the day before restated: $((SECONDS - begin)) s with start and stop"
    dawsos nightly run --date 2023-12-28 --force
    cp "$work/out" "$work/table"
    report "the night of the restated day"
}

metrics() {
    echo "# metrics and factors: 1,000 portfolios of three years"
    "$java" -Xmx512m -XX:+UseSerialGC -cp "$classpath" benchmarks/NightlyMetrics.java 1000 2>"$work/log" | grep -v '^[0-9][0-9]:'
}

overview() {
    echo "# ledgers over twelve years"
    run 512m prepare "$work/long" | grep -v '^[0-9][0-9]:'
    PORT=18210 BROKER_PORT=0 DAWSOS_HOME="$work/long" "$java" @target/dawsos.options -jar target/dawsos.jar >"$work/service.log" 2>&1 &
    service=$!
    for _ in $(seq 240); do curl -fs -o /dev/null http://127.0.0.1:18210/health/ready && break; sleep 0.5; done
    run 128m overview 18210
}

[ $# -gt 0 ] || set -- night metrics overview
for part in "$@"; do
    case $part in night | metrics | overview) "$part" ;; *) sed -n '2,17p' "$0" >&2; exit 2 ;; esac
done
