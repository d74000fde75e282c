package dev.baton;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;
import org.hibernate.envers.RelationTargetNotFoundAction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.stereotype.Controller;

/** The rules, for any base package, so that the same rule can be held against the product and against a fixture. */
final class HouseRules {

    /**
     * A rule and the class of the fixture package that breaks it.
     *
     * @param brokenBy simple name of the culprit
     */
    record HouseRule(String name, String brokenBy, ArchRule rule) {}

    private static final Set<String> ENVERS_ALLOWED = Set.of(
            Audited.class.getName(),
            NotAudited.class.getName(),
            AuditJoinTable.class.getName(),
            RelationTargetAuditMode.class.getName(),
            RelationTargetNotFoundAction.class.getName());
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private HouseRules() {}

    static List<HouseRule> all(String base) {
        return List.of(
                new HouseRule("Camunda only in workflow", "SpeaksCamunda", onlyIn(base, "org.camunda..", "workflow")),
                new HouseRule("POI only in workbook", "SpeaksPoi", onlyIn(base, "org.apache.poi..", "workbook")),
                new HouseRule("Envers only in audit, its annotations apart", "SpeaksEnvers", enversOnlyInAudit(base)),
                new HouseRule("no modifying queries past the trail", "WritesPastTheTrail", noModifyingQueries()),
                new HouseRule("time comes from the clock", "LooksAtTheWall", timeFromTheClock()),
                new HouseRule("no field injection", "InjectsFields", noFieldInjection()),
                new HouseRule("entities have no setters", "HasASetter", noSetters()),
                new HouseRule("entities are package-private", "PublicEntity", hiddenEntities()),
                new HouseRule("controllers live in web packages", "StrayController", controllersInWeb()),
                new HouseRule("what is not web does not see web", "SeesWeb", noWebBelow(base)));
    }

    private static ArchRule onlyIn(String base, String library, String module) {
        return noClasses()
                .that(resideOutsideOfPackage(base + "." + module + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(library));
    }

    private static ArchRule enversOnlyInAudit(String base) {
        var engineRoom = DescribedPredicate.describe(
                "Envers beyond its annotations",
                (JavaClass type) -> type.getPackageName().startsWith("org.hibernate.envers")
                        && !ENVERS_ALLOWED.contains(type.getName()));
        return noClasses()
                .that(resideOutsideOfPackage(base + ".audit.."))
                .should()
                .dependOnClassesThat(engineRoom);
    }

    private static ArchRule noModifyingQueries() {
        return methods().should().notBeAnnotatedWith(Modifying.class);
    }

    private static ArchRule timeFromTheClock() {
        var wallClock =
                DescribedPredicate.describe("the wall clock", (JavaCall<?> call) -> readsTheWall(call.getTarget()));
        return noClasses().should().callCodeUnitWhere(wallClock);
    }

    private static boolean readsTheWall(AccessTarget.CodeUnitCallTarget target) {
        var owner = target.getOwner().getName();
        var withClock = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return (CLOCKS.contains(owner) && target.getName().equals("now") && !withClock)
                || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"))
                || (owner.equals("java.util.Date")
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty());
    }

    private static ArchRule noFieldInjection() {
        return fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class);
    }

    private static ArchRule noSetters() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*");
    }

    private static ArchRule hiddenEntities() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and(DescribedPredicate.not(DescribedPredicate.describe(
                        "the revision, which Envers instantiates",
                        (JavaClass type) -> type.getSimpleName().equals("BatonRevision"))))
                .should()
                .notHaveModifier(JavaModifier.PUBLIC);
    }

    private static ArchRule controllersInWeb() {
        return classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("..web..")
                .allowEmptyShould(true);
    }

    private static ArchRule noWebBelow(String base) {
        return noClasses()
                .that(resideOutsideOfPackage("..web.."))
                .and()
                .resideInAPackage(base + ".(*)..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..web.."));
    }
}
