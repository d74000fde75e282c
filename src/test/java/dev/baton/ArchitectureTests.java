package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the house hold for the product, and each of them is broken by the fixture made for it. The rules are
 * plain test methods: as annotated fields some versions of Surefire run none of them.
 */
class ArchitectureTests {

    private static final int FLOOR = 60;

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.baton");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("dev.fixtures.broken");

    @Test
    void enoughOfTheProductIsLoadedForTheRulesToMeanSomething() {
        assertThat(PRODUCT.size()).isGreaterThan(FLOOR);
        assertThat(PRODUCT.stream().map(type -> type.getPackageName()))
                .contains("dev.baton.identity", "dev.baton.audit", "dev.baton.signature", "dev.baton.capture")
                .noneMatch(name -> name.startsWith("dev.fixtures"));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return HouseRules.all("dev.baton").stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsBrokenByItsFixture() {
        return HouseRules.all("dev.fixtures.broken").stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> bites(rule.rule(), rule.brokenBy())));
    }

    private static void bites(ArchRule rule, String culprit) {
        List<String> details = rule.evaluate(BROKEN).getFailureReport().getDetails();

        assertThat(details).as("violations found in the fixture").isNotEmpty();
        assertThat(details).allMatch(detail -> detail.contains(culprit), "names " + culprit);
    }
}
