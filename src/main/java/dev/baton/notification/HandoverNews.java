package dev.baton.notification;

import dev.baton.handover.AcceptanceState;
import dev.baton.handover.DocumentPart;
import dev.baton.handover.DocumentView;
import dev.baton.handover.Documents;
import dev.baton.handover.HandoverEvent.AcceptanceSigned;
import dev.baton.handover.HandoverEvent.DocumentSigned;
import dev.baton.handover.HandoverEvent.HandoverAccepted;
import dev.baton.handover.HandoverEvent.OverrideProposed;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Transfers;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells of overrides and acceptances that wait for a signature, and that a transfer is handed over. */
@Component
class HandoverNews {

    private final NoticeBoard board;
    private final Names names;
    private final Transfers transfers;
    private final People people;
    private final AcceptanceState acceptance;
    private final Documents documents;

    HandoverNews(
            NoticeBoard board,
            Names names,
            Transfers transfers,
            People people,
            AcceptanceState acceptance,
            Documents documents) {
        this.documents = documents;
        this.board = board;
        this.names = names;
        this.transfers = transfers;
        this.people = people;
        this.acceptance = acceptance;
    }

    @ApplicationModuleListener
    void on(AcceptanceSigned event) {
        var transfer = transfers.known(event.transferId());
        var open = acceptance
                .of(event.transferId())
                .filter(view -> !view.isComplete())
                .map(view -> transfers.team(event.transferId()).stream()
                        .map(TeamMember::username)
                        .distinct()
                        .flatMap(username -> people.person(username).stream())
                        .filter(person -> acceptance
                                .sideOf(transfer, person)
                                .filter(side -> view.of(side).isEmpty())
                                .isPresent())
                        .map(PersonView::username)
                        .toList())
                .orElse(List.of());
        board.post(
                open,
                new News(
                        "acceptance",
                        "acceptance:" + event.acceptanceId() + ":"
                                + event.side().code(),
                        "/transfers/" + event.transferId() + "/close-out",
                        List.of(names.of(event.by()), transfer.name())));
    }

    /** Who signs a document next is told; once it is approved, its lead is. */
    @ApplicationModuleListener
    void on(DocumentSigned event) {
        var transfer = transfers.known(event.transferId());
        var next = documents.latest(event.transferId(), event.kind()).flatMap(DocumentView::next);
        var people = transfers.members(
                event.transferId(), next.map(DocumentPart::role).orElse(Role.TRANSFER_LEAD));
        board.post(
                people,
                new News(
                        next.isPresent() ? "document" : "document-approved",
                        "document:" + event.documentId() + ":"
                                + next.map(Enum::name).orElse("approved"),
                        "/documents/" + event.documentId(),
                        List.of(
                                names.of(event.by()),
                                new Word("documents." + event.kind().code()),
                                transfer.name(),
                                String.valueOf(event.edition()))));
    }

    @ApplicationModuleListener
    void on(HandoverAccepted event) {
        var transfer = transfers.known(event.transferId());
        board.post(
                transfers.team(event.transferId()).stream()
                        .map(TeamMember::username)
                        .distinct()
                        .toList(),
                new News(
                        "handed-over",
                        "handed-over:" + event.acceptanceId(),
                        "/transfers/" + event.transferId() + "/close-out",
                        List.of(transfer.name())));
    }

    @ApplicationModuleListener
    void on(OverrideProposed event) {
        var transfer = event.transferId();
        var others = Stream.of(Role.QUALITY, Role.TRANSFER_LEAD)
                .flatMap(role -> transfers.members(transfer, role).stream())
                .filter(username -> !username.equals(event.by()))
                .distinct()
                .toList();
        board.post(
                others,
                new News(
                        "gate-override",
                        "gate-override:" + event.overrideId(),
                        "/transfers/" + transfer + "/gate",
                        List.of(names.of(event.by()), transfers.known(transfer).name())));
    }
}
