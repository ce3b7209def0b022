package io.dawsos.symbol;

/**
 * A security as the security master has it.
 *
 * @param exchange name of its exchange, or its market identifier code
 * @param currency ISO 4217 code of its quotation
 */
public record Listing(String symbol, String name, String exchange, String currency) {}
