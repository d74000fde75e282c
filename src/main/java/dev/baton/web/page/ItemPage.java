package dev.baton.web.page;

import dev.baton.capture.Methods;
import dev.baton.recognition.Thanks.Thankable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A knowledge item as an article with its signatures at the foot. */
record ItemPage(
        String id,
        String transferId,
        String transfer,
        StepPage step,
        String title,
        String kind,
        String state,
        boolean inRework,
        boolean onHold,
        boolean unaltered,
        int version,
        int latestVersion,
        String authorName,
        @Nullable String confidence,
        When submitted,
        List<Part> parts,
        List<Part> facts,
        List<StepPage.Evidence> files,
        @Nullable String method,
        List<Said> answers,
        @Nullable String triage,
        @Nullable String reference,
        @Nullable String substitute,
        List<Signed> signatures,
        List<Asked> questions,
        List<Version> versions,
        List<Thanked> thanks,
        List<Thankable> thankable) {

    /** A part of the text: which, and its words. */
    record Part(String name, String text) {}

    /** An answer to a question of the method; rows of a group have answers of their own. */
    record Said(String question, String words, List<List<Said>> rows) {

        static Said of(Methods.Answered said) {
            return new Said(
                    said.question(),
                    said.words(),
                    said.rows().stream()
                            .map(row -> row.stream().map(Said::of).toList())
                            .toList());
        }
    }

    /** A signature as on paper. */
    record Signed(
            String signer,
            String username,
            String role,
            String site,
            String meaning,
            @Nullable String decision,
            @Nullable String comment,
            When at,
            String local,
            String contentHash,
            boolean valid) {}

    /** A question with its answer. */
    record Asked(
            String text,
            String askedBy,
            String askedBySite,
            String stage,
            int version,
            When askedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable When answeredAt) {}

    /** A version in the history. */
    record Version(int version, String state, When at) {}

    /** Somebody's thanks, and what the contributor answered, or null. */
    record Thanked(
            String id,
            String from,
            String to,
            String itemId,
            String title,
            String text,
            When at,
            List<Kept> files,
            @Nullable String answer) {}
}
