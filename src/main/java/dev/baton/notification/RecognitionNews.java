package dev.baton.notification;

import dev.baton.notification.NoticeBoard.News;
import dev.baton.recognition.RecognitionEvent.CertificateIssued;
import dev.baton.recognition.RecognitionEvent.MilestoneReached;
import dev.baton.recognition.RecognitionEvent.PulseAnswered;
import dev.baton.recognition.RecognitionEvent.PulseOpened;
import dev.baton.recognition.RecognitionEvent.StepAnswered;
import dev.baton.recognition.RecognitionEvent.StepAsked;
import dev.baton.recognition.RecognitionEvent.StepKept;
import dev.baton.recognition.RecognitionEvent.StepLetGo;
import dev.baton.recognition.RecognitionEvent.StepTaken;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the people of a transfer what was reached together, how they are asked, and what came of it. */
@Component
class RecognitionNews {

    private final NoticeBoard board;
    private final Names names;
    private final Transfers transfers;

    RecognitionNews(NoticeBoard board, Names names, Transfers transfers) {
        this.names = names;
        this.board = board;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(MilestoneReached event) {
        tell(
                event.transferId(),
                new News(
                        "milestone-" + event.measure(),
                        "milestone:" + event.transferId() + ":" + event.measure() + ":" + event.percent(),
                        "/transfers/" + event.transferId(),
                        List.of(name(event.transferId()), String.valueOf(event.percent()))));
    }

    @ApplicationModuleListener
    void on(CertificateIssued event) {
        board.post(
                List.of(event.username()),
                new News(
                        "certificate",
                        "certificate:" + event.certificateId(),
                        "/people/" + event.username(),
                        List.of(name(event.transferId()))));
    }

    /** To everybody alike: whether somebody has answered is known to nobody. */
    @ApplicationModuleListener
    void on(PulseOpened event) {
        tell(
                event.transferId(),
                new News(
                        "pulse-open",
                        "pulse-open:" + event.roundId(),
                        "/transfers/" + event.transferId() + "/pulse",
                        List.of(name(event.transferId()))));
    }

    @ApplicationModuleListener
    void on(PulseAnswered event) {
        tell(
                event.transferId(),
                new News(
                        "pulse-answered",
                        "pulse-answered:" + event.roundId(),
                        "/transfers/" + event.transferId() + "/pulse",
                        List.of(name(event.transferId()))));
    }

    @ApplicationModuleListener
    void on(StepAsked event) {
        board.post(
                event.to(),
                new News(
                        "step-asked",
                        "step-asked:" + event.questionId(),
                        "/steps/" + event.stepId() + "/people#questions",
                        List.of(names.of(event.by()), event.step())));
    }

    @ApplicationModuleListener
    void on(StepAnswered event) {
        board.post(
                List.of(event.to()),
                new News(
                        "step-answered",
                        "step-answered:" + event.questionId() + ":" + event.by(),
                        "/steps/" + event.stepId() + "/people#questions",
                        List.of(names.of(event.by()), event.step())));
    }

    @ApplicationModuleListener
    void on(StepLetGo event) {
        board.post(
                List.of(event.to()),
                new News(
                        "step-let-go",
                        "step-let-go:" + event.handoverId(),
                        "/steps/" + event.stepId() + "/people",
                        List.of(names.of(event.from()), event.step())));
    }

    @ApplicationModuleListener
    void on(StepTaken event) {
        board.post(
                List.of(event.from()),
                new News(
                        "step-taken",
                        "step-taken:" + event.handoverId(),
                        "/steps/" + event.stepId() + "/people",
                        List.of(names.of(event.by()), event.step())));
    }

    @ApplicationModuleListener
    void on(StepKept event) {
        board.post(
                List.of(event.to()),
                new News(
                        "step-kept",
                        "step-kept:" + event.handoverId(),
                        "/steps/" + event.stepId() + "/people",
                        List.of(names.of(event.by()), event.step())));
    }

    private void tell(TransferId transfer, News news) {
        board.post(transfers.team(transfer).stream().map(TeamMember::username).toList(), news);
    }

    private String name(TransferId transfer) {
        return transfers.known(transfer).name();
    }
}
