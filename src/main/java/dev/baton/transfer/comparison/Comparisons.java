package dev.baton.transfer.comparison;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.ComparedAspect.Said;
import dev.baton.transfer.comparison.ComparisonRefusals.ComparisonRefused;
import dev.baton.transfer.comparison.ComparisonRefusals.NotOfTheTeam;
import dev.baton.transfer.comparison.ComparisonRefusals.NothingToScore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the comparison of the two units. */
@Service
@Transactional
public class Comparisons {

    private final ComparedAspects aspects;
    private final GapScores scores;
    private final Transfers transfers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Comparisons(ComparedAspects aspects, GapScores scores, Transfers transfers, JdbcClient jdbc, Clock clock) {
        this.aspects = aspects;
        this.scores = scores;
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All steps at both units, in process order, if the current actor may know of the transfer. */
    @Transactional(readOnly = true)
    public List<ComparisonView> of(TransferId id) {
        transfers.requireKnown(id);
        return known(id);
    }

    /** The same without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<ComparisonView> known(TransferId id) {
        var compared = aspects.findByTransferId(id.value()).stream().collect(groupingBy(ComparedAspect::stepId));
        var judged =
                scores.findByTransferIdOrderByScoredAt(id.value()).stream().collect(groupingBy(GapScore::aspectId));
        return transfers.steps(id).stream()
                .map(step -> view(step, compared.getOrDefault(step.id().value(), List.of()), judged))
                .toList();
    }

    /** The action priority of every gap of a step, by the highest that anybody gave; without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<ActionPriority> knownPriority(StepId id) {
        return jdbc.sql(
                        """
                        select distinct on (s.aspect_id, s.scored_by) s.severity, s.occurrence, s.detection
                        from gap_score s join compared_aspect a on a.id = s.aspect_id
                        where a.step_id = ? and not s.after_action
                        order by s.aspect_id, s.scored_by, s.scored_at desc""")
                .param(id.value())
                .query((row, n) -> ActionPriority.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** One step at both units, if the current actor may know of its transfer. */
    @Transactional(readOnly = true)
    public ComparisonView of(StepId id) {
        var step = transfers.requireStep(id);
        return view(
                step,
                aspects.findByStepId(id.value()),
                scores.findByTransferIdOrderByScoredAt(step.transferId().value()).stream()
                        .collect(groupingBy(GapScore::aspectId)));
    }

    /**
     * Says how both units do these aspects of a step; the others stay as they are. The team and quality only. What
     * changes an aspect that was compared before needs the reason in {@link Acting#reason()}.
     */
    public ComparisonView compare(StepId id, List<AspectForm> forms) {
        var step = transfers.requireStep(id);
        requireMember(step.transferId());
        var faults = new ArrayList<Fault>();
        var team = team(step.transferId());
        var said = new LinkedHashMap<Aspect, Said>();
        for (int i = 0; i < forms.size(); i++) {
            var at = "aspects[" + i + "].";
            var form = forms.get(i);
            var aspect = Aspect.of(form.aspect() == null ? "" : form.aspect());
            var read = AspectRules.read(form, team, field -> at + field, faults);
            if (aspect.isEmpty()) {
                faults.add(Fault.of(at + "aspect", "comparison.aspect-unknown", String.valueOf(form.aspect())));
            } else if (said.put(aspect.get(), read) != null) {
                faults.add(Fault.of(at + "aspect", "comparison.aspect-twice", String.valueOf(form.aspect())));
            }
        }
        refuse(faults);
        oneAtATime(step.transferId());
        said.forEach((aspect, words) -> keep(step, aspect, words));
        aspects.flush();
        return of(id);
    }

    /** The current actor judges the risk of a gap; each scale 1 to 10. A new judgement takes the place of their old one. */
    public ComparisonView score(
            StepId id,
            Aspect aspect,
            boolean afterAction,
            @Nullable Integer severity,
            @Nullable Integer occurrence,
            @Nullable Integer detection,
            @Nullable String comment) {
        var step = transfers.requireStep(id);
        requireMember(step.transferId());
        var compared = aspects.findByStepIdAndAspect(id.value(), aspect.code()).orElseThrow(NothingToScore::new);
        var faults = new ArrayList<Fault>();
        int s = scale("severity", severity, faults);
        int o = scale("occurrence", occurrence, faults);
        int d = scale("detection", detection, faults);
        Texts.check("comment", comment, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        scores.save(new GapScore(
                compared,
                afterAction,
                s,
                o,
                d,
                Texts.stripped(comment),
                Acting.current().username(),
                clock.instant()));
        return of(id);
    }

    /** Whether the current actor may compare and score: team members, and quality. */
    @Transactional(readOnly = true)
    public boolean mayCompare(TransferId id) {
        var actor = Acting.current();
        return actor.is(Role.QUALITY)
                || transfers.team(id).stream()
                        .anyMatch(member -> member.username().equals(actor.username()));
    }

    /** User names of the team. */
    Set<String> team(TransferId id) {
        return transfers.team(id).stream().map(TeamMember::username).collect(Collectors.toSet());
    }

    void requireMember(TransferId id) {
        if (!mayCompare(id)) {
            throw new NotOfTheTeam();
        }
    }

    /** Stores what was said of an aspect, if it differs from what is stored. */
    void keep(StepView step, Aspect aspect, Said said) {
        var known = aspects.findByStepIdAndAspect(step.id().value(), aspect.code());
        if (known.isPresent()) {
            if (!known.get().said().equals(said)) {
                if (Acting.reason() == null) {
                    throw new ReasonMissing();
                }
                aspects.save(known.get().says(said));
            }
        } else {
            aspects.save(new ComparedAspect(step, aspect).says(said));
        }
    }

    /** Two who compare the same step at once come one after the other. */
    void oneAtATime(TransferId id) {
        Locks.transfer(jdbc, id.value());
    }

    private static ComparisonView view(StepView step, List<ComparedAspect> compared, Map<UUID, List<GapScore>> judged) {
        var byAspect = compared.stream().collect(Collectors.toMap(ComparedAspect::aspect, one -> one));
        return new ComparisonView(
                step.id(),
                step.number(),
                step.name(),
                step.critical(),
                Arrays.stream(Aspect.values())
                        .map(aspect -> row(aspect, byAspect.get(aspect), judged))
                        .toList());
    }

    private static ComparisonView.Row row(
            Aspect aspect, @Nullable ComparedAspect compared, Map<UUID, List<GapScore>> judged) {
        if (compared == null) {
            var nobody = new RiskView(List.of(), 0, false);
            return new ComparisonView.Row(aspect, null, null, null, null, null, null, null, nobody, nobody);
        }
        var said = compared.said();
        var all = judged.getOrDefault(compared.id(), List.of());
        return new ComparisonView.Row(
                aspect,
                said.sending(),
                said.receiving(),
                said.gap(),
                said.action(),
                said.owner(),
                said.dueOn(),
                compared.version(),
                risk(all, false),
                risk(all, true));
    }

    /** Scorers judge alone: until one's own score is there, the others' are withheld from those who may still score. */
    private static RiskView risk(List<GapScore> all, boolean afterAction) {
        var newest = new LinkedHashMap<String, RiskView.Score>();
        all.stream()
                .filter(score -> score.afterAction() == afterAction)
                .forEach(score -> newest.put(score.scoredBy(), score.view()));
        var actor = Acting.current();
        var reader = actor.is(Role.AUDITOR) || actor.username().isEmpty();
        var hidden = !reader
                && !newest.isEmpty()
                && !newest.containsKey(actor.username())
                && newest.size() < RiskView.SCORERS_NEEDED;
        return new RiskView(hidden ? List.of() : List.copyOf(newest.values()), newest.size(), hidden);
    }

    private static int scale(String where, @Nullable Integer given, List<Fault> faults) {
        if (given == null || given < 1 || given > 10) {
            faults.add(Fault.of(where, "comparison.scale"));
            return 1;
        }
        return given;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ComparisonRefused(faults);
        }
    }
}
