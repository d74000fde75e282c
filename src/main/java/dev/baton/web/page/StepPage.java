package dev.baton.web.page;

import dev.baton.capture.FileView;
import dev.baton.transfer.StepView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step: what the instruction says, and what is really done. */
record StepPage(
        String id,
        String transferId,
        String transfer,
        String number,
        String name,
        String unitOperation,
        boolean critical,
        @Nullable String sop,
        @Nullable String section,
        String officialInstruction,
        @Nullable String equipment,
        List<Parameter> parameters,
        List<String> experts,
        List<Told> items,
        @Nullable String nothingHidden,
        @Nullable String keptVoices,
        boolean mayTell) {

    /** The experts who were asked, as a sentence needs them. */
    public String asked() {
        return String.join(", ", experts);
    }

    /** The step with what its page needs beyond it. */
    static StepPage of(
            StepView step,
            String transfer,
            List<String> experts,
            List<Told> items,
            @Nullable String nothingHidden,
            @Nullable String keptVoices,
            boolean mayTell) {
        return new StepPage(
                step.id().toString(),
                step.transferId().toString(),
                transfer,
                step.number(),
                step.name(),
                step.unitOperation(),
                step.critical(),
                step.sop(),
                step.section(),
                step.officialInstruction(),
                step.equipment(),
                step.parameters().stream().map(Parameter::of).toList(),
                experts,
                items,
                nothingHidden,
                keptVoices,
                mayTell);
    }

    /** A critical process parameter with its range in words. */
    record Parameter(String name, String range, String attributes) {

        static Parameter of(StepView.Parameter parameter) {
            var low = parameter.low() == null ? null : parameter.low().toPlainString();
            var high = parameter.high() == null ? null : parameter.high().toPlainString();
            var unit = parameter.unit() == null ? "" : "\u00a0" + parameter.unit();
            var range = low == null && high == null
                    ? unit.strip()
                    : low == null
                            ? "\u2264 " + high + unit
                            : high == null ? "\u2265 " + low + unit : low + " \u2013 " + high + unit;
            return new Parameter(parameter.name(), range, parameter.attributes());
        }
    }

    /** An item on the page of its step. */
    record Told(
            String id,
            String title,
            String kind,
            String state,
            int version,
            boolean onHold,
            String author,
            String whatIsDone,
            List<Evidence> files) {}

    /** An evidence file in its place. */
    record Evidence(String id, String name, String size, boolean image, boolean small, boolean video, boolean audio) {

        private static final List<String> SHOWN = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

        static Evidence of(FileView file) {
            var type = file.mediaType();
            return new Evidence(
                    file.fileId().toString(),
                    file.name(),
                    size(file.size()),
                    SHOWN.contains(type),
                    SHOWN.contains(type) && !type.equals("image/webp"),
                    type.startsWith("video/"),
                    type.startsWith("audio/"));
        }

        private static String size(long bytes) {
            return bytes < 1000
                    ? bytes + " B"
                    : bytes < 1_000_000
                            ? Math.round(bytes / 1000.0) + " kB"
                            : Math.round(bytes / 100_000.0) / 10.0 + " MB";
        }
    }
}
