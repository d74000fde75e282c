package dev.baton.verify;

import java.util.List;

/** What a verifier says of a file: its exit status and its lines. */
record Answer(int status, List<String> lines) {

    /** The first finding, or the verdict where there is none. */
    String first() {
        return lines.get(status == 1 ? 1 : 0);
    }
}
