package io.dawsos;

import io.dawsos.rights.AuditKey;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.HeadFile;
import io.dawsos.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key that signs the audit of exports: that of the settings, else one that was made once in the data folder. */
final class AuditKeys {

    private static final String FILE = "export-audit.key";
    private static final int BYTES = 32;

    private AuditKeys() {}

    /** The audit of exports under that key, with the head that the data folder keeps. */
    static ExportAudit audit(Database database, Settings settings) {
        AuditKey key = of(settings);
        return database.exportAudit(key, HeadFile.in(settings.home(), key));
    }

    private static AuditKey of(Settings settings) {
        return AuditKey.of(settings.rights().auditKey().orElseGet(() -> kept(settings.home())));
    }

    private static String kept(Path home) {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key of the audit of exports, " + file + ", cannot be read or made; set EXPORT_AUDIT_KEY", e);
        }
    }

    /** Whole or not at all, for nobody else to read where the disk knows owners. */
    private static void make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".part");
        Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.UTF_8);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(draft);
        }
    }
}
