package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Rows that are made while they are gone through, so that no table is held as a whole. */
final class Rows {

    private Rows() {}

    static Iterable<List<JsonNode>> lazily(int count, IntFunction<List<JsonNode>> row) {
        return () -> IntStream.range(0, count).mapToObj(row).iterator();
    }

    static <T> Iterable<List<JsonNode>> mapped(List<T> items, Function<T, List<JsonNode>> row) {
        return () -> items.stream().map(row).iterator();
    }
}
