package io.dawsos.ledger;

import java.math.BigDecimal;

/** Units of a security that came in (positive) or went out (negative). */
public record UnitChange(String symbol, BigDecimal quantity) {}
