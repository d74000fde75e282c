package dev.baton.web.glance;

import dev.baton.transfer.TransferId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every number of the dashboard's page, with links, over the API. */
@RestController
class DashboardApi {

    private final Dashboards dashboards;

    DashboardApi(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/api/transfers/{id}/dashboard")
    Dashboard dashboard(@PathVariable String id) {
        return dashboards.of(TransferId.of(id));
    }
}
