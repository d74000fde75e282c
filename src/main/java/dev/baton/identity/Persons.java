package dev.baton.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All people. */
interface Persons extends JpaRepository<Person, UUID>, PersonsByName {

    List<Person> findAllByOrderByUsername();
}
