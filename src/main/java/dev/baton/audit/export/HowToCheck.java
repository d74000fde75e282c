package dev.baton.audit.export;

import java.util.List;

/** What the proof says to people. The words are part of the evidence format and the same in every language. */
final class HowToCheck {

    static final List<String> SENTENCES = List.of(
            "This workbook proves itself. It can be checked on any computer, without network and without the system that "
                    + "made it.",
            "With a browser: open baton-verify.html from your disk and drop this file on it. With Java 17 or later: java "
                    + "BatonVerify.java this-file.xlsx",
            "Both say VALID with what that means, or name the sheet, row and cell that was altered, removed, added or moved.",
            "Every cell of every other sheet is covered. Ask the site for its public key by another way and compare it with "
                    + "the row key below: without that, the file proves itself only as far as you trust the key it shows.",
            "The rules are public: docs/evidence-format.md, with which anyone can write a verifier.");

    private HowToCheck() {}
}
