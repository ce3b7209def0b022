package io.dawsos.capability;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The members of every capability's result in the order in which its records declare them: what tables of it have as columns. Members of a
 * record inside stand as {@code a.b}; a list of records has a path of its own, {@code positions[]}.
 */
public final class ResultColumns {

    private static final int DEEPEST = 8;

    private final SortedMap<String, SortedMap<String, List<String>>> columns = new TreeMap<>();

    public ResultColumns(CapabilityRegistry registry) {
        registry.all().forEach(method -> {
            SortedMap<String, List<String>> tables = new TreeMap<>();
            describe(method.result(), "", tables, 0);
            columns.put(method.name(), Collections.unmodifiableSortedMap(tables));
        });
    }

    /** Columns of one table; empty when the capability has none there, or one whose members are not known beforehand. */
    public List<String> columns(String capability, String path) {
        return columns.getOrDefault(capability, Collections.emptySortedMap()).getOrDefault(path, List.of());
    }

    /** Columns by path, by capability. */
    public SortedMap<String, SortedMap<String, List<String>>> all() {
        return Collections.unmodifiableSortedMap(columns);
    }

    private static void describe(JavaType type, String path, SortedMap<String, List<String>> tables, int depth) {
        if (type.isCollectionLikeType()) {
            describe(type.getContentType(), path + "[]", tables, depth + 1);
        } else if (type.isReferenceType()) {
            describe(type.getContentType(), path, tables, depth);
        } else if (type.getRawClass().isRecord() && depth < DEEPEST) {
            List<String> members = new ArrayList<>();
            collect(type, "", path, members, new Inside(tables, depth));
            tables.put(path, Collections.unmodifiableList(members));
        }
    }

    private record Inside(SortedMap<String, List<String>> tables, int depth) {}

    private static void collect(JavaType record, String prefix, String path, List<String> members, Inside inside) {
        for (RecordComponent component : record.getRawClass().getRecordComponents()) {
            String name = prefix + PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
            JavaType type = AnswerJson.mapper().getTypeFactory().constructType(component.getGenericType());
            while (type.isReferenceType()) {
                type = type.getContentType();
            }
            if (type.getRawClass().isRecord() && inside.depth() < DEEPEST) {
                collect(type, name + ".", path, members, new Inside(inside.tables(), inside.depth() + 1));
                continue;
            }
            members.add(name);
            if (type.isCollectionLikeType()) {
                String place = path.isEmpty() ? name : path + "." + name;
                describe(type, place, inside.tables(), inside.depth() + 1);
            }
        }
    }
}
