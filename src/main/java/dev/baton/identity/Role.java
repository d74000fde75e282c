package dev.baton.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a person may do; also the engine's groups and the lanes of the diagrams. */
public enum Role {
    /** Charters a transfer, imports the process, assigns experts. */
    TRANSFER_LEAD("transfer-lead"),
    /** Fills capture tasks and signs as author; reviews the items of other experts. */
    EXPERT("expert"),
    /** Reviews for the receiving site. */
    RECEIVER("receiver"),
    /** GMP triage, approval, audit-trail review. */
    QUALITY("quality"),
    /** Reads, verifies and exports; changes nothing. */
    AUDITOR("auditor"),
    /** People, roles, sites; excludes every other role. */
    ADMIN("admin");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The role's name in the API, in the engine and in the database. */
    public String code() {
        return code;
    }

    /** The role with this code, or empty. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /**
     * Whether one person may hold these roles together. The administrator is segregated from every GMP role (EU GMP
     * Annex 11 draft of 2025, 12.3), and an auditor changes nothing, so both stand alone.
     */
    public static boolean mayStandTogether(Set<Role> roles) {
        return roles.size() < 2 || (!roles.contains(ADMIN) && !roles.contains(AUDITOR));
    }
}
