package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quality takes a trail out, and sees how far it is without loading the page anew. */
class ExportStoryIT extends BrowserStory {

    private static final double PATIENCE = 60_000;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anExportShowsHowFarItIsAndThenItsFile() throws IOException {
        var transfer = startedTransfer("A trail is taken out", "expert1");
        var large = UUID.randomUUID();
        begun(large, transfer, 40_000);
        try (var quality = at("quality")) {
            var bar = quality.visit("/transfers/" + transfer + "/trail").page().locator("#exports progress");
            assertThat(bar).hasAttribute("value", "40");
            assertThat(bar).hasAttribute("aria-label", "How much is written");
            quality.sees("40,000 of 100,000 entries").shot("export-progress");
            quality.page().setViewportSize(390, 900);
            quality.shot("export-progress-phone");
            quality.page().setViewportSize(1280, 900);

            rows(large, 75_000);
            assertThat(bar).hasAttribute("value", "75");

            quality.page().locator("#exports .exports button").first().click();
            assertThat(bar).hasCount(0);

            quality.page().locator("#exports > form button").click();
            var file = quality.page().locator("#exports a[download]");
            assertThat(file).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
            quality.shot("export-ready");
            var taken = quality.download("#exports a[download]");
            Assertions.assertThat(Files.readAllBytes(taken.path())).startsWith('P', 'K');
        }
    }

    /** An export of another node that takes its time: a short trail is taken out before anybody could look. */
    private void begun(UUID id, String transfer, long rows) {
        jdbc.sql("insert into trail_export (id, transfer_id, username, form, state, rows_done, rows_of, node, asked_at)"
                        + " values (?, ?::uuid, 'quality', 'xlsx', 'running', ?, 100000, 'elsewhere', now())")
                .params(id, transfer, rows)
                .update();
    }

    private void rows(UUID id, long rows) {
        jdbc.sql("update trail_export set rows_done = ? where id = ?")
                .params(rows, id)
                .update();
    }
}
