package io.dawsos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://daws:p%40ss+1@db.example:5433/dawsos, jdbc:postgresql://db.example:5433/dawsos",
        "postgres://daws:p%40ss+1@db.example/dawsos, jdbc:postgresql://db.example/dawsos",
        "jdbc:postgresql://db.example:5433/dawsos?user=daws&password=p%40ss+1, jdbc:postgresql://db.example:5433/dawsos",
        "postgresql://daws:p%40ss+1@db.example/dawsos?sslmode=require, jdbc:postgresql://db.example/dawsos?sslmode=require",
        "jdbc:postgresql://a:1/dawsos?user=daws&sslmode=require&password=p%40ss+1&x=y, jdbc:postgresql://a:1/dawsos?sslmode=require&x=y",
        "'postgresql://daws:p%40ss+1@a:1,b:2/dawsos', 'jdbc:postgresql://a:1,b:2/dawsos'"
    })
    void isReadInEveryForm(String text, String jdbc) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(url.jdbc()).isEqualTo(jdbc);
        assertThat(url.user()).isEqualTo("daws");
        assertThat(url.password()).contains("p@ss+1");
    }

    @Test
    void needsNoPassword() {
        assertThat(DatabaseUrl.parse("postgresql://daws@localhost/dawsos").password())
                .isEmpty();
    }

    @Test
    void neverShowsThePassword() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://daws:secret@localhost:5432/dawsos?sslmode=disable");

        assertThat(url.toString()).isEqualTo("postgresql://daws@localhost:5432/dawsos");
        assertThat(url.jdbc()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://daws:secret@localhost/dawsos",
                "postgresql://daws:secret@localhost",
                "postgresql://daws:secret@/dawsos",
                "postgresql://localhost/dawsos?password=secret",
                "secret"
            })
    void isRefusedWithTheFormAndWithoutThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL must read postgresql://user:password@host:port/database")
                .hasMessageNotContaining("secret");
    }
}
