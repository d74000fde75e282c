package dev.baton;

import java.util.List;

/**
 * Something a person asked for that the rules do not allow. Each module names its own refusals as subclasses; the web
 * layer turns them into a sentence on a page or into an RFC 9457 problem.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of refusal this is; decides the HTTP status. */
    public enum Kind {
        /** The request cannot be read (400). */
        MALFORMED(400),
        /** The thing is known to the person but the act is not theirs (403). */
        NOT_YOURS(403),
        /** The thing does not exist, or is not the person's to know about (404). */
        UNKNOWN(404),
        /** The thing is in a state that does not allow the act, or was changed meanwhile (409). */
        CONFLICT(409),
        /** The request is readable, its content is wrong (422). */
        WRONG_CONTENT(422),
        /** Too many tries; wait (429). */
        TOO_MANY(429),
        /** A part that the act needs does not answer; later it may (503). */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that stands for this kind. */
        public int status() {
            return status;
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param where the field, JSON pointer or cell (such as {@code Steps!B7}), never null
     * @param messageKey key of the sentence in {@code messages.properties}
     * @param args what the sentence is filled with
     */
    public record Fault(String where, String messageKey, List<Object> args) {
        /** A fault with the words that fill its sentence. */
        public static Fault of(String where, String messageKey, Object... args) {
            return new Fault(where, messageKey, List.of(args));
        }
    }

    private final Kind kind;
    private final String messageKey;
    private final transient List<Object> args;
    private final transient List<Fault> faults;

    protected Refusal(Kind kind, String messageKey, Object... args) {
        this(kind, List.of(), messageKey, args);
    }

    protected Refusal(Kind kind, List<Fault> faults, String messageKey, Object... args) {
        super(messageKey + List.of(args) + (faults.isEmpty() ? "" : " " + faults));
        this.kind = kind;
        this.messageKey = messageKey;
        this.args = List.of(args);
        this.faults = List.copyOf(faults);
    }

    /** What sort of refusal this is. */
    public Kind kind() {
        return kind;
    }

    /** Key of the sentence in {@code messages.properties}. */
    public String messageKey() {
        return messageKey;
    }

    /** What the sentence is filled with. */
    public List<Object> args() {
        return args;
    }

    /** Every single thing that is wrong; empty when the sentence says it all. */
    public List<Fault> faults() {
        return faults;
    }
}
