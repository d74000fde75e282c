package dev.baton.trailreview;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may look at a review now. */
@Component
class ReviewPeople {

    private final People people;

    ReviewPeople(People people) {
        this.people = people;
    }

    /** Everybody of quality whose account is open. */
    List<String> quality() {
        return people.holding(Role.QUALITY).stream().map(PersonView::username).toList();
    }

    /** Who may begin, go on, or verify; the one who has begun alone, as long as they are of quality. */
    List<String> may(TrailReview review, List<SampledEntry> entries, List<TrailFinding> findings) {
        var quality = quality();
        var looking = review.looking();
        return switch (review.state()) {
            case OPEN -> looking != null && quality.contains(looking) ? List.of(looking) : first(quality, entries);
            case SECOND -> looking != null && quality.contains(looking)
                    ? List.of(looking)
                    : Independence.seconds(quality, String.valueOf(review.reviewer()));
            case VERIFICATION -> verifiers(quality, review, entries, findings);
            case SIGNED -> List.of();
        };
    }

    /** Who might take over from the one who has begun. */
    List<String> mightTakeOver(TrailReview review, List<SampledEntry> entries) {
        var quality = quality();
        var might = review.state() == ReviewState.SECOND
                ? Independence.seconds(quality, String.valueOf(review.reviewer()))
                : review.state() == ReviewState.OPEN ? first(quality, entries) : List.<String>of();
        return might.stream()
                .filter(username -> !username.equals(review.looking()))
                .toList();
    }

    private static List<String> first(List<String> quality, List<SampledEntry> entries) {
        return Independence.reviewers(
                quality, entries.stream().map(SampledEntry::doer).collect(Collectors.toSet()));
    }

    private static List<String> verifiers(
            List<String> quality, TrailReview review, List<SampledEntry> entries, List<TrailFinding> findings) {
        var critical = findings.stream()
                .filter(TrailFinding::isCritical)
                .filter(TrailFinding::stands)
                .toList();
        var concerned = critical.stream().map(TrailFinding::raisedBy).collect(Collectors.toSet());
        critical.forEach(finding -> entries.stream()
                .filter(entry -> entry.position() == finding.entryPosition())
                .forEach(entry -> concerned.add(entry.doer())));
        return Independence.verifiers(quality, String.valueOf(review.reviewer()), concerned);
    }
}
