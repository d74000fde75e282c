package dev.baton.workflow;

import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferEvent.TeamChanged;
import dev.baton.transfer.TransferEvent.TransferStarted;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One Tasklist filter for each transfer, seen by its team. */
@Component
public class TransferFilters {

    private final NamedFilters filters;
    private final TaskService tasks;
    private final Transfers transfers;

    TransferFilters(NamedFilters filters, TaskService tasks, Transfers transfers) {
        this.filters = filters;
        this.tasks = tasks;
        this.transfers = transfers;
    }

    /** Makes the transfer's filter and shows it to the team; once made it is only brought up to date. */
    public void create(TransferId transferId, String name) {
        var filter = filters.ensure(
                key(transferId),
                "engine.filter.transfer",
                10,
                tasks.createTaskQuery().processVariableValueEquals("transferId", transferId.toString()),
                name);
        filters.showTo(filter, team(transferId));
    }

    @EventListener
    void started(TransferStarted event) {
        create(event.transferId(), transfers.known(event.transferId()).name());
    }

    @EventListener
    void teamChanged(TeamChanged event) {
        filters.find(key(event.transferId())).ifPresent(filter -> filters.showTo(filter, team(event.transferId())));
    }

    private List<String> team(TransferId transferId) {
        return transfers.team(transferId).stream()
                .map(TeamMember::username)
                .distinct()
                .toList();
    }

    private static String key(TransferId transferId) {
        return "transfer:" + transferId;
    }
}
