package dev.baton.identity;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** All people. */
interface Persons extends JpaRepository<Person, UUID>, PersonsByName {

    List<Person> findAllByOrderByUsername();

    /** Those of these names, sorted, whom there is. */
    @ReadOnce
    default List<Person> named(List<String> usernames) {
        return in(usernames.toArray(String[]::new));
    }

    /**
     * As an array, so that the query is planned once and not for each number of names; and in words that PostgreSQL finds
     * in the index, which it does not for {@code array_contains}.
     */
    @Query("select distinct p from Person p join fetch p.site left join fetch p.roles"
            + " where cast(sql('? = any(?)', p.username, :usernames) as Boolean) = true")
    List<Person> in(@Param("usernames") String[] usernames);
}
