#!/usr/bin/env bash
# Imports generated ledgers of 1,900, 14,400 and 50,000 transactions over twelve years into an embedded PostgreSQL, as `ledger import` does, and
# prints seconds, microseconds a transaction (growth) and peak heap, with the heap that dawsos.options gives.
#
#   benchmarks/ledger.sh [SIZE...]
#
# SEED changes the journals. Needs git; leaves nothing behind. Exits with 1 when growth is more than linear or 50,000 take more than 10 s.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f target/dawsos.jar ] && [ -z "${REBUILD:-}" ] || ./mvnw -q -B package -DskipTests
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ $# -gt 0 ] || set -- 1900 14400 50000

for size in "$@"; do
    "$java" benchmarks/GeneratedLedger.java "$work/ledger/$size" "$size" ${SEED:+"$SEED"}
done
git -C "$work/ledger" init -q
git -C "$work/ledger" add .
git -C "$work/ledger" -c user.name=benchmark -c user.email=benchmark@example.invalid -c commit.gpgsign=false commit -q -m "Generated"
echo "# ledger: import of generated journals, $(du -sh --exclude=.git "$work/ledger" | cut -f1) of text"
"$java" @target/dawsos.options -cp "target/dawsos.jar:target/lib/*" benchmarks/LedgerBenchmark.java "$work/home" "$work/ledger" "$@"
