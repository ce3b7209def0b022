package io.dawsos.export;

import java.nio.file.Path;

/**
 * A file that is whole; whoever takes it deletes it.
 *
 * @param name for the client's disk: letters, digits, dots, dashes and underscores
 * @param packId pack behind it
 * @param rightsVersion version of the registry that let it go
 * @param shadow whether it would have been refused where rights are enforced
 */
public record ExportFile(
        Path path, String mediaType, String name, String packId, String rightsVersion, boolean shadow) {}
