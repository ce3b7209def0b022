package io.dawsos.http;

import io.dawsos.bookkeeping.Caller;
import io.dawsos.bookkeeping.LedgerCommitted;
import io.dawsos.bookkeeping.LedgerDraft;
import io.dawsos.bookkeeping.LedgerWrite;
import io.dawsos.bookkeeping.LedgerWriter;
import io.dawsos.bookkeeping.WriteAnswer;
import io.dawsos.capability.AnswerJson;
import io.dawsos.ledger.WriterLock;
import java.util.function.BiFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Both ends of everything that is posted to the ledger, and the stations of {@code routes/ledger-writer.camel.yaml} between them. */
public final class LedgerMessages {

    private static final String WRITE = "dawsos.ledger.write";
    private static final String LOCK = "dawsos.ledger.lock";
    private static final int CREATED = 201;
    private static final int OK = 200;

    private LedgerMessages() {}

    /** {@code bytes -> LedgerWrite}. */
    public static Processor read(Callers callers, BiFunction<byte[], Caller, LedgerWrite> reader) {
        return exchange ->
                exchange.getMessage().setBody(reader.apply(HttpExchanges.body(exchange), caller(exchange, callers)));
    }

    /** Reads what takes an entry back: the path names the entry. */
    public interface ReversalReader {
        LedgerWrite read(byte[] body, String transaction, Caller caller);
    }

    /** {@code bytes -> LedgerWrite}, of {@code /v1/trades/{transaction_id}/reversal}. */
    public static Processor readReversal(Callers callers, ReversalReader reader) {
        return exchange -> exchange.getMessage()
                .setBody(reader.read(
                        HttpExchanges.body(exchange),
                        HttpExchanges.segmentBeforeLast(exchange),
                        caller(exchange, callers)));
    }

    static Caller caller(Exchange exchange, Callers callers) {
        return new Caller(callers.userOf(exchange), HttpExchanges.ids(exchange).traceId());
    }

    /** Waits for the turn, and keeps the write for a second attempt. */
    public static Processor lock(LedgerWriter writer) {
        return exchange -> {
            exchange.setProperty(WRITE, exchange.getMessage().getBody(LedgerWrite.class));
            exchange.setProperty(LOCK, writer.lock());
        };
    }

    /** Ends the turn. */
    public static void unlock(Exchange exchange) {
        exchange.getProperty(LOCK, WriterLock.Held.class).close();
    }

    /** {@code LedgerWrite -> LedgerDraft}. */
    public static Processor draft(LedgerWriter writer) {
        return exchange -> exchange.getMessage().setBody(writer.draft(exchange.getProperty(WRITE, LedgerWrite.class)));
    }

    /** {@code LedgerDraft -> LedgerCommitted}. */
    public static Processor commit(LedgerWriter writer) {
        return exchange -> exchange.getMessage()
                .setBody(writer.commit(exchange.getMessage().getBody(LedgerDraft.class)));
    }

    /** {@code LedgerCommitted -> WriteAnswer}. */
    public static Processor complete(LedgerWriter writer) {
        return exchange -> exchange.getMessage()
                .setBody(writer.complete(exchange.getMessage().getBody(LedgerCommitted.class)));
    }

    /** {@code WriteAnswer -> bytes}: 201, or 200 when there was nothing to write. */
    public static void write(Exchange exchange) {
        write(exchange, exchange.getMessage().getBody(WriteAnswer.class));
    }

    private static void write(Exchange exchange, WriteAnswer answer) {
        HttpExchanges.answer(
                exchange, answer.created() ? CREATED : OK, HttpExchanges.JSON, AnswerJson.bytes(answer.members()));
    }

    /** The same with the address of the new portfolio in {@code Location}. */
    public static void writePortfolio(Exchange exchange) {
        WriteAnswer answer = exchange.getMessage().getBody(WriteAnswer.class);
        write(exchange, answer);
        exchange.getMessage()
                .setHeader(
                        "Location",
                        "/v1/portfolios/" + answer.write().portfolio().id());
    }
}
