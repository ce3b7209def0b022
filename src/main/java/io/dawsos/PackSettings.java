package io.dawsos;

import io.dawsos.pricing.MoveLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What packs are built from, and who may restate them.
 *
 * @param marketPath folder of CSV files beside the shipped data
 * @param limits how far a row may lie from the one before
 * @param operators users who may restate; without tokens everyone is the development user, who may
 */
record PackSettings(Optional<Path> marketPath, MoveLimits limits, List<UUID> operators) {
    PackSettings {
        operators = List.copyOf(operators);
    }
}
