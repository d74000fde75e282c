package dev.baton.identity;

import java.util.Optional;

/** People by the name they log in with: asked again and again within an act, and read once. */
interface PersonsByName {

    Optional<Person> findByUsername(String username);
}
