package dev.baton.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.TrailAccess;
import dev.baton.audit.TrailFilter;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.support.RunningBaton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens to exports that somebody breaks off: nobody gets half a trail, and nothing of it stays on the disk. */
class ExportJobsIT extends RunningBaton {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path directory;

    @Autowired
    TrailAccess access;

    @Autowired
    AuditTrail trail;

    @Autowired
    SealedTrail sealed;

    @Autowired
    List<FormWriter> writers;

    @Autowired
    ExportJobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Exports exports;

    @Autowired
    ExportSettings settings;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private UUID transfer;

    @BeforeEach
    void find() {
        transfer = jdbc.queryForObject("select id from transfer order by created_at limit 1", UUID.class);
    }

    @Test
    void anExportThatIsCancelledInItsMiddleStopsAndLeavesNothing() throws Exception {
        var here = exports(this::stopped);
        var id = ask(here);
        await(begun);
        assertThat(state(here, id)).isEqualTo("running");
        assertThat(left()).contains(id.toString());

        as(() -> {
            here.cancel(id);
            return id;
        });
        goOn.countDown();

        eventually(() -> left().isEmpty());
        assertThat(state(here, id)).isEqualTo("cancelled");
        assertThat(taken(id)).as("nothing was taken out").isEmpty();
    }

    @Test
    void noMoreThanTwoAreMadeAtOnceAndTheThirdCanBeCalledOff() throws Exception {
        var here = exports(this::stopped);
        var ids = List.of(ask(here), ask(here), ask(here));
        await(begun);
        eventually(() ->
                ids.stream().filter(id -> state(here, id).equals("running")).count() == 2);
        assertThat(state(here, ids.get(2))).isEqualTo("queued");

        as(() -> {
            here.cancel(ids.get(2));
            return null;
        });
        goOn.countDown();

        eventually(
                () -> ids.stream().filter(id -> state(here, id).equals("done")).count() == 2);
        assertThat(state(here, ids.get(2))).isEqualTo("cancelled");
        assertThat(left())
                .containsExactlyInAnyOrder(ids.get(0).toString(), ids.get(1).toString());
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() {
        Assumptions.assumeTrue(Files.isWritable(FULL), "a device that is always full");
        var here = exports(out -> {
            try {
                return Files.newOutputStream(FULL, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        var id = ask(here);

        eventually(() -> !List.of("queued", "running").contains(state(here, id)));
        assertThat(as(() -> here.view(id)).state()).isEqualTo("failed");
        assertThat(as(() -> here.view(id)).fault()).isEqualTo("export.fault.disk");
        assertThat(left()).isEmpty();
        assertThat(taken(id)).isEmpty();
    }

    @Test
    void afterARestartWhatWasRunningIsSaidToHaveFailedAndIsGone() throws Exception {
        var before = exports(this::stopped);
        var id = ask(before);
        await(begun);
        assertThat(left()).contains(id.toString());

        var after = exports(UnaryOperator.identity());
        after.clearAfterRestart();

        assertThat(as(() -> after.view(id)).state()).isEqualTo("failed");
        assertThat(as(() -> after.view(id)).fault()).isEqualTo("export.fault.interrupted");
        assertThat(left()).isEmpty();

        goOn.countDown();
        var another = ask(after);
        eventually(() -> state(after, another).equals("done"));
        assertThat(state(after, id)).isEqualTo("failed");
        eventually(() -> left().equals(List.of(another.toString())));
    }

    @Test
    void nothingWaitsOnTheDiskBesideTheExportItself() throws Exception {
        var here = exports(this::stopped);
        var id = ask(here);
        await(begun);

        assertThat(left()).containsExactly(id.toString());
        goOn.countDown();
        eventually(() -> state(here, id).equals("done"));
    }

    @Test
    void whoBreaksOffADownloadCanFetchItAgain() throws Exception {
        var id = as(() -> exports.ask(transfer, TrailFilter.NONE, ExportForm.JSONL));
        eventually(() -> state(exports, id).equals("done"));

        assertThatThrownBy(() -> as(() -> {
                    try {
                        exports.fetch(id, (name, form, size) -> new Closed());
                        return null;
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .hasMessageContaining("closed");

        var answer = call("quality2", "GET", "/api/exports/" + id + "/file", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("checkpoint");
        call("quality2", "DELETE", "/api/exports/" + id, null);
    }

    @Test
    void whoGoesAwayDuringADirectExportLeavesNothing() throws Exception {
        var kept = jdbc.queryForList("select id::text from trail_export where state = 'done'", String.class);
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.getOutputStream()
                    .write(("GET /api/transfers/" + transfer + "/audit-trail.xlsx HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: " + basic("quality2", DEMO_PASSWORD) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        }

        eventually(() -> names(settings.directory()).stream().allMatch(kept::contains));
        assertThat(call("quality2", "GET", "/api/me", null).statusCode()).isEqualTo(200);
    }

    /** The product's exports in a folder of their own, their files written through that. */
    private Exports exports(UnaryOperator<OutputStream> through) {
        var folder =
                new ExportFolder(new ExportSettings(directory, Duration.ofHours(1), Duration.ofMinutes(1), 30_000));
        var changed = new ArrayList<FormWriter>();
        writers.forEach(writer -> changed.add(new FormWriter() {
            @Override
            public ExportForm form() {
                return writer.form();
            }

            @Override
            public void write(ExportRun run, OutputStream out) throws IOException {
                writer.write(run, through.apply(out));
            }
        }));
        var exporter = new Exporter(access, trail, sealed, folder, changed, clock, transactions);
        return new Exports(
                access,
                exporter,
                jobs,
                folder,
                new ExportSettings(directory, Duration.ofHours(1), Duration.ofMinutes(1), 30_000),
                clock,
                transactions);
    }

    /** Stops at the first bytes until it may go on. */
    private OutputStream stopped(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                begun.countDown();
                await(goOn);
                out.write(bytes, from, length);
            }
        };
    }

    /** A receiver that has gone. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("closed");
        }
    }

    private UUID ask(Exports here) {
        return as(() -> here.ask(transfer, TrailFilter.NONE, ExportForm.XLSX));
    }

    private String state(Exports here, UUID id) {
        return as(() -> here.view(id)).state();
    }

    private <T> T as(Supplier<T> work) {
        return Acting.as(people.require("quality2").acting("192.0.2.7", "export"), work);
    }

    private List<String> taken(UUID id) {
        return jdbc.queryForList(
                "select act from audit_entry where record_type = 'export' and record_id = ? and act = 'exported'",
                String.class,
                id.toString());
    }

    private List<String> left() {
        return names(directory);
    }

    private static List<String> names(Path directory) {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("node"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void eventually(Supplier<Boolean> is) {
        for (int i = 0; i < 600; i++) {
            if (is.get()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("it does not come to that");
    }
}
