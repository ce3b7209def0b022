#!/usr/bin/env bash
# Measures the service against what it is built on, all sides in one go, and prints ratios. The machine's speed drifts and the load generator
# shares its cores, so read the ratios (geometric means over many short interleaved rounds), not the rates.
#
#   benchmarks/run.sh [engine] [overview] [database]      (all three without arguments)
#
#   engine    a pattern of four trivial steps, telemetry on and off, against the same beans and breakers in a hand-written route and against
#             a route that answers a constant, both on Camel's stock HTTP server
#   overview  200 clients on portfolio_overview: errors, p95, p95 of /health (asked 50 times a second meanwhile), resident memory of the service
#   database  portfolio_overview against pgbench with the statements that it sends
#
# ROUNDS (12) rounds of SECONDS_EACH (1), LOAD (20) seconds of 200 clients and WARM (40) shorten or lengthen it. The engine's sides are started
# STARTS (3) times, ROUNDS each: what the compiler makes of a start differs by more than the rounds of one do. Needs wrk, pgbench and psql;
# serves on loopback only and stops what it starts.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${SECONDS_EACH:-1}
rounds=${ROUNDS:-12}
starts=${STARTS:-3}
load=${LOAD:-20}
warm=${WARM:-40}
work=$(mktemp -d)
pids=()
stop() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    pids=()
}
finish() {
    stop
    rm -rf "$work"
}
trap finish EXIT

for tool in wrk pgbench psql; do
    command -v "$tool" >/dev/null || { echo "benchmarks: $tool is not installed (Debian: apt-get install wrk postgresql-client)" >&2; exit 2; }
done
[ -f target/dawsos.jar ] && [ -z "${REBUILD:-}" ] || ./mvnw -q -B package -DskipTests
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classpath="target/dawsos.jar:target/lib/*"

