package io.dawsos.export;

import io.dawsos.rights.ExportRight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a result can be exported as. */
public enum ExportFormat {
    PDF("application/pdf", "pdf", ExportRight.PDF),
    /** One table a file; several come packed. */
    CSV("text/csv; charset=utf-8", "csv", ExportRight.CSV),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", ExportRight.CSV),
    JSON("application/json", "json", ExportRight.JSON);

    private final String mediaType;
    private final String extension;
    private final ExportRight right;

    ExportFormat(String mediaType, String extension, ExportRight right) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.right = right;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of the file's name, without a dot; also the word that requests use. */
    public String extension() {
        return extension;
    }

    /** What providers must allow for it. */
    public ExportRight right() {
        return right;
    }

    /** The format of a request's word, whatever the case of its letters; {@code excel} is {@code xlsx}. */
    public static Optional<ExportFormat> of(String word) {
        String name = word.toLowerCase(Locale.ROOT).equals("excel") ? "xlsx" : word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(name))
                .findFirst();
    }
}
