package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.TrailRef;
import dev.baton.support.RunningBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each committed entry is sealed once, without gaps, next to the others of its transaction, and under a signature. */
class SealerIT extends RunningBaton {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WRITERS = 16;

    @Autowired
    Ledger ledger;

    @Autowired
    Sealer sealer;

    @Autowired
    LedgerStore store;

    @Autowired
    AuditTrail trail;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatManyWritersCommitIsSealedOnceAndSideBySide() throws Exception {
        var record = UUID.randomUUID().toString();
        var transfer = UUID.randomUUID();
        var held = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(WRITERS + 3);
        try {
            var longOne = pool.submit(() -> transaction(() -> {
                write(record, transfer, 3);
                held.await(1, TimeUnit.MINUTES);
                return true;
            }));
            var writers = new ArrayList<Callable<Integer>>();
            for (int w = 0; w < WRITERS; w++) {
                var random = new Random(w);
                writers.add(() -> writeAndRollBack(record, transfer, random));
            }
            // Two more sealers than the product's own run against each other.
            for (int s = 0; s < 2; s++) {
                writers.add(() -> {
                    for (int i = 0; i < 40; i++) {
                        sealer.seal();
                    }
                    return 0;
                });
            }
            int committed = 3;
            for (var writer : pool.invokeAll(writers)) {
                committed += writer.get();
            }
            // The long transaction has held up nobody.
            ledger.sealUpTo("tried", "sample", record, SOON);
            held.countDown();
            longOne.get();
            sealer.seal();
            ledger.sealUpTo("tried", "sample", record, SOON);
            assertThat(unsealed(record)).isZero();
            assertThat(jdbc.sql("select count(*) from ledger_leaf where transfer_id = ?")
                            .param(transfer)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(committed);
        } finally {
            held.countDown();
            pool.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) = max(index) + 1 from ledger_leaf")
                        .query(Boolean.class)
                        .single())
                .as("no gap")
                .isTrue();
        assertThat(jdbc.sql("select count(*) = max(transfer_no) from ledger_leaf where transfer_id = ?")
                        .param(transfer)
                        .query(Boolean.class)
                        .single())
                .as("no gap within the transfer")
                .isTrue();
        assertThat(jdbc.sql(
                                """
                                select count(*) from (select e.tx from ledger_leaf l join audit_entry e on e.no = l.no
                                  group by e.tx having max(l.index) - min(l.index) + 1 <> count(*)) torn""")
                        .query(Integer.class)
                        .single())
                .as("torn transactions")
                .isZero();
    }

    @Test
    void aCheckpointIsSignedByAPublishedKeyOverTheRoot() {
        var record = UUID.randomUUID().toString();
        transaction(() -> write(record, UUID.randomUUID(), 2));
        var sealed = ledger.sealUpTo("tried", "sample", record, SOON);

        var checkpoint = sealed.checkpoint();
        var key = ledger.key(checkpoint.keyId());
        assertThat(checkpoint.isSignedBy(key)).isTrue();
        assertThat(new Checkpoint(
                                checkpoint.ledger(),
                                checkpoint.size() + 1,
                                checkpoint.rootHash(),
                                checkpoint.at(),
                                checkpoint.keyId(),
                                checkpoint.signature())
                        .isSignedBy(key))
                .isFalse();
        assertThat(checkpoint.size()).isGreaterThan(sealed.leaf().index());
        var hashes = jdbc.sql("select hash from ledger_leaf where index < ? order by index")
                .param(checkpoint.size())
                .query(byte[].class)
                .list();
        assertThat(Sha256.hex(NaiveTree.root(hashes))).isEqualTo(checkpoint.rootHash());
    }

    @Test
    void whatIsNotCommittedIsRefusedInTime() {
        assertThatThrownBy(() -> transaction(() -> {
                    var record = UUID.randomUUID().toString();
                    write(record, UUID.randomUUID(), 1);
                    return ledger.sealUpTo("tried", "sample", record, Duration.ofMillis(300));
                }))
                .isInstanceOf(LedgerRefusals.NotSealed.class);
    }

    @Test
    void aLedgerThatCameFromAnotherClusterIsLookedThroughFromItsBeginning() throws Exception {
        // A backup brings along numbers of transactions that this cluster will reach late or never.
        jdbc.sql("insert into ledger_floor (cluster, floor) values (?, ?)")
                .params(42L, Long.MAX_VALUE)
                .update();
        var record = UUID.randomUUID().toString();
        transaction(() -> write(record, UUID.randomUUID(), 1));
        ledger.sealUpTo("tried", "sample", record, SOON);
        assertThat(jdbc.sql("select cluster from ledger_floor order by id desc limit 1")
                        .query(Long.class)
                        .single())
                .isNotEqualTo(42L);
    }

    private int writeAndRollBack(String record, UUID transfer, Random random) {
        int committed = 0;
        for (int i = 0; i < 12; i++) {
            int rows = 1 + random.nextInt(5);
            var keep = random.nextInt(4) > 0;
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                write(record, transfer, rows);
                if (!keep) {
                    status.setRollbackOnly();
                }
            });
            committed += keep ? rows : 0;
        }
        return committed;
    }

    private boolean write(String record, UUID transfer, int rows) {
        for (int i = 0; i < rows; i++) {
            trail.record("tried", new TrailRef("sample", record, record, transfer, null, null));
        }
        return true;
    }

    private <T> T transaction(Callable<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private int unsealed(String record) {
        return jdbc.sql("select count(*) from audit_entry e where record_id = ? and not exists"
                        + " (select from ledger_leaf l where l.no = e.no)")
                .param(record)
                .query(Integer.class)
                .single();
    }
}
