package io.dawsos.ledger.beancount;

/**
 * What stands after {@code @} or {@code @@}.
 *
 * @param total whether the amount is for all units ({@code @@}) rather than for one
 */
public record PriceSpec(Quantity amount, boolean total) {}