lua() { # file, body
    printf 'wrk.method="POST"\nwrk.headers["Content-Type"]="application/json"\nwrk.body=[[%s]]\n' "$2" >"$work/$1.lua"
}
percentiles() { # name: how a wrk script says them
    printf 'done = function(summary, latency)
    io.write(string.format("%%-10s p50 %%.1f, p95 %%.1f, p99 %%.1f ms\\n", "%s",
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end\n' "$1"
}
lua four '{"pattern_id":"four_steps","inputs":{"name":"world","number":21}}'
lua overview '{"pattern_id":"portfolio_overview","inputs":{}}'
percentiles overview >>"$work/overview.lua"

await() { # url
    for _ in $(seq 240); do curl -fs -o /dev/null "$1" && return; sleep 0.5; done
    echo "benchmarks: $1 does not answer" >&2; exit 1
}
serve() { # name port environment...: starts a service of its own
    local name=$1 port=$2; shift 2
    env "$@" PORT="$port" BROKER_PORT=0 DAWSOS_HOME="$work/$name" PATTERNS_PATH=benchmarks/patterns \
        "$java" @target/dawsos.options -jar target/dawsos.jar >"$work/$name.log" 2>&1 &
    pids+=($!)
    await "http://127.0.0.1:$port/health/ready"
}
rate() { # script port path clients seconds
    wrk -t1 -c"$4" -d"$5"s --timeout 30s --latency -s "$work/$1.lua" "http://127.0.0.1:$2$3" >"$work/wrk"
    if grep -q 'Non-2xx' "$work/wrk"; then cat "$work/wrk" >&2; exit 1; fi
    awk '/Requests\/sec/ {print $2}' "$work/wrk"
}
median() { sort -g | awk '{v[NR]=$1} END {print NR % 2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
ratio() { # files of rates a b: geometric mean of the ratios round by round, and its standard error
    paste "$work/$1.rates" "$work/$2.rates" | awk '{r = log($1/$2); n++; sum += r; squares += r*r}
        END {mean = sum/n; printf "%.2f (+- %.2f)", exp(mean), exp(mean) * sqrt((squares/n - mean*mean) / (n > 1 ? n-1 : 1))}'
}

engine() {
    echo "# engine: four trivial steps, 32 clients, $starts starts of every side, $rounds rounds of $seconds s each"
    local start name
    for start in $(seq "$starts"); do
        engine_started
        echo "start $start: $(tail -n "$rounds" "$work"/constant.rates | median) constant, $(tail -n "$rounds" "$work"/handon.rates | median) by hand with telemetry," \
            "$(tail -n "$rounds" "$work"/on.rates | median) pattern with telemetry (requests/s, medians)"
    done
    for name in constant hand handon on off; do printf '%-10s %9.0f requests/s (median)\n' $name "$(median <"$work/$name.rates")"; done
    echo "pattern / hand-written route, both with telemetry      $(ratio on handon)   (wanted: at least 0.80)"
    echo "pattern / hand-written route, both without             $(ratio off hand)"
    echo "pattern with telemetry / hand-written route without    $(ratio on hand)"
    echo "pattern with telemetry / constant JSON                 $(ratio on constant)   (wanted: at least 0.35)"
    echo "telemetry on / off                                     $(ratio on off)   (wanted: at least 0.70)"
}
engine_started() { # starts every side, warms it, adds the rates of the rounds, stops
    local collector=http://127.0.0.1:18318
    "$java" benchmarks/OtlpSink.java 18318 & pids+=($!)
    "$java" @target/dawsos.options -cp "$classpath" benchmarks/BaselineServer.java 18201 >"$work/baseline.log" 2>&1 & pids+=($!)
    OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf "$java" @target/dawsos.options -cp "$classpath" \
        benchmarks/BaselineServer.java 18200 $collector >"$work/traced.log" 2>&1 & pids+=($!)
    serve on 18202 OTLP_ENDPOINT=$collector OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
    serve off 18203
    for port in 18201 18200; do
        for _ in $(seq 60); do curl -fs -o /dev/null -X POST http://127.0.0.1:$port/constant && break; sleep 0.5; done
    done
    local sides="constant:18201:/constant hand:18201:/hand handon:18200:/hand on:18202:/execute off:18203:/execute" side name port path
    for side in $sides; do
        IFS=: read -r name port path <<<"$side"
        rate four $port $path 32 "$warm" >/dev/null
    done
    for _ in $(seq "$rounds"); do
        for side in $sides; do
            IFS=: read -r name port path <<<"$side"
            rate four $port $path 32 "$seconds" >>"$work/$name.rates"
        done
    done
    stop
}

overview() {
    echo "# overview: 200 clients, $load s"
    serve overview 18204
    local service=${pids[-1]} health="$work/health"
    rate overview 18204 /execute 32 "$warm" >/dev/null
    health_client "$load" 18204 >"$health" & local probe=$!
    while sleep 1; do awk '/VmRSS/ {print $2}' "/proc/$service/status"; done >"$work/resident" & local sampler=$!
    rate overview 18204 /execute 200 "$load" >"$work/rps"
    wait "$probe"
    kill "$sampler"
    grep -E 'Socket errors' "$work/wrk" && { echo "benchmarks: socket errors" >&2; exit 1; }
    printf 'overview   %9.0f requests/s, no error\n' "$(cat "$work/rps")"
    grep overview "$work/wrk"
    tail -n1 "$health"
    sort -n "$work/resident" | awk '{v[NR]=$1} END {printf "memory     resident under load: median %d MB, most %d MB   (wanted: at most 300)\n", v[int((NR+1)/2)]/1024, v[NR]/1024}'
}
health_client() { # seconds port: one that asks 50 times a second
    { echo 'function delay() return 20 end'; percentiles /health; } >"$work/health.lua"
    wrk -t1 -c1 -d"$1"s -s "$work/health.lua" "http://127.0.0.1:$2/health"
}

database() {
    echo "# database: portfolio_overview against pgbench with the same statements, 16 clients, $rounds rounds of $((seconds * 3)) s"
    serve database 18205
    local folder="$work/database/postgres" url
    url="postgresql://postgres:$(cat "$folder/password")@127.0.0.1:$(cat "$folder/port")/postgres"
    rate overview 18205 /execute 16 "$warm" >/dev/null
    psql -q "$url" -c "alter system set log_min_duration_statement = 0" -c "alter system set log_parameter_max_length = -1" \
        -c "alter system set log_line_prefix = '%m '" -c "select pg_reload_conf()" >/dev/null
    sleep 2
    local log
    log=$(find "$folder" -name '*.log' | head -n1)
    local before
    before=$(wc -c <"$log")
    curl -fs -o "$work/answer" -X POST -H 'Content-Type: application/json' -d '{"pattern_id":"portfolio_overview","inputs":{}}' http://127.0.0.1:18205/execute
    sleep 1
    tail -c +$((before + 1)) "$log" >"$work/statements"
    psql -q "$url" -c "alter system reset log_min_duration_statement" -c "select pg_reload_conf()" >/dev/null
    "$java" benchmarks/PgbenchScript.java "$work/statements" >"$work/overview.pgbench"
    echo "round trips of one uncached overview: $(grep -c startpipeline "$work/overview.pgbench")   (wanted: at most 6)"
    pgbench -n -M extended -c 16 -j 1 -T "$warm" -f "$work/overview.pgbench" "$url" >/dev/null 2>&1
    for _ in $(seq "$rounds"); do
        rate overview 18205 /execute 16 $((seconds * 3)) >>"$work/ours.rates"
        PGOPTIONS='-c role=dawsos_app' pgbench -n -M extended -c 16 -j 1 -T $((seconds * 3)) -f "$work/overview.pgbench" "$url" 2>/dev/null \
            | awk '/^tps/ {print $3}' >>"$work/theirs.rates"
    done
    printf 'overview   %9.0f requests/s (median)\npgbench    %9.0f transactions/s (median)\n' "$(median <"$work/ours.rates")" "$(median <"$work/theirs.rates")"
    echo "overview / pgbench with the same statements   $(ratio ours theirs)   (wanted: at least 0.50)"
}

[ $# -gt 0 ] || set -- engine overview database
for part in "$@"; do
    case $part in engine | overview | database) "$part" ;; *) sed -n '2,15p' "$0" >&2; exit 2 ;; esac
done
