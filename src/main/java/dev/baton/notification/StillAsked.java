package dev.baton.notification;

import dev.baton.capture.Invitations;
import dev.baton.handover.AcceptanceState;
import dev.baton.handover.DocumentKind;
import dev.baton.handover.DocumentView;
import dev.baton.handover.Documents;
import dev.baton.handover.Gates;
import dev.baton.identity.PersonView;
import dev.baton.notification.MailOutbox.Entry;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.TrainingNeeds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether news that asks somebody for something still does. Mail may wait for a night or for its server, and what it
 * asked for may be done by then: nobody is sent for nothing. What is only told stays news.
 */
@Component
class StillAsked {

    /** By kind of news: whether what its source names still waits; {@code :id} and {@code :more} are that source, {@code :who} its reader. */
    private static final Map<String, String> WAITS = Map.ofEntries(
            Map.entry(
                    "step-let-go",
                    "select not exists (select 1 from step_taking where handover_id = :id::uuid)"
                            + " and not exists (select 1 from step_offer_ended where handover_id = :id::uuid)"),
            Map.entry("step-asked", "select not exists (select 1 from step_answer where question_id = :id::uuid)"),
            Map.entry(
                    "arbiter-named",
                    "select exists (select 1 from contradiction where id = :id::uuid and state = 'open' and arbiter = :who)"),
            Map.entry("escalation", "select exists (select 1 from act_ru_task where id_ = :id)"),
            Map.entry(
                    "question", "select exists (select 1 from question where id = :id::uuid and answered_at is null)"),
            Map.entry(
                    "not-yet",
                    "select exists (select 1 from knowledge_item where id = :id::uuid"
                            + " and latest_version = :more::int and in_rework)"),
            Map.entry(
                    "possible-deviation",
                    "select not exists (select 1 from triage where item_id = :id::uuid and item_version = :more::int)"),
            Map.entry(
                    "peer-named",
                    "select not exists (select 1 from review_decision where item_id = :id::uuid"
                            + " and item_version = :more::int and stage = 'peer-review')"),
            Map.entry(
                    "pulse-open",
                    "select exists (select 1 from pulse_round where id = :id::uuid and closed_at is null)"),
            Map.entry(
                    "call",
                    "select exists (select 1 from contribution_call where id = :id::uuid and closed_reason is null)"));

    private final JdbcClient jdbc;
    private final TrainingNeeds training;
    private final AcceptanceState acceptance;
    private final Documents documents;
    private final Transfers transfers;
    private final Invitations invitations;
    private final Gates gates;

    StillAsked(
            JdbcClient jdbc,
            TrainingNeeds training,
            AcceptanceState acceptance,
            Documents documents,
            Transfers transfers,
            Invitations invitations,
            Gates gates) {
        this.jdbc = jdbc;
        this.training = training;
        this.acceptance = acceptance;
        this.documents = documents;
        this.transfers = transfers;
        this.invitations = invitations;
        this.gates = gates;
    }

    /** Whether this is still news to that person, all of whose open tasks these are. */
    Predicate<Entry> of(PersonView person, List<String> openTasks) {
        return entry -> {
            var task = entry.taskId();
            return task == null ? stands(person, entry) : openTasks.contains(task);
        };
    }

    private boolean stands(PersonView person, Entry entry) {
        var parts = entry.source().split(":", -1);
        var asked = WAITS.get(parts[0]);
        if (asked != null) {
            return jdbc.sql(asked)
                    .param("id", parts[1])
                    .param("more", parts[parts.length > 2 ? 2 : 1])
                    .param("who", person.username())
                    .query(Boolean.class)
                    .single();
        }
        return switch (parts[0]) {
            case "co-author-invited" -> invitations.isOpen(UUID.fromString(parts[1]), person);
            case "gate-override" -> gates.isProposed(UUID.fromString(parts[1]));
            case "reading", "training" -> isDue(person, parts[0].equals("reading"), parts[1], parts[2]);
            case "acceptance" -> isToAccept(person, parts[1]);
            case "document" -> isToSign(UUID.fromString(parts[1]), parts[2]);
            default -> true;
        };
    }

    private boolean isDue(PersonView person, boolean reading, String transfer, String day) {
        return training.due(TransferId.of(transfer)).stream()
                .anyMatch(due -> due.username().equals(person.username())
                        && reading == (due.itemId() != null)
                        && LocalDate.ofInstant(due.dueAt(), ZoneOffset.UTC).equals(LocalDate.parse(day)));
    }

    /** Whether the acceptance of that id stands, and the person's side has not signed it. */
    private boolean isToAccept(PersonView person, String id) {
        return jdbc.sql("select transfer_id from acceptance where id = ?::uuid")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(transfer -> transfers.known(new TransferId(transfer)))
                .filter(transfer -> acceptance
                        .of(transfer.id())
                        .filter(view -> view.id().toString().equals(id))
                        .flatMap(view -> acceptance.sideOf(transfer, person).filter(side -> view.of(side)
                                .isEmpty()))
                        .isPresent())
                .isPresent();
    }

    /** Whether the edition waits for the same part as then; that it is approved stays news. */
    private boolean isToSign(UUID id, String part) {
        return part.equals("approved")
                || jdbc.sql("select transfer_id, kind from transfer_document where id = ?")
                        .param(id)
                        .query((row, n) -> documents
                                .latest(
                                        new TransferId(row.getObject(1, UUID.class)),
                                        DocumentKind.ofCode(row.getString(2)).orElseThrow())
                                .filter(edition -> edition.id().equals(id)))
                        .single()
                        .flatMap(DocumentView::next)
                        .filter(next -> next.name().equals(part))
                        .isPresent();
    }
}
