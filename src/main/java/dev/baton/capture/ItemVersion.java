package dev.baton.capture;

import dev.baton.StoredOnce;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.audit.TrailUnits;
import dev.baton.capture.ItemContent.Failure;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item: the text as it was signed. Written once; a column for each field, so that the trail has a row
 * for each with its whole text.
 */
@Entity
@Audited
@Immutable
@Table(name = "item_version")
class ItemVersion extends StoredOnce implements TrailSubject, TrailUnits {

    @Id
    private UUID id;

    private UUID itemId;
    private int version;
    private UUID transferId;
    private UUID stepId;
    private String author;
    private String title;
    private String kind;
    private String whatIsDone;
    private @Nullable String why;
    private @Nullable String cue;
    private @Nullable String consequence;
    private @Nullable Instant observedAt;
    private @Nullable String shift;
    private @Nullable String batches;
    private @Nullable String sense;
    private @Nullable String thresholdValue;
    private @Nullable String thresholdUnit;
    private @Nullable String thresholdEstimatedBy;
    private @Nullable Boolean strainDependent;
    private @Nullable Integer confidence;
    private @Nullable String alsoKnownBy;
    private @Nullable String outsideRange;
    private @Nullable String answers;
    private @Nullable String files;
    private @Nullable String methodId;
    private @Nullable Integer methodVersion;

    @Column(length = 64)
    private @Nullable String methodDefinition;

    private @Nullable String tried;
    private @Nullable String happened;
    private @Nullable String failedBecause;
    private @Nullable String notSince;
    private @Nullable String differences;
    private @Nullable String interviewer;
    private @Nullable Integer interviewMinutes;
    private @Nullable String coAuthors;

    @Column(length = 64)
    private String contentHash;

    private Instant submittedAt;

    @NotAudited
    private @Nullable String authorSeal;

    @SuppressWarnings("NullAway.Init")
    protected ItemVersion() {}

    ItemVersion(KnowledgeItem item, ItemContent given, List<FileView> evidence, Instant now) {
        var content = ContentRules.normal(given);
        this.id = UUID.randomUUID();
        this.itemId = item.id().value();
        this.version = item.latestVersion();
        this.transferId = item.transferId().value();
        this.stepId = item.stepId().value();
        this.author = item.author();
        this.title = String.valueOf(content.title());
        this.kind = String.valueOf(content.kind());
        this.whatIsDone = String.valueOf(content.whatIsDone());
        this.why = content.why();
        this.cue = content.cue();
        this.consequence = content.consequence();
        this.observedAt = content.observedAt();
        this.shift = content.shift();
        this.batches = content.batches();
        this.sense = content.sense();
        var threshold = content.threshold();
        this.thresholdValue = threshold == null ? null : threshold.value();
        this.thresholdUnit = threshold == null ? null : threshold.unit();
        this.thresholdEstimatedBy = threshold == null ? null : threshold.estimatedBy();
        this.strainDependent = content.strainDependent();
        this.confidence = content.confidence();
        this.alsoKnownBy = content.alsoKnownBy();
        this.outsideRange = content.outsideRange();
        this.answers = AnswersJson.write(content.answers());
        this.files = evidence.isEmpty()
                ? null
                : evidence.stream().map(file -> file.fileId().toString()).collect(Collectors.joining(" "));
        var method = content.method();
        this.methodId = method == null ? null : method.id();
        this.methodVersion = method == null ? null : method.version();
        this.methodDefinition = method == null ? null : method.definition();
        var interview = content.interview();
        this.interviewer = interview == null ? null : interview.interviewer();
        this.interviewMinutes = interview == null ? null : interview.minutes();
        this.coAuthors = content.coAuthors() == null ? null : String.join(" ", content.coAuthors());
        var failure = content.failure();
        this.tried = failure == null ? null : failure.tried();
        this.happened = failure == null ? null : failure.happened();
        this.failedBecause = failure == null ? null : failure.because();
        this.notSince = failure == null ? null : failure.since();
        this.differences = AnswersJson.writeDifferences(content.differences());
        this.submittedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.authorSeal = item.authorSeal();
        this.contentHash = hash(evidence);
    }

    /** The hash of what is stored now, with the files as they are stored now. */
    final String hash(List<FileView> evidence) {
        return ContentHash.of(CanonicalContent.of(
                new ItemId(itemId),
                version,
                new TransferId(transferId),
                new StepId(stepId),
                author,
                authorSeal,
                content(),
                evidence));
    }

    final ItemContent content() {
        return new ItemContent(
                new ItemId(itemId),
                title,
                kind,
                whatIsDone,
                why,
                cue,
                consequence,
                observedAt,
                shift,
                batches,
                sense,
                thresholdValue == null && thresholdUnit == null && thresholdEstimatedBy == null
                        ? null
                        : new Threshold(thresholdValue, thresholdUnit, thresholdEstimatedBy),
                strainDependent,
                confidence,
                alsoKnownBy,
                outsideRange,
                AnswersJson.read(answers),
                fileIds().stream().map(UUID::toString).toList(),
                methodId == null || methodVersion == null || methodDefinition == null
                        ? null
                        : new MethodUse(methodId, methodVersion, methodDefinition),
                interviewer == null ? null : new Interview(interviewer, interviewMinutes),
                tried == null && happened == null && failedBecause == null && notSince == null
                        ? null
                        : new Failure(tried, happened, failedBecause, notSince),
                AnswersJson.readDifferences(differences),
                coAuthors == null ? null : coAuthors());
    }

    final List<UUID> fileIds() {
        return files == null
                ? List.of()
                : Arrays.stream(files.split(" ", -1)).flatMap(ItemVersion::uuid).toList();
    }

    /** Empty for what only a hand in the database can have written; the hash then differs. */
    private static Stream<UUID> uuid(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** User names of those who wrote and signed it together with its author. */
    List<String> coAuthors() {
        return coAuthors == null ? List.of() : List.of(coAuthors.split(" ", -1));
    }

    /** User names of those whose words it is: who told it, who asked and wrote, and who wrote it with them. */
    Stream<String> authorSide() {
        return Stream.of(Stream.of(author), Stream.ofNullable(interviewer), coAuthors().stream())
                .flatMap(side -> side);
    }

    @Nullable
    String authorSeal() {
        return authorSeal;
    }

    UUID itemId() {
        return itemId;
    }

    UUID transferId() {
        return transferId;
    }

    int version() {
        return version;
    }

    String contentHash() {
        return contentHash;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String title() {
        return title;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("item", itemId.toString(), title, transferId, itemId, version);
    }

    @Override
    public String trailedAs() {
        return "submitted";
    }

    @Override
    public @Nullable String trailUnit(String field) {
        return field.equals("thresholdValue") ? thresholdUnit : null;
    }
}
