import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.RowSource;
import io.dawsos.pricing.PackRule;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Securities, currencies, closes and rates as a function of their number and day: every run generates the same. */
final class NightMarket implements MarketData {

    static final List<Currency> CURRENCIES = List.of(
            Currency.getInstance("CAD"), Currency.getInstance("USD"), Currency.getInstance("GBP"), Currency.getInstance("CHF"));
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String[] RATES = {"1.46", "1.08", "0.86", "0.95"};

    static String symbol(int i) {
        return String.format("S%05d", i);
    }

    static List<Security> securities(int count) {
        List<Security> securities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            securities.add(new Security(symbol(i), "Security " + i, currency(i), "TSX", "equity", Optional.of("Energy"), "CA"));
        }
        return securities;
    }

    static Currency currency(int i) {
        return CURRENCIES.get(i % CURRENCIES.size());
    }

    static BigDecimal close(int i, LocalDate day) {
        long cents = 2_000 + i % 180 * 100 + Math.round(500 * StrictMath.sin(i + day.toEpochDay() / 40.0));
        return BigDecimal.valueOf(cents, 2);
    }

    static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }

    /** Closes of weekdays, which rise and fall, and rates that move a little. */
    @Override
    public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        List<MarketRow> rows = new ArrayList<>();
        for (LocalDate day : weekdays(from, to)) {
            for (String symbol : rule.securities().keySet()) {
                int i = Integer.parseInt(symbol.substring(1));
                rows.add(row(MarketRow.Kind.CLOSE, symbol, currency(i), close(i, day), day));
            }
            for (int c = 0; c < RATES.length; c++) {
                BigDecimal moved = BigDecimal.valueOf(Math.floorMod(day.toEpochDay() * (c + 3), 97), 4);
                rows.add(row(MarketRow.Kind.RATE, EUR.getCurrencyCode(), CURRENCIES.get(c), new BigDecimal(RATES[c]).add(moved), day));
            }
        }
        return new MarketRows(rows, List.of());
    }

    private static MarketRow row(MarketRow.Kind kind, String symbol, Currency currency, BigDecimal value, LocalDate day) {
        return new MarketRow(
                kind, symbol, currency.getCurrencyCode(), value.toPlainString(), day, "Generated", new RowSource("generated", 1));
    }

    private static List<LocalDate> weekdays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(day -> weekday(day).equals(day)).toList();
    }
}
