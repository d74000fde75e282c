package dev.baton.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All people. */
interface Persons extends JpaRepository<Person, UUID> {

    Optional<Person> findByUsername(String username);

    List<Person> findAllByOrderByUsername();
}
