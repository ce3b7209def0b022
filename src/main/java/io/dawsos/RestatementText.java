package io.dawsos;

import io.dawsos.pricing.QuarantinedRow;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.pricing.RowChange;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.Optional;

/** A restatement as an operator reads it. */
final class RestatementText {

    private RestatementText() {}

    static void print(RestatementPlan plan, PrintWriter out) {
        out.println(plan.superseded() + " -> " + plan.current() + ": " + plan.reason());
        plan.changes()
                .forEach(change -> out.println("  " + change.kind() + "  " + change.key() + "  " + fact(change.before())
                        + " -> " + fact(change.after())));
        plan.portfolios().forEach(portfolio -> {
            out.println("  portfolio  " + portfolio.portfolioId() + " " + portfolio.name() + "  "
                    + portfolio.valueBefore().setScale(2, RoundingMode.HALF_EVEN) + " -> "
                    + portfolio.valueAfter().setScale(2, RoundingMode.HALF_EVEN) + " " + portfolio.currency());
            portfolio.warnings().forEach(warning -> out.println("    " + warning));
        });
        plan.dependents()
                .forEach((table, rows) -> out.println("  " + rows + " rows of " + table + " were computed from "
                        + plan.superseded() + " and stay as they are"));
        if (plan.laterPacks() > 0) {
            out.println("  " + plan.laterPacks() + " packs of later days may carry its rows; restate them in turn");
        }
        plan.quarantined().stream().map(QuarantinedRow::words).forEach(words -> out.println("  " + words));
        plan.warnings().forEach(warning -> out.println("  " + warning));
        out.println(
                plan.applied()
                        ? "Stored. " + plan.current() + " is warming until the chain of the night has made it fresh."
                        : "Nothing was stored; --apply does it.");
        out.flush();
    }

    private static String fact(Optional<RowChange.Fact> fact) {
        return fact.map(known -> known.value().toPlainString() + " (" + known.date() + ", " + known.provider() + ")")
                .orElse("nothing");
    }
}
