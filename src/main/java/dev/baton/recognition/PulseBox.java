package dev.baton.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.Locks;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The box that ballots of the pulse go into. It is opened only over at least five of them, and what lies in it then is
 * written anew as a whole, in random order: no row is older than another, and none has a person or a time.
 */
@Component
class PulseBox {

    /** As many are opened together at least. */
    static final int TOGETHER = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final PulseSeal seal;
    private final ObjectMapper json;

    PulseBox(JdbcClient jdbc, PulseSeal seal, ObjectMapper json) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
    }

    /** What is on a ballot. */
    record Ballot(int handingOver, int heard, @Nullable String line) {}

    /** An opened ballot; the site only where at least five of it were opened. */
    record Answer(@Nullable String site, int handingOver, int heard, @Nullable String line) {}

    /** Whether the person has answered in this round: for themselves to know, and for nobody else to find. */
    boolean hasAnswered(PulseRound round, String username) {
        return jdbc.sql("select exists (select 1 from pulse_mark where round_id = ? and mark = ?)")
                .params(round.id(), seal.mark(round.id(), username))
                .query(Boolean.class)
                .single();
    }

    /** Takes a ballot; false when the person has answered. With the fifth of a pool all of them are opened. */
    boolean cast(PulseRound round, String username, String site, Ballot ballot) {
        lock(round.transferId());
        var marked = jdbc.sql("insert into pulse_mark (round_id, mark) values (?, ?) on conflict do nothing")
                .params(round.id(), seal.mark(round.id(), username))
                .update();
        if (marked == 0) {
            return false;
        }
        var pool = round.isPerSite() ? site : "";
        var key = keyOf(round.transferId(), pool);
        jdbc.sql("insert into pulse_ballot (id, transfer_id, pool, seal, sealed) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), round.transferId(), pool, key, seal.seal(key, written(ballot)))
                .update();
        if (waiting(round.transferId(), pool) >= TOGETHER) {
            open(round, pool, pool.isEmpty() ? null : pool);
        }
        return true;
    }

    /**
     * The round is over: what waits is opened if it is five at least, its sites unsaid; else it stays shut until the next
     * round brings it company. Who answered cannot be told any more.
     *
     * @return how many answers the round has
     */
    int close(PulseRound round) {
        lock(round.transferId());
        if (waiting(round.transferId(), null) >= TOGETHER) {
            open(round, null, null);
        }
        jdbc.sql("delete from pulse_mark where round_id = ?").param(round.id()).update();
        afterCommit(() -> seal.forgetMarks(round.id()));
        return answers(round.id()).size();
    }

    /** How many have answered in this round so far. */
    int count(UUID round) {
        return jdbc.sql("select count(*) from pulse_mark where round_id = ?")
                .param(round)
                .query(Integer.class)
                .single();
    }

    /** The opened answers of a round. */
    List<Answer> answers(UUID round) {
        return answers(List.of(round)).getOrDefault(round, List.of());
    }

    /** The opened answers of these rounds, by round. */
    Map<UUID, List<Answer>> answers(Collection<UUID> rounds) {
        var opened = new HashMap<UUID, List<Answer>>();
        jdbc.sql("select round_id, site, handing_over, heard, line from pulse_answer"
                        + " where round_id = any(?) order by id")
                .param(rounds.toArray(UUID[]::new))
                .query(row -> {
                    opened.computeIfAbsent(row.getObject(1, UUID.class), round -> new ArrayList<>())
                            .add(new Answer(row.getString(2), row.getInt(3), row.getInt(4), row.getString(5)));
                });
        return opened;
    }

    private int waiting(UUID transfer, @Nullable String pool) {
        return jdbc.sql(
                        "select count(*) from pulse_ballot where transfer_id = ? and (cast(? as text) is null or pool = ?)")
                .params(transfer, pool, pool)
                .query(Integer.class)
                .single();
    }

    private void open(PulseRound round, @Nullable String pool, @Nullable String site) {
        var transfer = round.transferId();
        var all = new ArrayList<>(answers(round.id()));
        var shut = jdbc.sql("select seal, sealed from pulse_ballot where transfer_id = ?"
                        + " and (cast(? as text) is null or pool = ?)")
                .params(transfer, pool, pool)
                .query((row, n) -> new Shut(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        for (var sealed : shut) {
            var ballot = read(seal.open(sealed.seal(), sealed.ballot()));
            all.add(new Answer(site, ballot.handingOver(), ballot.heard(), ballot.line()));
        }
        jdbc.sql("delete from pulse_ballot where transfer_id = ? and (cast(? as text) is null or pool = ?)")
                .params(transfer, pool, pool)
                .update();
        rewrite(round.id(), shuffled(all));
        afterCommit(() -> shut.stream().map(Shut::seal).distinct().forEach(seal::forgetSeal));
    }

    private record Shut(UUID seal, byte[] ballot) {}

    /** Ballots that are opened together share a key, which shuts no other. */
    private UUID keyOf(UUID transfer, String pool) {
        return jdbc.sql("select seal from pulse_ballot where transfer_id = ? and pool = ? limit 1")
                .params(transfer, pool)
                .query(UUID.class)
                .optional()
                .orElseGet(UUID::randomUUID);
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** In an order that owes nothing to anybody. */
    static <T> List<T> shuffled(List<T> answers) {
        var order = new ArrayList<>(answers);
        Collections.shuffle(order, RANDOM);
        return order;
    }

    private void rewrite(UUID round, List<Answer> answers) {
        jdbc.sql("delete from pulse_answer where round_id = ?").param(round).update();
        for (var answer : answers) {
            jdbc.sql("insert into pulse_answer (id, round_id, site, handing_over, heard, line)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            round,
                            answer.site(),
                            answer.handingOver(),
                            answer.heard(),
                            answer.line())
                    .update();
        }
    }

    private void lock(UUID transfer) {
        Locks.about(jdbc, "pulse", transfer);
    }

    private String written(Ballot ballot) {
        try {
            return json.writeValueAsString(ballot);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ballot read(String text) {
        try {
            return json.readValue(text, Ballot.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
