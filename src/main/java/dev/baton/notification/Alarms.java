package dev.baton.notification;

import dev.baton.capture.CaptureEvent.ContentAltered;
import dev.baton.identity.ClockEvent.ClocksAgree;
import dev.baton.identity.ClockEvent.ClocksDiffer;
import dev.baton.identity.IdentityEvent.LockedOut;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.trailreview.TrailReviewEvent.NobodyIndependent;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells administrators and quality at once when something is wrong (21 CFR 11.300(d)). */
@Component
class Alarms {

    private final NoticeBoard board;
    private final Names names;
    private final People people;
    private final Transfers transfers;
    private final Clock clock;

    Alarms(NoticeBoard board, Names names, People people, Transfers transfers, Clock clock) {
        this.board = board;
        this.names = names;
        this.people = people;
        this.transfers = transfers;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(LockedOut event) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var address = event.address() == null ? "–" : event.address();
        board.post(
                administrators(),
                new News(
                        "locked-out",
                        "locked-out:" + event.username() + ":" + minute,
                        "/admin/people/" + event.username(),
                        List.of(event.username(), address)));
    }

    /** Nothing is signed while the clocks differ, so whoever can help hears of it. */
    @ApplicationModuleListener
    void on(ClocksDiffer event) {
        tellOfClocks(
                "clocks-differ",
                event.at(),
                List.of(String.valueOf(event.by().abs().toSeconds())));
    }

    @ApplicationModuleListener
    void on(ClocksAgree event) {
        tellOfClocks("clocks-agree", event.at(), List.of());
    }

    private void tellOfClocks(String kind, Instant at, List<String> args) {
        var told = Stream.of(Role.ADMIN, Role.QUALITY)
                .flatMap(role -> people.holding(role).stream())
                .map(PersonView::username)
                .toList();
        board.post(told, new News(kind, kind + ":" + at, null, args));
    }

    /** Administrators see no content: they get the item's number, quality its title and page. */
    @ApplicationModuleListener
    void on(ContentAltered event) {
        var item = event.itemId();
        var source = "content-altered:" + item + ":" + event.version();
        var version = String.valueOf(event.version());
        board.post(
                transfers.members(event.transferId(), Role.QUALITY),
                new News("content-altered", source, Names.page(item), List.of(names.title(item), version)).about(item));
        board.post(administrators(), new News("content-altered", source, null, List.of(item.toString(), version)));
    }

    /** Without another person of quality the trail stays unreviewed, and the transfer cannot be closed. */
    @ApplicationModuleListener
    void on(NobodyIndependent event) {
        var transfer = event.transferId();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var news = new News(
                "trail-review-impossible",
                "trail-review-impossible:" + transfer + ":" + day,
                "/transfers/" + transfer + "/trail-reviews",
                List.of(transfers.known(transfer).name()));
        board.post(
                Stream.concat(transfers.members(transfer, Role.QUALITY).stream(), administrators().stream())
                        .toList(),
                news);
    }

    private List<String> administrators() {
        return people.holding(Role.ADMIN).stream().map(PersonView::username).toList();
    }
}
