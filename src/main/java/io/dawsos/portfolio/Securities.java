package io.dawsos.portfolio;

import java.util.Optional;

/** The security master. */
public interface Securities {

    Optional<Security> find(String symbol);
}
