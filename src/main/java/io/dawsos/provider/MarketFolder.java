package io.dawsos.provider;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Market data of an operator: a folder of CSV files in the form of {@code docs/market-data.md}, read anew each time. A file's name says
 * who published it and what it holds: {@code Reuters.closes.csv}. Of a file with any fault nothing is taken, and its faults are told.
 */
public final class MarketFolder implements MarketData {

    private final Path folder;

    private MarketFolder(Path folder) {
        this.folder = folder;
    }

    /** Throws {@link IllegalStateException} when there is no such folder. */
    public static MarketFolder open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("MARKET_PATH=" + folder + " is not a folder; make it, or leave it empty");
        }
        return new MarketFolder(folder);
    }

    /** Securities that were read, and the faults of files of which none was taken. */
    public record ReadSecurities(List<Security> securities, List<String> faults) {}

    /** The securities of all files {@code PROVIDER.securities.csv}. */
    public ReadSecurities securities() {
        List<Security> securities = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files(faults)) {
            MarketFileName.parse(file)
                    .filter(name -> name.kind() == MarketFileName.Kind.SECURITIES)
                    .ifPresent(name -> readSecurities(file, name, securities, faults));
        }
        return new ReadSecurities(List.copyOf(securities), List.copyOf(faults));
    }

    private static void readSecurities(Path file, MarketFileName name, List<Security> securities, List<String> faults) {
        try {
            String text = Files.readString(file);
            MarketFiles reader = new MarketFiles(any -> text);
            List<Security> read = reader.securities(name.file());
            faults.addAll(reader.faults());
            if (reader.faults().isEmpty()) {
                securities.addAll(read);
            }
        } catch (IOException e) {
            faults.add(name.file() + ":1: the file cannot be read as UTF-8");
        }
    }

    @Override
    public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        List<MarketRow> rows = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files(faults)) {
            MarketFileName.parse(file)
                    .ifPresentOrElse(
                            name -> readRows(file, name, rows, faults, from, to),
                            () -> faults.add(MarketFileName.unknown(file)));
        }
        return new MarketRows(rows, faults);
    }

    private static void readRows(
            Path file, MarketFileName name, List<MarketRow> rows, List<String> faults, LocalDate from, LocalDate to) {
        if (name.kind() != MarketFileName.Kind.SECURITIES) {
            MarketRows read = new MarketFile(file, name).read(from, to);
            rows.addAll(read.rows());
            faults.addAll(read.faults());
        }
    }

    /** CSV files by name; hidden ones belong to editors and copying programs. */
    private List<Path> files(List<String> faults) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !MarketFileName.of(file).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add("MARKET_PATH:1: the folder cannot be read");
            return List.of();
        }
    }
}
