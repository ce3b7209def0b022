/**
 * What was bought, sold, received and paid: a Beancount journal at one git commit, booked into lots and cash.
 * Entry point: {@link io.dawsos.ledger.Journals}. Knows neither prices of the day nor the database.
 */
@NullMarked
package io.dawsos.ledger;

import org.jspecify.annotations.NullMarked;
