/**
 * The agent that knows the portfolio: holdings, values, returns, attribution and their charts. One class for each category of capabilities.
 * Entry point: {@link io.dawsos.agent.financialanalyst.PortfolioCapabilities}.
 */
@NullMarked
package io.dawsos.agent.financialanalyst;

import org.jspecify.annotations.NullMarked;
