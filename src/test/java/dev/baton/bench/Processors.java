package dev.baton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * How long processors have worked for us: this process and the database servers that live as long as it. Unlike time on
 * the wall it does not grow while others are busy.
 */
final class Processors {

    private final OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<ProcessHandle> servers = new ArrayList<>();
    private final List<LongSupplier> others = new ArrayList<>();

    /** The database server on that directory and its workers as well; those that end meanwhile are lost. */
    void alsoOf(Path directory) throws IOException {
        var pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(servers::add);
    }

    /** Processes that come and go. */
    void also(LongSupplier more) {
        others.add(more);
    }

    long nanos() {
        return own.getProcessCpuTime()
                + others.stream().mapToLong(LongSupplier::getAsLong).sum()
                + servers.stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                        .map(ProcessHandle::info)
                        .map(ProcessHandle.Info::totalCpuDuration)
                        .flatMap(Optional::stream)
                        .mapToLong(Duration::toNanos)
                        .sum();
    }
}
