package dev.baton.web.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.PasswordWrong;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Role;
import dev.baton.identity.Statements;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The person who is logged in: who they are, their password and language, the statement of accountability. */
@RestController
@RequestMapping("/api/me")
class MeController {

    private final People people;
    private final Statements statements;
    private final Reauthentication reauthentication;

    MeController(People people, Statements statements, Reauthentication reauthentication) {
        this.people = people;
        this.statements = statements;
        this.reauthentication = reauthentication;
    }

    record Me(
            String username,
            String name,
            String site,
            List<String> roles,
            boolean mustChangePassword,
            boolean statementAccepted,
            @Nullable String language) {}

    /** The code of a language, or null: as the browser asks. */
    record LanguageForm(@Nullable String language) {}

    record PasswordForm(String old, String new_) {
        PasswordForm(
                @JsonProperty(value = "old", required = true) String old,
                @JsonProperty(value = "new", required = true) String new_) {
            this.old = old;
            this.new_ = new_;
        }
    }

    @GetMapping
    Me me() {
        var person = people.require(Acting.current().username());
        return new Me(
                person.username(),
                person.name(),
                person.site(),
                person.roles().stream().sorted().map(Role::code).toList(),
                person.mustChangePassword(),
                statements.accepted(person.username()),
                person.language());
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choosePassword(@RequestBody PasswordForm form) {
        var username = Acting.current().username();
        if (reauthentication.login(username, form.old()).isEmpty()) {
            throw new PasswordWrong();
        }
        people.choosePassword(form.new_());
    }

    @PostMapping("/language")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void chooseLanguage(@RequestBody LanguageForm form) {
        people.speak(form.language());
    }

    @PostMapping("/statement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptStatement() {
        statements.accept();
    }
}
