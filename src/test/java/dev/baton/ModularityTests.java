package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** The modules use one another only as their package-info files allow, and without cycles. */
class ModularityTests {

    private static final int MODULES = 11;

    @Test
    void modulesKeepToTheirAllowedNeighbours() {
        var modules = ApplicationModules.of(BatonApplication.class);

        assertThat(modules.stream().filter(module -> !module.isRootModule()).count())
                .isGreaterThanOrEqualTo(MODULES);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }

    @Test
    void aForbiddenNeighbourIsFound() {
        var tangled = ApplicationModules.of("dev.fixtures.tangled", ImportOption.Predefined.ONLY_INCLUDE_TESTS);

        assertThatThrownBy(tangled::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("left")
                .hasMessageContaining("right");
    }
}
