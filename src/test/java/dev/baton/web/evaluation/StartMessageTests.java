package dev.baton.web.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The last words on the console of a production start. */
class StartMessageTests {

    @Test
    void theFirstAdministratorIsTheOneToLogIn() {
        assertThat(StartMessage.production("8443", List.of(administrator("root1", true))))
                .contains("http://localhost:8443/", "Log in as root1", "BATON_ADMIN_PASSWORD");
    }

    @Test
    void laterTheAdministratorsAreNamed() {
        assertThat(StartMessage.production(
                        "8080", List.of(administrator("root1", false), administrator("root2", true))))
                .contains("Administrators: root1, root2")
                .doesNotContain("BATON_ADMIN_PASSWORD");
    }

    private static PersonView administrator(String username, boolean mustChangePassword) {
        return new PersonView(
                username,
                "Administrator",
                "Administration",
                ZoneId.of("UTC"),
                Set.of(Role.ADMIN),
                true,
                mustChangePassword,
                null,
                null,
                null,
                null,
                null);
    }
}
