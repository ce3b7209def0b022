package io.dawsos.rights;

import java.util.Locale;

/** What a provider allows or forbids; a spreadsheet goes by {@link #CSV}. */
public enum ExportRight {
    PDF,
    CSV,
    JSON;

    /** As the registry writes it: {@code pdf}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
