package io.dawsos.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a pack says, as one number: SHA-256 over a canonical text of its day, policy, prices and rates.
 *
 * <p>The text has one line a fact, fields separated by tabs, in UTF-8: {@code day, policy}, then {@code price, symbol, close,
 * currency, date, provider} by symbol, then {@code fx, base, quote, rate, date, provider} by pair. Decimals are written exactly, plain
 * and without trailing zeros, so that {@code 1.50} and {@code 1.5} are the same fact. The version of the pack is no part of it: a
 * restatement that changes nothing has the hash of the original.
 */
public final class PackHash {

    private PackHash() {}

    /** 64 hexadecimal digits; throws {@link IllegalArgumentException} when a field holds a control character. */
    public static String of(String policy, PriceBook book) {
        StringBuilder text = new StringBuilder();
        line(text, List.of(book.date().toString(), policy));
        for (Price price : book.prices()) {
            String currency = price.currency().getCurrencyCode();
            line(
                    text,
                    List.of(
                            "price",
                            price.symbol(),
                            plain(price.close()),
                            currency,
                            price.date().toString(),
                            price.provider()));
        }
        for (FxQuote quote : book.quotes()) {
            String base = quote.base().getCurrencyCode();
            String currency = quote.quote().getCurrencyCode();
            line(
                    text,
                    List.of(
                            "fx",
                            base,
                            currency,
                            plain(quote.rate()),
                            quote.date().toString(),
                            quote.provider()));
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static void line(StringBuilder text, List<String> fields) {
        for (String field : fields) {
            if (field.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("A control character stands in '" + field + "' of a pricing pack");
            }
        }
        text.append(String.join("\t", fields)).append('\n');
    }
}
