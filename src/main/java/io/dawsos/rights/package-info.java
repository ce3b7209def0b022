/**
 * What may leave the house: the registry of providers' rights, the decision over the sources of a result, and the chained record of every
 * attempt. Entry points: {@link io.dawsos.rights.RightsRegistry} and {@link io.dawsos.rights.ExportAudit}. Knows nothing of formats or files.
 */
@NullMarked
package io.dawsos.rights;

import org.jspecify.annotations.NullMarked;
