package io.dawsos.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A program of its own that starts the embedded database, commits a row, says so, and waits to be killed. */
final class TestingProgram {

    private TestingProgram() {}

    /** Arguments: the data folder, and the file that it writes its port to. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:" + withoutUser(database.url()), "postgres", password(database));
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (what text)");
            statement.execute("insert into kept values ('committed before the kill')");
        }
        Files.writeString(Path.of(arguments[1] + ".part"), Integer.toString(database.port()));
        Files.move(Path.of(arguments[1] + ".part"), Path.of(arguments[1]));
        Thread.sleep(120_000);
    }

    static String withoutUser(String url) {
        return url.replaceFirst("//.*@", "//");
    }

    static String password(EmbeddedDatabase database) {
        return database.url().replaceFirst(".*postgres:(.*)@.*", "$1");
    }

    static Process start(Path folder, Path said, Path log) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TestingProgram.class.getName(),
                folder.toString(),
                said.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
