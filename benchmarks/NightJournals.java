import io.dawsos.ledger.Journals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Journals in Beancount: of holders, who buy once, and of traders, who buy, sell and get dividends for years. */
final class NightJournals {

    private static final String[] TO_CAD = {"1", "1.351852", "1.697674", "1.536842"};
    private static final BigDecimal COMMISSION = new BigDecimal("4.95");

    private NightJournals() {}

    /** Opens the accounts and pays in enough of every currency. */
    private static StringBuilder opened(LocalDate day, List<Integer> held) {
        StringBuilder text = new StringBuilder("option \"title\" \"Generated\"\noption \"operating_currency\" \"CAD\"\noption \"booking_method\" \"FIFO\"\n\n");
        List<String> accounts = new ArrayList<>(
                List.of("Assets:Broker:Cash", "Assets:Broker:Positions", "Equity:Contributions", "Expenses:Commissions", "Expenses:Withholding:US"));
        held.forEach(i -> accounts.addAll(List.of("Income:Dividends:" + NightMarket.symbol(i), "Income:CapitalGains:" + NightMarket.symbol(i))));
        accounts.forEach(account -> text.append(day).append(" open ").append(account).append('\n'));
        for (int i : held) {
            text.append(day).append(" commodity ").append(NightMarket.symbol(i)).append("\n  name: \"Security ").append(i)
                    .append("\"\n  quote_currency: \"").append(NightMarket.currency(i)).append("\"\n  exchange: \"TSX\"\n");
        }
        for (int c = 0; c < NightMarket.CURRENCIES.size(); c++) {
            text.append(String.format("%n%s * \"Deposit\" #flow%n  type: \"deposit\"%n  fx_rate: %s%n  Assets:Broker:Cash 9000000.00 %s%n  Equity:Contributions -9000000.00 %s%n",
                    day, TO_CAD[c], NightMarket.CURRENCIES.get(c), NightMarket.CURRENCIES.get(c)));
        }
        return text;
    }

    static void buy(StringBuilder text, LocalDate day, int i, int units) {
        BigDecimal price = NightMarket.close(i, day);
        BigDecimal paid = price.multiply(BigDecimal.valueOf(units)).add(COMMISSION);
        text.append("""

                %1$s * "Buy %2$d %3$s" #trade
                  type: "buy"
                  symbol: "%3$s"
                  fx_rate: %5$s
                  Assets:Broker:Positions %2$d %3$s {%6$s %4$s}
                  Expenses:Commissions %7$s %4$s
                  Assets:Broker:Cash -%8$s %4$s
                """.formatted(day, units, NightMarket.symbol(i), NightMarket.currency(i), toCad(i), price, COMMISSION, paid));
    }

    private static void sell(StringBuilder text, LocalDate day, int i, int units) {
        BigDecimal price = NightMarket.close(i, day);
        BigDecimal got = price.multiply(BigDecimal.valueOf(units)).subtract(COMMISSION);
        text.append("""

                %1$s * "Sell %2$d %3$s" #trade
                  type: "sell"
                  symbol: "%3$s"
                  fx_rate: %5$s
                  Assets:Broker:Positions -%2$d %3$s {} @ %6$s %4$s
                  Assets:Broker:Cash %8$s %4$s
                  Expenses:Commissions %7$s %4$s
                  Income:CapitalGains:%3$s
                """.formatted(day, units, NightMarket.symbol(i), NightMarket.currency(i), toCad(i), price, COMMISSION, got));
    }

    private static void dividend(StringBuilder text, LocalDate day, int i, int units) {
        BigDecimal gross = new BigDecimal("0.25").multiply(BigDecimal.valueOf(units));
        text.append("""

                %1$s * "Dividend %3$s" #dividend
                  type: "dividend"
                  symbol: "%3$s"
                  ex_date: %1$s
                  pay_date: %1$s
                  shares: %2$d
                  per_share: 0.25 %4$s
                  fx_rate: %5$s
                  Assets:Broker:Cash %6$s %4$s
                  Income:Dividends:%3$s -%6$s %4$s
                """.formatted(day, units, NightMarket.symbol(i), NightMarket.currency(i), toCad(i), gross));
    }

    private static String toCad(int i) {
        return TO_CAD[i % TO_CAD.length];
    }

    /** One purchase of each of {@code positions} of {@code securities}. */
    static String holder(int number, int positions, int securities, LocalDate day) {
        List<Integer> held = new ArrayList<>();
        for (int k = 0; k < positions; k++) {
            held.add((number * 37 + k * 199) % securities);
        }
        StringBuilder text = opened(day, held);
        held.forEach(i -> buy(text, day, i, 10 + i % 90));
        return text.toString();
    }

    /** Trades in {@code traded} securities between two days. */
    static String trader(int transactions, int traded, LocalDate first, LocalDate last) {
        Random random = new Random(transactions);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < traded; i++) {
            all.add(i);
        }
        StringBuilder text = opened(first, all);
        int[] units = new int[traded];
        long span = last.toEpochDay() - first.toEpochDay();
        for (int done = NightMarket.CURRENCIES.size(); done < transactions; done++) {
            LocalDate day = NightMarket.weekday(first.plusDays(span * done / transactions));
            int i = random.nextInt(traded);
            int chance = random.nextInt(100);
            if (units[i] < 10 || chance < 45) {
                int bought = 1 + random.nextInt(50);
                units[i] += bought;
                buy(text, day, i, bought);
            } else if (chance < 80) {
                int sold = units[i] * (30 + random.nextInt(70)) / 100;
                units[i] -= sold;
                sell(text, day, i, sold);
            } else {
                dividend(text, day, i, units[i]);
            }
        }
        return text.toString();
    }
}
