package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.RunningBaton;
import dev.baton.support.Statements;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A team is read by the names on it, which are found in the index however many people there are. */
class PeopleByNameIT extends RunningBaton {

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void namesAreFoundInTheIndex() {
        var sent = Statements.of(() -> assertThat(people.named(Set.of("lead", "expert1", "nobody-of-that-name")))
                .extracting(PersonView::username)
                .containsExactlyInAnyOrder("lead", "expert1"));
        assertThat(sent).hasSize(1);

        var plan = transaction.execute(status -> {
            // Of a few people all are read sooner than an index; how it is done with many has to show.
            jdbc.execute("set local enable_seqscan = off");
            return String.join(
                    "\n",
                    jdbc.query(
                            "explain " + sent.get(0),
                            statement -> statement.setArray(
                                    1,
                                    statement.getConnection().createArrayOf("text", new String[] {"lead", "expert1"})),
                            (row, number) -> row.getString(1)));
        });
        assertThat(plan).containsPattern("Index Cond: \\(\\(?username.* = ANY");
    }
}
