package dev.baton.web.page;

import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an administrator enters of a person; missing fields are empty texts. */
record PersonForm(
        String name,
        String username,
        String site,
        List<String> roles,
        String identityCheckedBy,
        String identityCheckedHow,
        String identityCheckedOn,
        String reason) {

    PersonForm(
            @Nullable String name,
            @Nullable String username,
            @Nullable String site,
            @Nullable List<String> roles,
            @Nullable String identityCheckedBy,
            @Nullable String identityCheckedHow,
            @Nullable String identityCheckedOn,
            @Nullable String reason) {
        this.name = orEmpty(name);
        this.username = orEmpty(username);
        this.site = orEmpty(site);
        this.roles = roles == null ? List.of() : List.copyOf(roles);
        this.identityCheckedBy = orEmpty(identityCheckedBy);
        this.identityCheckedHow = orEmpty(identityCheckedHow);
        this.identityCheckedOn = orEmpty(identityCheckedOn);
        this.reason = orEmpty(reason);
    }

    static PersonForm of(PersonView person) {
        return new PersonForm(
                person.name(),
                person.username(),
                person.site(),
                person.roles().stream().map(Role::code).toList(),
                null,
                null,
                null,
                null);
    }

    /** The roles that were ticked; codes that name none are left out. */
    Set<Role> chosenRoles() {
        return roles.stream().map(Role::ofCode).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
