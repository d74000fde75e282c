package dev.baton.trailreview;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.trailreview.TrailReviewRefusals.EntryRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a finding needs before it can be noted. */
@Component
class FindingRules {

    private static final int FARTHEST_DAYS = 366;

    private final Clock clock;

    FindingRules(Clock clock) {
        this.clock = clock;
    }

    /** A finding that has everything it needs. */
    record Found(String what, Severity severity, String action, String responsible, LocalDate dueOn) {}

    /**
     * What was entered, when it is complete.
     *
     * @param possible user names of who can be asked to do something
     */
    Found require(NewFinding entered, Collection<String> possible) {
        var faults = new ArrayList<Fault>();
        Texts.require("what", entered.what(), Texts.LONGEST_ANSWER, faults);
        var severity = Severity.ofCode(String.valueOf(entered.severity()));
        if (severity.isEmpty()) {
            faults.add(Fault.of("severity", "trailreview.severity-missing"));
        }
        Texts.require("action", entered.action(), Texts.LONGEST_ANSWER, faults);
        var responsible = String.valueOf(entered.responsible());
        if (!possible.contains(responsible)) {
            faults.add(Fault.of("responsible", "trailreview.responsible-not-possible"));
        }
        var dueOn = day(entered.dueOn(), faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return new Found(
                String.valueOf(entered.what()).strip(),
                severity.orElseThrow(),
                String.valueOf(entered.action()).strip(),
                responsible,
                dueOn);
    }

    private LocalDate day(@Nullable String entered, List<Fault> faults) {
        var today = Acting.current().today(clock);
        try {
            var day = LocalDate.parse(entered == null ? "" : entered.strip());
            if (!day.isBefore(today) && !day.isAfter(today.plusDays(FARTHEST_DAYS))) {
                return day;
            }
        } catch (DateTimeException e) {
            // Named below, like every other day that cannot be.
        }
        faults.add(Fault.of("dueOn", "trailreview.due-not-possible"));
        return today;
    }
}
