package dev.baton.review;

import dev.baton.Refusal.Fault;
import dev.baton.signature.ContentHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "Could I do it from this?", section by section: yes, with help, or no. What cannot be done from is not accepted. */
final class Sections {

    static final String NO = "no";

    private static final Set<String> NAMES = Set.of("whatIsDone", "why", "cue", "consequence", "files", "answers");
    private static final Set<String> ANSWERS = Set.of("yes", "help", NO);

    private Sections() {}

    static void check(@Nullable Map<String, String> given, Stage stage, Decision decision, List<Fault> faults) {
        if (given == null || given.isEmpty()) {
            return;
        }
        if (!stage.isForReceiving() || decision == Decision.ASK) {
            faults.add(Fault.of("sections", "review.sections-not-here"));
            return;
        }
        given.forEach((name, answer) -> {
            if (!NAMES.contains(name)) {
                faults.add(Fault.of(
                        "sections",
                        "review.section-unknown",
                        String.join(", ", NAMES.stream().sorted().toList())));
            } else if (!ANSWERS.contains(answer == null ? "" : answer)) {
                faults.add(Fault.of("sections." + name, "review.section-answer"));
            } else if (answer.equals(NO) && decision == Decision.ACCEPT) {
                faults.add(Fault.of("sections." + name, "review.section-no"));
            }
        });
    }

    /** In canonical form, or null when nothing was answered. */
    static @Nullable String written(@Nullable Map<String, String> given) {
        return given == null || given.isEmpty() ? null : ContentHash.canonical(new LinkedHashMap<>(given));
    }

    /** The answers in one line, in a fixed order. */
    static String line(Map<String, String> given) {
        return new TreeMap<>(given)
                .entrySet().stream()
                        .map(section -> section.getKey() + ": " + section.getValue())
                        .collect(Collectors.joining(", "));
    }
}
