package io.dawsos.rights;

/**
 * How violations are met in one place.
 *
 * @param name for instance {@code production}
 * @param enforced false decides and audits but lets pass
 * @param logged whether a violation is logged
 * @param alerted whether it is logged as an error, which wakes whoever watches
 * @param auditRequired whether an export without its audit row must not happen
 */
public record RightsProfile(String name, boolean enforced, boolean logged, boolean alerted, boolean auditRequired) {

    /** What holds where no profile has the name: the strictest of all. */
    static RightsProfile unknown(String name) {
        return new RightsProfile(name, true, true, true, true);
    }
}
