package dev.baton.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tasklist's filters as our code wants them: made once, brought up to date at each start, found by a key of ours. */
@Component
class NamedFilters {

    private static final String KEY = "baton";
    private static final String COLOUR = "#0b5f6b";

    private final FilterService filters;
    private final AuthorizationService authorizations;
    private final MessageSource words;

    NamedFilters(FilterService filters, AuthorizationService authorizations, MessageSource words) {
        this.filters = filters;
        this.authorizations = authorizations;
        this.words = words;
    }

    /** Makes the filter, or brings the existing one up to date; the lowest priority is shown first. */
    Filter ensure(String key, String wordKey, int priority, TaskQuery query, String... arguments) {
        var filter = find(key).orElseGet(() -> filters.newTaskFilter("new"));
        var properties = new HashMap<String, Object>();
        properties.put(KEY, key);
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("color", COLOUR);
        properties.put("description", word(wordKey + ".about"));
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(card("transfer"), card("step"), card("due")));
        return filters.saveFilter(filter.setName(word(wordKey, (Object[]) arguments))
                .setQuery(query)
                .setProperties(properties));
    }

    /** The filter with this key of ours. */
    Optional<Filter> find(String key) {
        return filters.createTaskFilterQuery().list().stream()
                .filter(filter -> filter.getProperties() != null
                        && key.equals(filter.getProperties().get(KEY)))
                .findFirst();
    }

    /** Lets the group do this, if it may not already. */
    void grantGroup(String group, Resource resource, String resourceId, Permissions permission) {
        var granted = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .list();
        if (granted.stream().noneMatch(authorization -> authorization.isPermissionGranted(permission))) {
            var authorization = grant(resource, resourceId, permission);
            authorization.setGroupId(group);
            authorizations.saveAuthorization(authorization);
        }
    }

    /** Lets exactly these people see the filter. */
    void showTo(Filter filter, Collection<String> usernames) {
        var missing = new ArrayList<>(Set.copyOf(usernames));
        for (var authorization : authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .list()) {
            if (!missing.remove(authorization.getUserId())) {
                authorizations.deleteAuthorization(authorization.getId());
            }
        }
        for (var username : missing) {
            var authorization = grant(Resources.FILTER, filter.getId(), Permissions.READ);
            authorization.setUserId(username);
            authorizations.saveAuthorization(authorization);
        }
    }

    private Authorization grant(Resource resource, String resourceId, Permissions permission) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setResource(resource);
        authorization.setResourceId(resourceId);
        authorization.addPermission(permission);
        return authorization;
    }

    private Map<String, String> card(String name) {
        return Map.of("name", name, "label", word("engine.card." + name));
    }

    private String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.ENGLISH);
    }
}
