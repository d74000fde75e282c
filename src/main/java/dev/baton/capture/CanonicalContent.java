package dev.baton.capture;

import dev.baton.capture.ItemContent.Difference;
import dev.baton.capture.ItemContent.Failure;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of one version as it is hashed and signed: every field, absent ones as null, and the files' hashes. */
final class CanonicalContent {

    private CanonicalContent() {}

    /**
     * All of it.
     *
     * @param seal makes the seals that stand for the names of author and interviewer, or null where they stand openly
     */
    static Map<String, @Nullable Object> of(
            ItemId item,
            int version,
            TransferId transfer,
            StepId step,
            String author,
            @Nullable String seal,
            ItemContent content,
            List<FileView> files) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("itemId", item.toString());
        map.put("version", version);
        map.put("transferId", transfer.toString());
        map.put("stepId", step.toString());
        map.put("author", NameSeal.of(seal, item, author));
        map.putAll(text(content, files));
        var interview = content.interview();
        if (seal != null && interview != null) {
            var interviewer = NameSeal.of(seal, item, interview.interviewer());
            map.put("interview", interview(new Interview(interviewer, interview.minutes())));
        }
        return map;
    }

    /** Text and files alone: what makes a version differ from the one before. */
    static Map<String, @Nullable Object> text(ItemContent given, List<FileView> files) {
        var content = ContentRules.normal(given);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("title", content.title());
        map.put("kind", content.kind());
        map.put("whatIsDone", content.whatIsDone());
        map.put("why", content.why());
        map.put("cue", content.cue());
        map.put("consequence", content.consequence());
        map.put(
                "observedAt",
                content.observedAt() == null ? null : content.observedAt().toString());
        map.put("shift", content.shift());
        map.put("batches", content.batches());
        map.put("sense", content.sense());
        map.put("threshold", threshold(content.threshold()));
        map.put("strainDependent", content.strainDependent());
        map.put("confidence", content.confidence());
        map.put("alsoKnownBy", content.alsoKnownBy());
        map.put("outsideRange", content.outsideRange());
        map.put("answers", content.answers());
        map.put("files", files.stream().map(CanonicalContent::file).toList());
        // Left out where there is none: content signed before there were methods keeps its hash.
        var method = content.method();
        if (method != null) {
            map.put("method", method(method));
        }
        var interview = content.interview();
        if (interview != null) {
            map.put("interview", interview(interview));
        }
        var failure = content.failure();
        if (failure != null) {
            map.put("failure", failure(failure));
        }
        var differences = content.differences();
        if (differences != null) {
            map.put("differences", differences(differences));
        }
        var coAuthors = content.coAuthors();
        if (coAuthors != null) {
            map.put("coAuthors", coAuthors);
        }
        return map;
    }

    static Map<String, @Nullable Object> method(MethodUse method) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", method.id());
        map.put("version", method.version());
        map.put("definition", method.definition());
        return map;
    }

    static Map<String, @Nullable Object> failure(Failure failure) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("tried", failure.tried());
        map.put("happened", failure.happened());
        map.put("because", failure.because());
        map.put("since", failure.since());
        return map;
    }

    static List<Map<String, @Nullable Object>> differences(List<Difference> differences) {
        return differences.stream().map(CanonicalContent::difference).toList();
    }

    private static Map<String, @Nullable Object> difference(Difference difference) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("class", difference.kind());
        map.put("official", difference.official());
        map.put("done", difference.done());
        return map;
    }

    static Map<String, @Nullable Object> interview(Interview interview) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("interviewer", interview.interviewer());
        map.put("minutes", interview.minutes());
        return map;
    }

    /** Whether two contents say the same, whatever the order of their answers. */
    static boolean same(ItemContent one, List<FileView> itsFiles, ItemContent other, List<FileView> otherFiles) {
        return ContentHash.canonical(text(one, itsFiles)).equals(ContentHash.canonical(text(other, otherFiles)));
    }

    static @Nullable Map<String, @Nullable Object> threshold(@Nullable Threshold threshold) {
        if (threshold == null) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("value", threshold.value());
        map.put("unit", threshold.unit());
        map.put("estimatedBy", threshold.estimatedBy());
        return map;
    }

    private static Map<String, Object> file(FileView file) {
        return Map.of(
                "fileId", file.fileId().toString(), "name", file.name(), "sha256", file.sha256(), "size", file.size());
    }
}
