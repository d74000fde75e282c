package dev.baton.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.AuthorityTables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The addresses of pages, as the tables of authority hold them: who adds one shows it to the story of every page. */
final class PageAddresses {

    private static final List<String> ROLES =
            List.of("anonymous", "lead", "expert", "receiver", "quality", "auditor", "admin", "outsider");

    /** Addresses that answer with something else than a page of ours, and what that is. */
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            Map.entry("/v3/api-docs", "JSON"),
            Map.entry("/v3/api-docs.yaml", "YAML"),
            Map.entry("/v3/api-docs/swagger-config", "JSON"),
            Map.entry("/api-docs", "a page of Swagger UI"),
            Map.entry("/transfers/{}/exports", "a part of the trail's page"),
            Map.entry("/floor/worker.js", "a script"),
            Map.entry("/.well-known/baton-ledger-keys", "JSON"),
            Map.entry("/baton/evaluation.json", "JSON"),
            Map.entry("/certificates/{}.pdf", "a download"),
            Map.entry("/certificates/{}.docx", "a download"),
            Map.entry("/open-task/{}", "leads on to Tasklist"));

    private PageAddresses() {}

    /** Fails when an address at which a page of ours answers is opened nowhere in the list. */
    static void requireAllIn(List<Seen> pages) {
        var addresses = new TreeSet<String>();
        AuthorityTables.rows(ROLES).stream()
                .map(AuthorityTables.Row::mapped)
                .filter(address -> address.startsWith("GET /") && !address.startsWith("GET /api/"))
                .map(address -> address.substring("GET ".length()))
                .forEach(addresses::add);
        assertThat(addresses).as("what is excepted still exists").containsAll(NO_PAGES.keySet());
        var open = new TreeSet<>(addresses);
        open.removeAll(NO_PAGES.keySet());
        pages.forEach(page -> open.remove(address(page.path(), addresses)));
        assertThat(open).as("addresses of pages that are not on this list").isEmpty();
    }

    /** The address by which a path is answered: the one with the fewest variables. */
    private static String address(String path, Set<String> addresses) {
        var plain = path.replaceFirst("\\?.*", "");
        return addresses.stream()
                .filter(address -> plain.matches(address.replace(".", "\\.").replace("{}", "[^/]+")))
                .min(Comparator.comparingInt(address -> address.split("\\{", -1).length))
                .orElse(plain);
    }
}
