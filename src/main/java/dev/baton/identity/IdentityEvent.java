package dev.baton.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to accounts and sessions; the trail listens in the same transaction. */
public sealed interface IdentityEvent {

    /** The person it is about. */
    String username();

    /**
     * Somebody logged in.
     *
     * @param program whether a program did so with user name and password in its calls, instead of a browser's session
     */
    record LoggedIn(String username, boolean program) implements IdentityEvent {}

    /** Somebody logged out or their session ended. */
    record LoggedOut(String username) implements IdentityEvent {}

    /** A login was refused. */
    record LoginFailed(String username, @Nullable String address) implements IdentityEvent {}

    /** An account closed itself after too many wrong passwords. */
    record LockedOut(String username, @Nullable String address) implements IdentityEvent {}

    /** A signing was refused: wrong user name or password. */
    record SigningFailed(String username, @Nullable String address) implements IdentityEvent {}

    /** Access was given. */
    record RolesGranted(String username, Set<Role> roles) implements IdentityEvent {}

    /** Access was taken away. */
    record RolesRevoked(String username, Set<Role> roles) implements IdentityEvent {}

    /** A person chose a password. */
    record PasswordChanged(String username) implements IdentityEvent {}

    /** An administrator issued a one-time password. */
    record PasswordReset(String username) implements IdentityEvent {}

    /** An administrator opened an account that had closed itself. */
    record Unlocked(String username) implements IdentityEvent {}

    /** A person accepted the accountability statement. */
    record StatementAccepted(String username, int version) implements IdentityEvent {}
}
