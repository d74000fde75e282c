package dev.baton.workflow.engine;

import dev.baton.identity.PersonView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's query for users, answered from the people; always by user name. */
class PeopleQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient PeopleProvider people;

    PeopleQuery(PeopleProvider people, CommandExecutor executor) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return matching().count();
    }

    @Override
    public List<User> executeList(CommandContext commandContext, @Nullable Page page) {
        return PeopleProvider.page(matching(), this);
    }

    private Stream<User> matching() {
        if (tenantId != null || email != null || emailLike != null) {
            return Stream.empty();
        }
        return (id == null ? people.enabled() : people.enabled(id).stream())
                .filter(this::isAskedFor)
                .map(PeopleProvider::user)
                .filter(this::isNamed);
    }

    private boolean isAskedFor(PersonView person) {
        return (ids == null || Arrays.asList(ids).contains(person.username()))
                && (groupId == null
                        || person.roles().stream().anyMatch(role -> role.code().equals(groupId)));
    }

    private boolean isNamed(User user) {
        return (firstName == null || firstName.equals(user.getFirstName()))
                && (lastName == null || lastName.equals(user.getLastName()))
                && PeopleProvider.like(firstNameLike, user.getFirstName())
                && PeopleProvider.like(lastNameLike, user.getLastName());
    }
}
