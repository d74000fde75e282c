package dev.baton.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Locks;
import dev.baton.identity.Role;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction asks for again it has read once, and never is that older than it may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadOnceIT extends PlayedOverHttp {

    @Autowired
    private TeamMemberships team;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransferId transfer;

    @BeforeAll
    void begin() {
        transfer = TransferId.of(importTransfer("Read once"));
    }

    @Test
    void aQueryIsSentOnceInATransactionAndAgainInTheNext() {
        undone(() -> {
            assertThat(Statements.of(this::members)).hasSize(1);
            assertThat(Statements.of(this::members)).isEmpty();
        });
        undone(() -> assertThat(Statements.of(this::members)).hasSize(1));
    }

    @Test
    void outsideATransactionNothingIsRemembered() {
        assertThat(members()).isEqualTo(members());
        assertThat(Statements.of(this::members)).isNotEmpty();
    }

    @Test
    void whatIsAddedOrDeletedIsSeenAtOnce() {
        undone(() -> {
            var before = members();
            var added = team.save(new TeamMembership(transfer, "expert9", Role.EXPERT, null));
            assertThat(members()).isEqualTo(before + 1);
            team.delete(added);
            assertThat(members()).isEqualTo(before);
        });
    }

    @Test
    void whoeverTakesALockReadsWhatOthersHaveCommitted() {
        for (Runnable lock :
                new Runnable[] {() -> Locks.transfer(jdbc, transfer.value()), () -> Locks.about(jdbc, "test", transfer)
                }) {
            var id = UUID.randomUUID();
            try {
                undone(() -> {
                    var before = members();
                    committed(id);
                    assertThat(members()).as("read once").isEqualTo(before);
                    lock.run();
                    assertThat(members()).as("read anew").isEqualTo(before + 1);
                });
            } finally {
                jdbc.sql("delete from team_membership where id = ?").param(id).update();
            }
        }
    }

    @Test
    void aTransactionInsideAnotherStartsWithNothingAndLeavesTheOuterOneItsOwn() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        undone(() -> {
            members();
            inner.executeWithoutResult(
                    status -> assertThat(Statements.of(this::members)).hasSize(1));
            assertThat(Statements.of(this::members)).isEmpty();
        });
    }

    /** Somebody else's transaction adds a member. */
    private void committed(UUID id) {
        var other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(status -> jdbc.sql("insert into team_membership"
                        + " (id, transfer_id, username, role, lock_version) values (?, ?, 'expert8', 'expert', 0)")
                .params(id, transfer.value())
                .update());
    }

    private int members() {
        return team.findByTransferIdOrderByRoleAscUsernameAsc(transfer.value()).size();
    }

    private void undone(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }
}
