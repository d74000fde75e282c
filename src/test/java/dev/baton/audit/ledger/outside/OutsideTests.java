package dev.baton.audit.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.PublishedKey;
import dev.baton.audit.ledger.outside.TimeStampService.NoTimeStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Checkpoints leave the database whole: to a file, by mail and to a time-stamp service. */
class OutsideTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void theFileKeepsEveryCheckpointAndLeavesATornLineBehind() throws Exception {
        var file = new CheckpointFile(directory.resolve("out/checkpoints.jsonl"));
        file.append(checkpoint(1));
        file.append(checkpoint(2));
        Files.writeString(file.path(), "{\"checkpoint\":\"{", StandardOpenOption.APPEND);
        file.append(checkpoint(3));

        var read = new ArrayList<Checkpoint>();
        file.read(line -> read.add(line.checkpoint()));
        assertThat(read).containsExactly(checkpoint(1), checkpoint(2), null, checkpoint(3));
    }

    @Test
    void aFileThatIsNotThereHasNoLines() throws Exception {
        new CheckpointFile(directory.resolve("none")).read(line -> {
            throw new AssertionError("a line");
        });
    }

    @Test
    void theMailHoldsCheckpointSignatureAndKey() throws Exception {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            var words = new ResourceBundleMessageSource();
            words.setBasename("messages/ledger");
            words.setDefaultEncoding("UTF-8");
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            new CheckpointMail(sender, words)
                    .send(
                            "baton@plant.example",
                            "quality@plant.example",
                            checkpoint(1234),
                            new PublishedKey("k1", "PUBLIC", Instant.EPOCH, null));
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).contains("1234").contains("2026-03-01T09:30:00.000001Z");
            assertThat(GreenMailUtil.getBody(mail))
                    .contains(checkpoint(1234).text())
                    .contains("c2lnbmF0dXJl")
                    .contains("PUBLIC");
        } finally {
            server.stop();
        }
    }

    @Test
    void aTimeStampIsForThisCheckpointAlone() throws Exception {
        try (var authority = new TimeStampAuthority()) {
            var service = new TimeStampService(PATIENCE, authority.certificate());
            var token = service.stamp(authority.url(), checkpoint(5).text());
            assertThat(service.check(token, checkpoint(5).text())).isNotNull();
            assertThatThrownBy(() -> service.check(token, checkpoint(6).text())).isInstanceOf(NoTimeStamp.class);
            token[token.length - 10] ^= 1;
            assertThatThrownBy(() -> service.check(token, checkpoint(5).text())).isInstanceOf(NoTimeStamp.class);
        }
    }

    @Test
    void anotherServiceThanTheConfiguredOneIsRefused() throws Exception {
        try (var authority = new TimeStampAuthority();
                var other = new TimeStampAuthority()) {
            var service = new TimeStampService(PATIENCE, other.certificate());
            assertThatThrownBy(() -> service.stamp(authority.url(), "text")).isInstanceOf(NoTimeStamp.class);
            assertThat(new TimeStampService(PATIENCE, null).stamp(authority.url(), "text"))
                    .isNotEmpty();
        }
    }

    @Test
    void aServiceThatIsAwayOrAnswersSomethingElseIsReported() throws Exception {
        var service = new TimeStampService(Duration.ofSeconds(2), null);
        assertThatThrownBy(() -> service.stamp(java.net.URI.create("http://127.0.0.1:1/"), "text"))
                .isInstanceOf(NoTimeStamp.class);
        try (var authority = new TimeStampAuthority()) {
            authority.replay(service.stamp(authority.url(), "an older text"));
            assertThatThrownBy(() -> service.stamp(authority.url(), "text")).isInstanceOf(NoTimeStamp.class);
        }
    }

    private static Checkpoint checkpoint(long size) {
        return new Checkpoint(
                UUID.fromString("550e8400-e29b-41d4-a716-446655440000"),
                size,
                "ab".repeat(32),
                Instant.parse("2026-03-01T09:30:00.000001Z"),
                "0123456789abcdef",
                "c2lnbmF0dXJl");
    }
}
