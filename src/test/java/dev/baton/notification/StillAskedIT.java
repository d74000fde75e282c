package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.identity.Clocks;
import dev.baton.support.MailCatcher;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.SteppedClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that waited for its server asks nobody for what is done by then, and everybody for what is not. */
class StillAskedIT extends PlayedOverHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DONE = "done";
    private static final String SENT = "sent";
    private static final String WAITS = "waits";
    private static final String OUTCOME =
            "coalesce(m.dropped, case when m.sent_at is null then 'waits' else 'sent' end)";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext baton;

    private boolean away;

    @BeforeEach
    void serverIsAway() {
        MailCatcher.away();
        away = true;
    }

    @AfterEach
    void backToNow() {
        SteppedClock.setWrongBy(Duration.ZERO);
        Clocks.compare(baton);
        if (away) {
            MailCatcher.back();
        }
    }

    @Test
    void whoHasSignedWithAnAuthorIsNotInvitedAfterwards() {
        hire("co-done", "Cora Done", "California", "expert");
        hire("co-open", "Otto Open", "California", "expert");
        var transfer = importTransfer("Invited and signed " + UUID.randomUUID());
        changeTeam(transfer, "expert1", "co-done", "co-open");
        start(transfer);
        var submitted = invited(transfer, "Signed before the mail went", "co-done");
        var signed = invited(transfer, "Signed and not submitted", "co-done");
        var open = invited(transfer, "Still to be signed", "co-open");
        coSign("co-done", submitted);
        signed(end("expert1", submitted, decision("submit")));
        coSign("co-done", signed);
        await().atMost(PATIENCE)
                .until(() -> outcomes("co-done", "co-author-invited").equals(WAITS + " " + WAITS));

        serverIsBack();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes("co-done", "co-author-invited"))
                .isEqualTo(DONE + " " + DONE));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes("co-open", "co-author-invited"))
                .isEqualTo(SENT));
        assertThat(open("co-open", open).path("coAuthoring").asBoolean()).isTrue();
    }

    @Test
    void nobodyIsAskedForTheSecondSignatureOfAnOverrideThatHasIt() {
        var done = startedTransfer("Override in force " + UUID.randomUUID());
        var waiting = startedTransfer("Override proposed " + UUID.randomUUID());
        override("lead", done);
        override("quality", done);
        override("lead", waiting);
        await().atMost(PATIENCE).until(() -> override("quality2", done, WAITS) && override("quality2", waiting, WAITS));

        serverIsBack();

        await().atMost(PATIENCE).until(() -> override("quality2", done, DONE));
        await().atMost(PATIENCE).until(() -> override("quality2", waiting, SENT));
    }

    private void serverIsBack() {
        MailCatcher.back();
        away = false;
        SteppedClock.setWrongBy(Duration.ofMinutes(5));
    }

    /** A draft of expert1 into which somebody is invited; the task's id. */
    private String invited(String transfer, String title, String whom) {
        var task = begin(transfer, "expert1");
        write("expert1", task, title, "no");
        ok(call("expert1", "POST", "/api/tasks/" + task + "/co-authors", "{\"username\":\"" + whom + "\"}"));
        return task;
    }

    private void coSign(String who, String task) {
        var typed = JSON.createObjectNode()
                .put("version", open(who, task).path("version").asLong())
                .put("username", who)
                .put("password", passwordOf(who));
        signed(call(who, "POST", "/api/tasks/" + task + "/co-sign", typed.toString()));
    }

    private void override(String who, String transfer) {
        var typed = JSON.createObjectNode()
                .put("reason", "The season does not wait.")
                .put("username", who)
                .put("password", passwordOf(who));
        var answer = call(who, "POST", "/api/transfers/" + transfer + "/gate/override", typed.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private boolean override(String who, String transfer, String outcome) {
        return jdbc.sql("select count(*) from mail_outbox m join gate_override o on m.source = 'gate-override:' || o.id"
                                + " where m.username = ? and o.transfer_id = ?::uuid and " + OUTCOME + " = ?")
                        .params(who, transfer, outcome)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private String outcomes(String who, String kind) {
        return String.join(
                " ",
                jdbc.sql("select " + OUTCOME + " from mail_outbox m where m.username = ? and m.source like ?"
                                + " order by m.created")
                        .params(who, kind + ":%")
                        .query(String.class)
                        .list());
    }
}
