package dev.baton.bench;

import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PlainPasswords;
import dev.baton.support.PlayedOverHttp;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The whole product with its sample, in this process: one for all measurements of it; passwords are not hashed. */
@Import(PlainPasswords.class)
@Tag("bench")
abstract class BenchedBaton extends PlayedOverHttp {

    /** Where its database server keeps its data. */
    static final Path DATABASE = DATA.resolve("pg");

    @Autowired
    private People people;

    /** Does it as that person. */
    <T> T as(String username, Supplier<T> work) {
        return Acting.as(people.require(username).acting("192.0.2.7", "bench"), work);
    }
}
