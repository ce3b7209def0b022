package io.dawsos.export;

import java.util.List;

/** Which columns the tables of a capability's result have, in which order. */
@FunctionalInterface
public interface ColumnOrders {

    /**
     * The columns that always stand there; what data have beyond them follows, sorted.
     *
     * @param capability whose result it is
     * @param path to the table within the result: {@code ""} the result itself, {@code positions[]}, {@code positions[].lots[]}
     */
    List<String> columns(String capability, String path);
}
