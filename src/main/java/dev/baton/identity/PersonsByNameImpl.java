package dev.baton.identity;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.Session;

/** Takes a person whom the transaction has read already from there, as it is now. */
class PersonsByNameImpl implements PersonsByName {

    private final EntityManager entities;

    PersonsByNameImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Person> findByUsername(String username) {
        return entities.unwrap(Session.class).bySimpleNaturalId(Person.class).loadOptional(username);
    }
}
