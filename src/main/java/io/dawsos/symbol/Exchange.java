package io.dawsos.symbol;

import java.util.Arrays;
import java.util.Optional;

/** Where securities trade: the name in the security master, the market identifier code (ISO 10383), and the suffix of our symbols. */
enum Exchange {
    NASDAQ("NASDAQ", "XNAS", ""),
    NYSE("NYSE", "XNYS", ""),
    NYSE_ARCA("NYSE Arca", "ARCX", ""),
    NYSE_AMERICAN("NYSE American", "XASE", ""),
    TORONTO("TSX", "XTSE", "TO"),
    TORONTO_VENTURE("TSX Venture", "XTSX", "V"),
    CANADIAN("CSE", "XCNQ", "CN"),
    LONDON("LSE", "XLON", "L"),
    PARIS("Euronext Paris", "XPAR", "PA"),
    AMSTERDAM("Euronext Amsterdam", "XAMS", "AS"),
    BRUSSELS("Euronext Brussels", "XBRU", "BR"),
    XETRA("XETRA", "XETR", "DE"),
    FRANKFURT("Frankfurt", "XFRA", "F"),
    SWISS("SIX", "XSWX", "SW"),
    MILAN("Borsa Italiana", "XMIL", "MI"),
    MADRID("BME", "XMAD", "MC"),
    HONG_KONG("HKEX", "XHKG", "HK"),
    TOKYO("TSE", "XTKS", "T"),
    KOREA("KRX", "XKRX", "KS"),
    SINGAPORE("SGX", "XSES", "SI"),
    AUSTRALIA("ASX", "XASX", "AX"),
    MOSCOW("MOEX", "MISX", "ME"),
    SAO_PAULO("B3", "BVMF", "SA");

    private final String label;
    private final String mic;
    private final String suffix;

    Exchange(String label, String mic, String suffix) {
        this.label = label;
        this.mic = mic;
        this.suffix = suffix;
    }

    String mic() {
        return mic;
    }

    /** Our symbols of the United States carry none. */
    boolean isUnitedStates() {
        return suffix.isEmpty();
    }

    /** By its name in the security master, or by its code. */
    static Optional<Exchange> named(String name) {
        return Arrays.stream(values())
                .filter(exchange -> exchange.label.equals(name) || exchange.mic.equals(name))
                .findFirst();
    }

    /** The exchange whose suffix a symbol carries: {@code RY.TO} is Toronto's. */
    static Optional<Exchange> ofSuffix(String symbol) {
        int dot = symbol.lastIndexOf('.');
        return Arrays.stream(values())
                .filter(exchange -> dot > 0 && exchange.suffix.equals(symbol.substring(dot + 1)))
                .findFirst();
    }
}
