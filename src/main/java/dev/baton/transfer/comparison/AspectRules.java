package dev.baton.transfer.comparison;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.transfer.comparison.ComparedAspect.Said;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what was entered about an aspect; everything that is wrong goes to the list of faults. */
final class AspectRules {

    private AspectRules() {}

    /**
     * Reads one aspect.
     *
     * @param where names the place of a field, such as a cell
     * @param team user names who may own an action
     */
    static Said read(AspectForm form, Set<String> team, UnaryOperator<String> where, List<Fault> faults) {
        Texts.check(where.apply("sending"), form.sending(), Texts.LONGEST_ANSWER, faults);
        Texts.check(where.apply("receiving"), form.receiving(), Texts.LONGEST_ANSWER, faults);
        Texts.check(where.apply("action"), form.action(), Texts.LONGEST_ANSWER, faults);
        var owner = Texts.stripped(form.owner());
        if (owner != null && !team.contains(owner)) {
            faults.add(Fault.of(where.apply("owner"), "comparison.owner-unknown", owner));
        }
        var gap = gap(form.gap(), where.apply("gap"), faults);
        var due = day(form.dueOn(), where.apply("dueOn"), faults);
        return new Said(
                Texts.stripped(form.sending()),
                Texts.stripped(form.receiving()),
                gap,
                Texts.stripped(form.action()),
                owner,
                due);
    }

    private static Gap gap(@Nullable String code, String where, List<Fault> faults) {
        var text = Texts.stripped(code);
        if (text == null) {
            return Gap.NONE;
        }
        var gap = Gap.of(text);
        if (gap.isEmpty()) {
            faults.add(Fault.of(where, "comparison.gap-unknown", text));
        }
        return gap.orElse(Gap.NONE);
    }

    private static @Nullable LocalDate day(@Nullable String given, String where, List<Fault> faults) {
        var text = Texts.stripped(given);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(Fault.of(where, "comparison.day-unreadable", text));
            return null;
        }
    }
}
