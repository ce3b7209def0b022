package io.dawsos.symbol;

/**
 * Whether the last digit of an identifier is the one that follows from the others.
 *
 * <p>A letter counts from A = 10 to Z = 35 in all three.
 *
 * <ul>
 *   <li>ISIN (ISO 6166): letters become their two digits, then Luhn: from the right, every second digit is doubled, and the sum of all
 *       decimal digits is a multiple of 10.
 *   <li>CUSIP (ANSI X9.6): from the left, every second of the first eight values is doubled; {@code * @ #} count 36, 37, 38. The check
 *       digit completes the sum of the decimal digits to a multiple of 10.
 *   <li>FIGI (OMG, Financial Instrument Global Identifier, annex B): as CUSIP, over the first eleven values.
 * </ul>
 */
final class CheckDigits {

    private CheckDigits() {}

    static boolean ofIsin(String isin) {
        StringBuilder digits = new StringBuilder();
        isin.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += digitSum(i % 2 == 1 ? 2 * digit : digit);
        }
        return sum % 10 == 0;
    }

    static boolean ofCusip(String cusip) {
        return completesToTen(cusip);
    }

    static boolean ofFigi(String figi) {
        return completesToTen(figi);
    }

    private static boolean completesToTen(String text) {
        int last = text.length() - 1;
        int sum = 0;
        for (int i = 0; i < last; i++) {
            int value = value(text.charAt(i));
            sum += digitSum(i % 2 == 1 ? 2 * value : value);
        }
        return (10 - sum % 10) % 10 == text.charAt(last) - '0';
    }

    private static int value(char c) {
        return switch (c) {
            case '*' -> 36;
            case '@' -> 37;
            case '#' -> 38;
            default -> Character.digit(c, 36);
        };
    }

    private static int digitSum(int value) {
        return value / 10 + value % 10;
    }
}
