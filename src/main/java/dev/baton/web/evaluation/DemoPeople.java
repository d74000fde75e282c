package dev.baton.web.evaluation;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.People.NewPerson;
import dev.baton.identity.Role;
import dev.baton.identity.Statements;
import dev.baton.identity.TrainingView;
import dev.baton.identity.Trainings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of the sample: two sites, every role, one password. */
@Component
class DemoPeople {

    static final String PASSWORD = "Baton-demo-2026";
    static final String CALIFORNIA = "California";
    static final String LIVERPOOL = "Liverpool";

    /** One of them. */
    record Demo(String username, String name, String site, Role role) {}

    static final List<Demo> ALL = List.of(
            new Demo("admin", "Administrator", CALIFORNIA, Role.ADMIN),
            new Demo("lead", "Lead, California", CALIFORNIA, Role.TRANSFER_LEAD),
            new Demo("expert1", "Expert One", CALIFORNIA, Role.EXPERT),
            new Demo("expert2", "Expert Two", CALIFORNIA, Role.EXPERT),
            new Demo("expert3", "Expert Three", CALIFORNIA, Role.EXPERT),
            new Demo("quality", "Quality, California", CALIFORNIA, Role.QUALITY),
            new Demo("lead2", "Lead, Liverpool", LIVERPOOL, Role.TRANSFER_LEAD),
            new Demo("receiver1", "Receiver One", LIVERPOOL, Role.RECEIVER),
            new Demo("receiver2", "Receiver Two", LIVERPOOL, Role.RECEIVER),
            new Demo("quality2", "Quality, Liverpool", LIVERPOOL, Role.QUALITY),
            new Demo("auditor", "Auditor", LIVERPOOL, Role.AUDITOR));

    private final People people;
    private final Statements statements;
    private final Trainings trainings;
    private final Clock clock;

    DemoPeople(People people, Statements statements, Trainings trainings, Clock clock) {
        this.people = people;
        this.statements = statements;
        this.trainings = trainings;
        this.clock = clock;
    }

    /** Makes whoever is missing, also after an earlier attempt was cut short. */
    void make() {
        addSite(CALIFORNIA, "America/Los_Angeles");
        addSite(LIVERPOOL, "Europe/London");
        ALL.forEach(this::add);
    }

    /** Does the work as that person, for that reason. */
    <T extends @Nullable Object> T as(String username, @Nullable String reason, Supplier<T> work) {
        Actor actor = people.require(username).acting(null, null);
        return Acting.as(actor, () -> Acting.because(reason, work));
    }

    private void addSite(String name, String zone) {
        if (people.site(name).isEmpty()) {
            people.addSite(name, ZoneId.of(zone));
        }
    }

    private void add(Demo demo) {
        var known = people.person(demo.username());
        if (known.isEmpty()) {
            people.add(new NewPerson(
                    demo.username(),
                    demo.name(),
                    demo.site(),
                    Set.of(demo.role()),
                    "evaluation",
                    "demo person of evaluation mode",
                    LocalDate.now(clock)));
        }
        if (known.isEmpty() || known.get().mustChangePassword()) {
            as(demo.username(), null, () -> {
                people.choosePassword(PASSWORD);
                return null;
            });
        }
        as(demo.username(), null, () -> {
            statements.accept();
            return null;
        });
        if (trainings.of(demo.username()).isEmpty()) {
            trainings.add(new TrainingView(
                    UUID.randomUUID(),
                    demo.username(),
                    TrainingView.Kind.INSTRUCTION,
                    null,
                    null,
                    null,
                    "Every transfer of the evaluation",
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null,
                    "evaluation"));
        }
    }
}
