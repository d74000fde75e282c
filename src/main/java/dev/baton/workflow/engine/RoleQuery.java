package dev.baton.workflow.engine;

import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's query for groups, answered from the roles; always in the order of {@link Role}. */
class RoleQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient PeopleProvider people;

    RoleQuery(PeopleProvider people, CommandExecutor executor) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return matching().count();
    }

    @Override
    public List<Group> executeList(CommandContext commandContext, @Nullable Page page) {
        return PeopleProvider.page(matching(), this);
    }

    private Stream<Group> matching() {
        if (tenantId != null) {
            return Stream.empty();
        }
        var held = userId == null
                ? Set.of(Role.values())
                : people.enabled(userId).map(PersonView::roles).orElse(Set.of());
        return Arrays.stream(Role.values())
                .filter(held::contains)
                .map(PeopleProvider::group)
                .filter(group -> (id == null || id.equals(group.getId()))
                        && (ids == null || Arrays.asList(ids).contains(group.getId()))
                        && (name == null || name.equals(group.getName()))
                        && (type == null || type.equals(group.getType()))
                        && PeopleProvider.like(nameLike, group.getName()));
    }
}
