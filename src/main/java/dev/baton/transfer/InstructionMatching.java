package dev.baton.transfer;

import dev.baton.workbook.ManualBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a written instruction belongs to which process step. A heading belongs to a step when, in this order, it
 * is called like the step; it says "Step" and the step's number; the document names the step's SOP and the heading has the
 * number of its section; or, where the document names no SOP of the process at all, it begins with the step's number.
 * What stands below it, down to the next heading of its height, is the instruction.
 */
final class InstructionMatching {

    private static final Pattern NUMBERED =
            Pattern.compile("^(?:[Ss]tep\\s+)?([0-9]+(?:\\.[0-9]+)*)\\.?[\\s:–-]+(.*)$");
    private static final Pattern STEP = Pattern.compile("^[Ss]tep\\s+([0-9]+(?:\\.[0-9]+)*)\\b.*$");

    private final List<StepView> steps;
    private final List<ManualBlock> blocks;
    private final List<String> sops;

    /**
     * Steps and document.
     *
     * @param fileName what the person calls the document; an SOP's number often stands only there
     */
    InstructionMatching(List<StepView> steps, List<ManualBlock> blocks, String fileName) {
        this.steps = steps;
        this.blocks = blocks;
        this.sops = named(steps, blocks, fileName);
    }

    /**
     * What a document says about a step.
     *
     * @param paragraph where its heading stands
     */
    record Matched(StepView step, int paragraph, String heading, String text) {}

    /** What was found: instructions by step, and headings that belong to none, with the reason as a message. */
    record Found(List<Matched> matched, List<Unmatched> unmatched) {}

    /** A heading of the document that leads nowhere. */
    record Unmatched(int paragraph, String heading, String messageKey) {}

    Found find() {
        Map<StepId, Matched> matched = new LinkedHashMap<>();
        var unmatched = new ArrayList<Unmatched>();
        var within = new HashSet<Integer>();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (!block.isHeading() || within.contains(i)) {
                continue;
            }
            var step = stepOf(block).orElse(null);
            if (step == null) {
                unmatched.add(new Unmatched(block.number(), block.line(), "instructions.no-step"));
                continue;
            }
            int end = endOf(i);
            var text = text(i + 1, end);
            for (int inside = i + 1; inside < end; inside++) {
                within.add(inside);
            }
            if (text.isBlank()) {
                unmatched.add(new Unmatched(block.number(), block.line(), "instructions.nothing-below"));
            } else if (matched.containsKey(step.id())) {
                unmatched.add(new Unmatched(block.number(), block.line(), "instructions.step-twice"));
            } else {
                matched.put(step.id(), new Matched(step, block.number(), block.line(), text));
            }
        }
        return new Found(List.copyOf(matched.values()), unmatched);
    }

    private Optional<StepView> stepOf(ManualBlock heading) {
        var line = heading.line();
        var numbered = NUMBERED.matcher(line);
        var number = numbered.matches() ? numbered.group(1) : null;
        var words = same(number == null ? line : numbered.group(2));
        return steps.stream()
                .filter(step -> same(step.name()).equals(words))
                .findFirst()
                .or(() -> byStepNumber(line))
                .or(() -> bySection(number, heading))
                .or(() -> sops.isEmpty() ? byNumber(number) : Optional.empty());
    }

    private Optional<StepView> byStepNumber(String line) {
        var step = STEP.matcher(line);
        return step.matches() ? byNumber(step.group(1)) : Optional.empty();
    }

    private Optional<StepView> byNumber(@Nullable String number) {
        return steps.stream().filter(step -> step.number().equals(number)).findFirst();
    }

    private Optional<StepView> bySection(@Nullable String number, ManualBlock heading) {
        var section = number == null ? heading.label().replaceAll("\\.$", "") : number;
        var those = steps.stream()
                .filter(step -> step.sop() != null && sops.contains(step.sop()) && section.equals(step.section()))
                .toList();
        return those.size() == 1 ? Optional.of(those.get(0)) : Optional.empty();
    }

    private int endOf(int heading) {
        int level = blocks.get(heading).level();
        for (int i = heading + 1; i < blocks.size(); i++) {
            if (blocks.get(i).isHeading() && blocks.get(i).level() <= level) {
                return i;
            }
        }
        return blocks.size();
    }

    private String text(int from, int to) {
        return blocks.subList(from, to).stream().map(ManualBlock::line).collect(Collectors.joining("\n"));
    }

    private static List<String> named(List<StepView> steps, List<ManualBlock> blocks, String fileName) {
        return steps.stream()
                .map(StepView::sop)
                .filter(sop -> sop != null && !sop.isBlank())
                .distinct()
                .filter(sop -> fileName.contains(sop)
                        || blocks.stream().anyMatch(block -> block.line().contains(sop)))
                .toList();
    }

    private static String same(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
