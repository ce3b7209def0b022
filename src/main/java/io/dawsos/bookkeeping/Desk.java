package io.dawsos.bookkeeping;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.portfolio.Portfolio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where an instruction is worked out.
 *
 * @param transactionId id that the entry gets
 * @param journal the journal as it stands
 * @param trial the journal as it would stand with an entry more; throws a failure when that cannot be booked
 */
public record Desk(
        Portfolio portfolio,
        String transactionId,
        Supplier<JournalState> journal,
        Function<NewEntry, JournalState> trial) {

    /** The metadata that every entry of a type begins with. */
    Map<String, MetaValue> metadata(String type, Optional<String> symbol, Fx fx) {
        Map<String, MetaValue> metadata = new LinkedHashMap<>();
        metadata.put("id", new MetaValue.Text(transactionId));
        metadata.put("type", new MetaValue.Text(type));
        symbol.ifPresent(name -> metadata.put("symbol", new MetaValue.Text(name)));
        metadata.put("fx_rate", fx.metadata());
        return metadata;
    }

    /** What every answer begins with. */
    Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("transaction_id", transactionId);
        answer.put("portfolio_id", portfolio.id());
        return answer;
    }

    static Failure invalid(String pointer, String message) {
        return Failure.invalid(List.of(new Violation(pointer, message)));
    }
}
