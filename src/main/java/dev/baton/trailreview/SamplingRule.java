package dev.baton.trailreview;

import dev.baton.Digests;
import dev.baton.audit.SealedAct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are looked at: every one to which a {@link Criterion} applies, and of the others a share drawn by chance.
 * The others are put in the order of the SHA-256 of seed and number, and the first ones are taken, so that whoever knows
 * seed and rule draws the same sample again. One draw is made with one object, which is fed the acts in their order.
 */
final class SamplingRule implements Criterion.Circumstances {

    /** Counts up with every change to this rule or its criteria; each review keeps the one it was made by. */
    static final int VERSION = 1;

    private static final int PERCENT = 100;

    /** What reads, takes note, thanks or is worked out by the product changes no record that decisions rest on. */
    private static final Set<String> CHANGE_NOTHING = Set.of(
            "viewed",
            "file-read",
            "export-begun",
            "exported",
            "logged-in",
            "logged-out",
            "login-failed",
            "claimed",
            "released",
            "verified",
            "cancelled-check",
            "statement-accepted",
            "password-changed",
            "draft-begun",
            "credited",
            "thanked",
            "thanks-answered",
            "sample-completed");

    private static final Comparator<Ranked> BY_RANK = Comparator.comparing(Ranked::rank)
            .thenComparing(ranked -> ranked.act().no());

    private final Share share;
    private final String seed;
    private final Map<UUID, Long> approvals;
    private final List<Pick> always = new ArrayList<>();
    private final PriorityQueue<Ranked> others = new PriorityQueue<>(BY_RANK.reversed());
    private int rest;
    private Instant latest = Instant.MIN;

    /**
     * How large the share drawn by chance is.
     *
     * @param percent of the acts to which no criterion applies, rounded up
     * @param atLeast never fewer, as far as there are so many
     * @param atMost never more
     */
    record Share(int percent, int atLeast, int atMost) {

        int of(int acts) {
            var wanted = (int) Math.ceil(acts * (double) percent / PERCENT);
            return Math.min(acts, Math.min(atMost, Math.max(atLeast, wanted)));
        }
    }

    /** An act that is looked at, and why; null: drawn by chance. */
    record Pick(SealedAct act, @Nullable Criterion criterion) {}

    /**
     * The sample.
     *
     * @param population how many acts there were to choose from
     */
    record Sample(int population, List<Pick> picks) {}

    private record Ranked(String rank, SealedAct act) {}

    SamplingRule(Share share, String seed, Map<UUID, Long> approvals) {
        this.share = share;
        this.seed = seed;
        this.approvals = Map.copyOf(approvals);
    }

    /** The next act, in the order of their numbers. */
    void take(SealedAct act) {
        if (isOfAReview(act)) {
            return;
        }
        var criterion = Criterion.of(act, this);
        latest = act.at().isAfter(latest) ? act.at() : latest;
        if (criterion.isPresent()) {
            always.add(new Pick(act, criterion.get()));
        } else if (!changesNothing(act)) {
            rest++;
            others.add(new Ranked(rank(act), act));
            if (others.size() > share.atMost()) {
                others.remove();
            }
        }
    }

    /** The sample, in the order of looking: by criterion first, then what chance drew, likes together. */
    Sample draw() {
        var size = share.of(rest);
        var picks = new ArrayList<>(always);
        others.stream().sorted(BY_RANK).limit(size).forEach(ranked -> picks.add(new Pick(ranked.act(), null)));
        picks.sort(Comparator.comparing(Pick::criterion, Comparator.nullsLast(Comparator.<Criterion>naturalOrder()))
                .thenComparing(pick -> pick.criterion() == null ? pick.act().act() : "")
                .thenComparing(pick -> pick.criterion() == null ? pick.act().recordType() : "")
                .thenComparing(pick -> pick.act().no()));
        return new Sample(always.size() + rest, picks);
    }

    /** Whether an act asks for a review: it changed something, and was not made in a review of the trail. */
    static boolean asksForReview(SealedAct act) {
        return !isOfAReview(act) && !changesNothing(act);
    }

    /** A person's own password, once chosen, needs no change any more: that is noted with the account. */
    private static boolean changesNothing(SealedAct act) {
        return CHANGE_NOTHING.contains(act.act())
                || (act.recordType().equals("person")
                        && act.changes().stream()
                                .allMatch(change -> change.field().equals("mustChangePassword")));
    }

    @Override
    public @Nullable Long approvedAt(SealedAct act) {
        return act.item() == null ? null : approvals.get(act.item());
    }

    @Override
    public Instant latest() {
        return latest;
    }

    /** Acts of the reviews themselves are signed and shown with the review; a review of them would have no end. */
    private static boolean isOfAReview(SealedAct act) {
        return act.recordType().startsWith("trail-")
                || (act.recordType().equals("task") && act.label().startsWith("trail-"))
                || (act.recordType().equals("signature")
                        && act.value("subjectType")
                                .filter(type -> type.startsWith("trail-"))
                                .isPresent());
    }

    private String rank(SealedAct act) {
        return Digests.hex(seed + ":" + act.no());
    }
}
