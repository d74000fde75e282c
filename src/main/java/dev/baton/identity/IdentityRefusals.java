package dev.baton.identity;

import dev.baton.Refusal;
import java.util.List;

/** What identity refuses, each by its name. */
public final class IdentityRefusals {

    private IdentityRefusals() {}

    /** The user name or the password given for signing is wrong, or the account is closed. */
    public static final class SigningRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        SigningRefused(String messageKey, Object... args) {
            super(Kind.NOT_YOURS, messageKey, args);
        }
    }

    /** The application's clock and the database's differ: nobody could tell when the signature was given. */
    public static final class ClocksDisagree extends Refusal {
        private static final long serialVersionUID = 1L;

        ClocksDisagree(long seconds) {
            super(Kind.CONFLICT, "identity.clocks-differ", seconds);
        }
    }

    /** No such absence, or somebody else's. */
    public static final class AbsenceUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        AbsenceUnknown() {
            super(Kind.UNKNOWN, "absence.unknown");
        }
    }

    /** No such person. */
    public static final class PersonUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        public PersonUnknown(String username) {
            super(Kind.UNKNOWN, "identity.person-unknown", username);
        }
    }

    /** No such site. */
    public static final class SiteUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        SiteUnknown(String name) {
            super(Kind.WRONG_CONTENT, "identity.site-unknown", name);
        }
    }

    /** A user name or a site name that is already in use. */
    public static final class NameTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        NameTaken(String messageKey, String name) {
            super(Kind.CONFLICT, messageKey, name);
        }
    }

    /** What was entered about a person or site is wrong. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        public EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "identity.entry-refused");
        }
    }

    /** The act belongs to another role. */
    public static final class RoleMissing extends Refusal {
        private static final long serialVersionUID = 1L;

        public RoleMissing(Role role) {
            super(Kind.NOT_YOURS, "identity.role-missing", role.code());
        }
    }

    /** The accountability statement has not been accepted. */
    public static final class StatementNotAccepted extends Refusal {
        private static final long serialVersionUID = 1L;

        StatementNotAccepted() {
            super(Kind.NOT_YOURS, "identity.statement-not-accepted");
        }
    }

    /** The old password is wrong. */
    public static final class PasswordWrong extends Refusal {
        private static final long serialVersionUID = 1L;

        public PasswordWrong() {
            super(Kind.NOT_YOURS, "identity.password-wrong");
        }
    }

    /** A change to something already saved came without its reason. */
    public static final class ReasonMissing extends Refusal {
        private static final long serialVersionUID = 1L;

        public ReasonMissing() {
            super(Kind.WRONG_CONTENT, List.of(Fault.of("reason", "reason.missing")), "reason.missing");
        }
    }
}
