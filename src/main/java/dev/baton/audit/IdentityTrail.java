package dev.baton.audit;

import dev.baton.identity.ClockEvent;
import dev.baton.identity.ClockEvent.ClocksDiffer;
import dev.baton.identity.IdentityEvent;
import dev.baton.identity.IdentityEvent.LockedOut;
import dev.baton.identity.IdentityEvent.LoggedIn;
import dev.baton.identity.IdentityEvent.LoggedOut;
import dev.baton.identity.IdentityEvent.LoginFailed;
import dev.baton.identity.IdentityEvent.PasswordChanged;
import dev.baton.identity.IdentityEvent.PasswordReset;
import dev.baton.identity.IdentityEvent.RolesGranted;
import dev.baton.identity.IdentityEvent.RolesRevoked;
import dev.baton.identity.IdentityEvent.SigningFailed;
import dev.baton.identity.IdentityEvent.StatementAccepted;
import dev.baton.identity.IdentityEvent.Unlocked;
import dev.baton.identity.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what happens to accounts and sessions into the trail, in the same transaction. */
@Component
class IdentityTrail {

    private final AuditTrail trail;

    IdentityTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(IdentityEvent event) {
        trail.record(act(event), TrailRef.of("person", event.username(), event.username()), changes(event));
    }

    @EventListener
    void on(ClockEvent event) {
        var clocks = TrailRef.of("clock", "clock", "Baton and its database");
        if (event instanceof ClocksDiffer differ) {
            var by = new FieldChange(
                    "difference", null, String.valueOf(differ.by().toSeconds()), "s");
            trail.record("clocks-differ", clocks, List.of(by));
        } else {
            trail.record("clocks-agree", clocks);
        }
    }

    private static String act(IdentityEvent event) {
        if (event instanceof LoggedIn) {
            return "logged-in";
        } else if (event instanceof LoggedOut) {
            return "logged-out";
        } else if (event instanceof LoginFailed) {
            return "login-failed";
        } else if (event instanceof LockedOut) {
            return "locked-out";
        } else if (event instanceof SigningFailed) {
            return "signing-failed";
        } else if (event instanceof RolesGranted) {
            return "granted";
        } else if (event instanceof RolesRevoked) {
            return "revoked";
        } else if (event instanceof PasswordChanged) {
            return "password-changed";
        } else if (event instanceof PasswordReset) {
            return "password-reset";
        } else if (event instanceof Unlocked) {
            return "unlocked";
        }
        return "statement-accepted";
    }

    private static List<FieldChange> changes(IdentityEvent event) {
        if (event instanceof LoggedIn login && login.program()) {
            return List.of(FieldChange.set("way", "HTTP Basic"));
        } else if (event instanceof RolesGranted granted) {
            return List.of(FieldChange.set("roles", codes(granted.roles())));
        } else if (event instanceof RolesRevoked revoked) {
            return List.of(new FieldChange("roles", codes(revoked.roles()), null, null));
        } else if (event instanceof StatementAccepted accepted) {
            return List.of(FieldChange.set("statement", "version " + accepted.version()));
        }
        return List.of();
    }

    private static @Nullable String codes(Set<Role> roles) {
        return String.join(", ", roles.stream().sorted().map(Role::code).toList());
    }
}
