package dev.baton.bench;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.PlainPasswords;
import dev.baton.support.PlayedOverHttp;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Map<String, Actor> known = new ConcurrentHashMap<>();

    /** Does it as that person; who acts is known by the time a door is reached. */
    <T> T as(String username, Supplier<T> work) {
        return Acting.as(
                known.computeIfAbsent(username, name -> people.require(name).acting("192.0.2.7", "bench")), work);
    }
}
