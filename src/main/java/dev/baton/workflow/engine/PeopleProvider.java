package dev.baton.workflow.engine;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's view of the people: whoever is enabled is a user, each role is a group. The engine can change nothing
 * and checks no password, since logging in and signing are the business of {@code identity}.
 */
class PeopleProvider implements ReadOnlyIdentityProvider {

    static final String GROUP_TYPE = "WORKFLOW";

    private final ObjectProvider<People> people;

    PeopleProvider(ObjectProvider<People> people) {
        this.people = people;
    }

    /** Everybody who is enabled, by user name. */
    Stream<PersonView> enabled() {
        return people.getObject().all().stream().filter(PersonView::enabled);
    }

    Optional<PersonView> enabled(@Nullable String username) {
        return username == null
                ? Optional.empty()
                : people.getObject().person(username).filter(PersonView::enabled);
    }

    /** A person as the engine's user; the last word of the name is what the engine calls last name. */
    static User user(PersonView person) {
        var user = new UserEntity(person.username());
        var cut = person.name().lastIndexOf(' ');
        user.setFirstName(cut < 0 ? person.name() : person.name().substring(0, cut));
        user.setLastName(cut < 0 ? "" : person.name().substring(cut + 1));
        return user;
    }

    /** A role as the engine's group. */
    static Group group(Role role) {
        var group = new GroupEntity(role.code());
        group.setName(role.code());
        group.setType(GROUP_TYPE);
        return group;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return enabled(userId).map(PeopleProvider::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new PeopleQuery(this, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext commandContext) {
        return new PeopleQuery(this, executor());
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People cannot be queried by SQL.");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return Role.ofCode(groupId).map(PeopleProvider::group).orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new RoleQuery(this, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext commandContext) {
        return new RoleQuery(this, executor());
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return new NoTenants(executor());
    }

    @Override
    public void flush() {
        // nothing is ever changed here
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private static CommandExecutor executor() {
        return Objects.requireNonNull(Context.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }

    /** The part of a full result that was asked for. The engine keeps the bounds in the query and passes no page. */
    static <T> List<T> page(Stream<T> all, ListQueryParameterObject query) {
        return all.skip(query.getFirstResult()).limit(query.getMaxResults()).toList();
    }

    /** SQL's LIKE with its two wildcards. */
    static boolean like(@Nullable String pattern, @Nullable String text) {
        if (pattern == null) {
            return true;
        }
        var regex = new StringBuilder();
        pattern.chars()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(String.valueOf((char) c));
                        }));
        return text != null && text.matches("(?s)" + regex);
    }
}
