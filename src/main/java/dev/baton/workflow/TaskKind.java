package dev.baton.workflow;

import dev.baton.identity.Role;
import dev.baton.review.Stage;
import dev.baton.signature.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a task asks for. */
public enum TaskKind {
    /** Tell what is really done at a step. */
    CAPTURE(Meaning.AUTHORSHIP, Role.EXPERT, null, KnowledgeCapture.TASK_CAPTURE),
    /** Answer a question or make the next version. */
    REWORK(Meaning.AUTHORSHIP, Role.EXPERT, null, ItemReview.TASK_ANSWER, ItemReview.TASK_REVISE),
    /** Review as a colleague of the sending site. */
    PEER_REVIEW(Meaning.REVIEW, Role.EXPERT, Stage.PEER_REVIEW, ItemReview.TASK_PEER),
    /** Review for the receiving site. */
    RECEIVER_REVIEW(Meaning.REVIEW, Role.RECEIVER, Stage.RECEIVER_REVIEW, ItemReview.TASK_RECEIVER),
    /** Review as one more colleague of the sending site. */
    SECOND_PEER_REVIEW(Meaning.REVIEW, Role.EXPERT, Stage.SECOND_PEER_REVIEW, ItemReview.TASK_SECOND_PEER),
    /** Review as somebody who knows the unit operation. */
    SPECIALIST_REVIEW(Meaning.REVIEW, Role.EXPERT, Stage.SPECIALIST_REVIEW, ItemReview.TASK_SPECIALIST),
    /** Review as one more person of the receiving site. */
    SECOND_RECEIVER_REVIEW(
            Meaning.REVIEW, Role.RECEIVER, Stage.SECOND_RECEIVER_REVIEW, ItemReview.TASK_SECOND_RECEIVER),
    /** Review for quality of the receiving site. */
    SITE_QUALITY_REVIEW(Meaning.REVIEW, Role.QUALITY, Stage.SITE_QUALITY_REVIEW, ItemReview.TASK_SITE_QUALITY),
    /** GMP triage. */
    TRIAGE(Meaning.RESPONSIBILITY, Role.QUALITY, Stage.TRIAGE, ItemReview.TASK_TRIAGE),
    /** Make a version effective. */
    APPROVAL(Meaning.APPROVAL, Role.QUALITY, Stage.APPROVAL, ItemReview.TASK_APPROVE),
    /** Name a substitute peer. */
    NAME_PEER(Meaning.RESPONSIBILITY, Role.QUALITY, null, ItemReview.TASK_NAME_PEER);

    private final Meaning meaning;
    private final Role role;
    private final @Nullable Stage stage;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> definitionKeys;

    TaskKind(Meaning meaning, Role role, @Nullable Stage stage, String... definitionKeys) {
        this.meaning = meaning;
        this.role = role;
        this.stage = stage;
        this.definitionKeys = List.of(definitionKeys);
    }

    /** The kind in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a signature on it says. */
    public Meaning meaning() {
        return meaning;
    }

    /** The role in which it is signed. */
    public Role role() {
        return role;
    }

    /** The stage of review it stands for, or empty. */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    /** Whether experts read here what an expert told: whoever of them is missing would be the author. */
    boolean isAmongExperts() {
        return stage != null && role == Role.EXPERT;
    }

    /** Whether it has a draft of its own. */
    public boolean hasDraft() {
        return this == CAPTURE || this == REWORK;
    }

    /** Whether that user task of a diagram is of this kind. */
    boolean isDrawnAs(String definitionKey) {
        return definitionKeys.contains(definitionKey);
    }

    static TaskKind ofDefinition(String definitionKey) {
        return Arrays.stream(values())
                .filter(kind -> kind.isDrawnAs(definitionKey))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of task is drawn as " + definitionKey));
    }

    static TaskKind ofStage(Stage stage) {
        return Arrays.stream(values())
                .filter(kind -> kind.stage == stage)
                .findFirst()
                .orElseThrow();
    }

    String definitionKey() {
        return definitionKeys.get(0);
    }

    /** Key of the process in whose diagram it is drawn. */
    String processKey() {
        return this == CAPTURE ? KnowledgeCapture.KEY : ItemReview.KEY;
    }
}
