#!/usr/bin/env bash
# The PDF report of the demo portfolio's overview against the same XHTML rendered by openhtmltopdf alone.
#
#   benchmarks/report.sh [ROUNDS]
#
# Needs only a JDK. Exits with 1 when the report takes more than 1.3 times as long.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -d target/classes/io/dawsos/report ] && [ -d target/lib ] && [ -z "${REBUILD:-}" ] || ./mvnw -q -B package -DskipTests
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
"${bin}javac" -d "$work" -cp "target/classes:target/lib/*" benchmarks/ReportBenchmark.java
"${bin}java" -Xmx512m -cp "$work:target/classes:target/lib/*" io.dawsos.report.ReportBenchmark \
    src/test/resources/golden/answers/portfolio_overview.json "${1:-20}"
