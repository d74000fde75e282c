package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.RunningBaton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Deny by default: whatever is mapped, now or later, is closed to people who are not logged in, gives the administrator
 * no content, and answers no stranger's request with a fault.
 */
class EveryAddressIT extends RunningBaton {

    private static final Set<String> OPEN = Set.of(
            "/login",
            "/error",
            "/baton/evaluation.json",
            "/.well-known/baton-ledger-keys",
            "/verify/" + "00000000-0000-4000-8000-000000000000",
            "/mail/off/" + "00000000-0000-4000-8000-000000000000");
    private static final String NOBODYS_ID = "00000000-0000-4000-8000-000000000000";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** A method and a path without variables. */
    record Address(String method, String path) {}

    @Test
    void everyAddressIsClosedToAnonymous() {
        var open = new TreeSet<String>();
        for (var address : addresses()) {
            if (OPEN.contains(address.path())) {
                continue;
            }
            var response = send(request(address).build());
            var closed = response.statusCode() == 401
                    || response.statusCode() == 403
                    || response.statusCode() == 302
                            && response.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .endsWith("/login");
            if (!closed) {
                open.add(address + " answered " + response.statusCode());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void noAddressFailsWhateverRoleAsksForSomethingUnknown() {
        var faults = new TreeSet<String>();
        for (var person : List.of("lead", "expert1", "receiver1", "quality", "auditor", "admin")) {
            for (var address : addresses()) {
                if (!address.path().startsWith("/api/") || address.path().endsWith("/statement")) {
                    continue;
                }
                var response = send(request(address)
                        .header("Authorization", basic(person, DEMO_PASSWORD))
                        .build());
                if (response.statusCode() >= 500) {
                    faults.add(person + " " + address + " answered " + response.statusCode() + " " + response.body());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theAdministratorSeesNoContentOfAnyTransfer() {
        var seen = new ArrayList<String>();
        for (var path : List.of("/api/transfers", "/api/tasks")) {
            var response = call("admin", "GET", path, null);
            if (response.statusCode() == 200 && !response.body().contains("\"items\":[]")) {
                seen.add(path + " " + response.body());
            }
        }
        assertThat(seen).isEmpty();
    }

    private HttpRequest.Builder request(Address address) {
        var builder = HttpRequest.newBuilder(URI.create(url(address.path())));
        if (address.method().equals("GET")) {
            return builder.GET();
        }
        return builder.method(address.method(), BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
    }

    private List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                var path = pattern.replaceAll("\\{[^}]+}", NOBODYS_ID).replace("/**", "/x");
                if (methods.isEmpty()) {
                    addresses.add(new Address("GET", path));
                }
                methods.forEach(method -> addresses.add(new Address(method.name(), path)));
            }
        });
        assertThat(addresses).hasSizeGreaterThan(20);
        return addresses;
    }
}
