package dev.baton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** On what it was measured, and how busy that was. */
record Machine(String processor, int processors, double memoryGb, String system, String java, String at, double load) {

    static Machine now() {
        var bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Math.round(bean.getTotalMemorySize() / 1e8) / 10.0,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                Math.round(bean.getSystemLoadAverage() * 10) / 10.0);
    }

    /** One line for each property, as a document shows them. */
    Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        facts.put("Processor", processor + ", " + processors + " cores");
        facts.put("Memory", String.format(Locale.ROOT, "%.1f GB", memoryGb));
        facts.put("System", system);
        facts.put("Java", java);
        return facts;
    }

    private static String processorName() {
        var known = Path.of("/proc/cpuinfo");
        try {
            return Files.exists(known)
                    ? Files.readAllLines(known).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("unknown")
                    : System.getProperty("os.arch");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
