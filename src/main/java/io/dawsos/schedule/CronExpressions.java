package io.dawsos.schedule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** Which cron expressions are taken: those of Quartz whose numbers lie in the range of their field, which Quartz itself does not always ask. */
public final class CronExpressions {

    /** The lowest and the highest number of a field. */
    private record Range(int lowest, int highest) {

        boolean contains(String number) {
            // longer than any number in range, and perhaps than an int
            return number.length() <= 4 && Integer.parseInt(number) >= lowest && Integer.parseInt(number) <= highest;
        }
    }

    /** Second, minute, hour, day of the month, month, day of the week (Sunday is 1), year. */
    private static final List<Range> FIELDS = List.of(
            new Range(0, 59),
            new Range(0, 59),
            new Range(0, 23),
            new Range(1, 31),
            new Range(1, 12),
            new Range(1, 7),
            new Range(1970, 2099));

    /** The number of a weekday in a month, behind {@code #}. */
    private static final Range NTH = new Range(1, 5);

    /** Days before the last of a month, behind {@code L-}. */
    private static final Range BEFORE_LAST = new Range(1, 30);

    private static final int WEEKDAY = 5;

    /** Each part of a field: from, until, step, number in the month; names of months and weekdays are Quartz's to know. */
    private static final Pattern PART = Pattern.compile(
            "(?:(?=/)|\\*|\\?|[A-Z]{3}L?|LW|L|(?<from>\\d+)[LW]?)(?:-(?:(?<until>\\d+)W?|[A-Z]{3}))?(?:/(?<step>\\d+))?(?:#(?<nth>\\d+))?");

    private CronExpressions() {}

    /** Whether the scheduler takes {@code cron} and means by it what its author meant. */
    public static boolean accepts(String cron) {
        if (!CronExpression.isValidExpression(cron)) {
            return false;
        }
        String[] fields = cron.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                if (i >= FIELDS.size() || !isInRange(part, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isInRange(String part, int field) {
        Matcher found = PART.matcher(part);
        if (!found.matches()) {
            return false;
        }
        Range range = FIELDS.get(field);
        Range until = part.startsWith("L-") ? BEFORE_LAST : range;
        Range step = new Range(1, range.highest());
        return lies(found.group("from"), range)
                && lies(found.group("until"), until)
                && lies(found.group("step"), step)
                && (found.group("nth") == null || field == WEEKDAY)
                && lies(found.group("nth"), NTH);
    }

    private static boolean lies(@Nullable String number, Range range) {
        return number == null || range.contains(number);
    }
}
