package io.dawsos.store;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.Restatement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Packs, their rows and their states. */
final class SqlPackStore implements PackStore {

    private record PriceRow(PackId pack, Price price) {}

    private record QuoteRow(PackId pack, FxQuote quote) {}

    private final Sql sql;

    SqlPackStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void save(List<PackDraft> drafts) {
        sql.transaction(jdbc -> {
            insertPacks(jdbc, drafts);
            insertContent(jdbc, drafts);
            return true;
        });
    }

    @Override
    public void restate(Restatement restatement) {
        PackDraft draft = restatement.draft();
        sql.transaction(restatement.by(), jdbc -> {
            packs().insert(jdbc, List.of(draft));
            String link = "update pricing_pack_state set superseded_by = ? where pack_id = ?";
            if (jdbc.update(
                            link,
                            draft.id().toString(),
                            restatement.superseded().toString())
                    == 0) {
                throw new IllegalArgumentException(
                        "There is no pricing pack " + restatement.superseded() + " to restate");
            }
            states().insert(jdbc, List.of(draft));
            insertContent(jdbc, List.of(draft));
            explain(jdbc, restatement);
            return true;
        });
    }

    private static void explain(JdbcTemplate jdbc, Restatement restatement) {
        String old = restatement.superseded().toString();
        String current = restatement.draft().id().toString();
        OffsetDateTime at = OffsetDateTime.ofInstant(restatement.at(), ZoneOffset.UTC);
        jdbc.update(
                "insert into pack_restatement (superseded_id, current_id, reason, requested_by, created_at) values (?, ?, ?, ?, ?)",
                old,
                current,
                restatement.reason(),
                restatement.by(),
                at);
        new RowBatch<Long>("pack_acceptance")
                .column("quarantine_id", "bigint", id -> id)
                .column("current_id", "text", id -> current)
                .insert(jdbc, restatement.accepted());
        jdbc.update(
                "insert into audit_log (user_id, action, details, created_at) values (?, 'pack_restated', jsonb_build_object("
                        + "'superseded', ?::text, 'current', ?::text, 'reason', ?::text, 'accepted', to_jsonb(?::bigint[])), ?)",
                restatement.by(),
                old,
                current,
                restatement.reason(),
                restatement.accepted().toArray(new Long[0]),
                at);
    }

    private static void insertPacks(JdbcTemplate jdbc, List<PackDraft> drafts) {
        packs().insert(jdbc, drafts);
        states().insert(jdbc, drafts);
    }

    private static RowBatch<PackDraft> packs() {
        return new RowBatch<PackDraft>("pricing_pack")
                .column("id", "text", PackDraft::id)
                .column("date", "date", draft -> draft.book().date())
                .column("version", "int", draft -> draft.id().version())
                .column("policy", "text", PackDraft::policy)
                .column("providers", "text[]", draft -> draft.book().providers())
                .column("missing", "text[]", PackDraft::missing)
                .column("hash", "text", PackDraft::hash);
    }

    private static RowBatch<PackDraft> states() {
        return new RowBatch<PackDraft>("pricing_pack_state")
                .column("pack_id", "text", PackDraft::id)
                .column("date", "date", draft -> draft.book().date())
                .column("policy", "text", PackDraft::policy);
    }

    private static void insertContent(JdbcTemplate jdbc, List<PackDraft> drafts) {
        List<PriceRow> prices = new ArrayList<>();
        List<QuoteRow> quotes = new ArrayList<>();
        for (PackDraft draft : drafts) {
            draft.book().prices().forEach(price -> prices.add(new PriceRow(draft.id(), price)));
            draft.book().quotes().forEach(quote -> quotes.add(new QuoteRow(draft.id(), quote)));
        }
        new RowBatch<PriceRow>("prices")
                .column("pack_id", "text", PriceRow::pack)
                .column("symbol", "text", row -> row.price().symbol())
                .column("close", "numeric", row -> row.price().close())
                .column("currency", "text", row -> row.price().currency())
                .column("asof_date", "date", row -> row.price().date())
                .column("provider", "text", row -> row.price().provider())
                .insert(jdbc, prices);
        new RowBatch<QuoteRow>("fx_rates")
                .column("pack_id", "text", QuoteRow::pack)
                .column("base_currency", "text", row -> row.quote().base())
                .column("quote_currency", "text", row -> row.quote().quote())
                .column("rate", "numeric", row -> row.quote().rate())
                .column("asof_date", "date", row -> row.quote().date())
                .column("provider", "text", row -> row.quote().provider())
                .insert(jdbc, quotes);
        QuarantineRows.insert(jdbc, drafts);
    }

    @Override
    public void markFresh(Collection<PackId> packs) {
        List<String> names = packs.stream().map(PackId::toString).toList();
        sql.transaction(jdbc -> {
            int found = jdbc.update(
                    "update pricing_pack_state set status = 'fresh', prewarm_done = true where pack_id = any (?)",
                    (Object) names.toArray(new String[0]));
            if (found != names.size()) {
                throw new IllegalArgumentException(
                        "Of the packs " + names + " only " + found + " exist; none was marked fresh");
            }
            return true;
        });
    }

    @Override
    public void markFailed(PackId pack, String error) {
        change(
                pack,
                "update pricing_pack_state set status = 'error', error_message = ? where pack_id = ?",
                error,
                pack.toString());
    }

    @Override
    public void retry(PackId pack) {
        change(
                pack,
                "update pricing_pack_state set status = 'warming', error_message = null where pack_id = ?",
                pack.toString());
    }

    private void change(PackId pack, String statement, Object... arguments) {
        sql.transaction(jdbc -> {
            if (jdbc.update(statement, arguments) == 0) {
                throw new IllegalArgumentException("There is no pricing pack " + pack);
            }
            return true;
        });
    }

    @Override
    public List<PackId> warming() {
        return sql.query(
                "select pack_id from pricing_pack_state where status = 'warming' and superseded_by is null order by date, pack_id",
                (row, n) -> PackId.parse(row.getString(1)));
    }
}
