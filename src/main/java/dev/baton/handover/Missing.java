package dev.baton.handover;

import java.util.List;

/**
 * One thing that keeps a gate closed.
 *
 * @param what key of the sentence that says it
 * @param args what the sentence is filled with; nothing that changes by itself: two people sign the sentence, one later
 * @param who code of the role that can do something about it
 * @param where path of the page where it is done
 * @param binding whether no override takes its place
 */
public record Missing(String what, List<Object> args, String who, String where, boolean binding) {

    /** Something missing, with the words that fill its sentence. */
    public static Missing of(String who, String where, String what, Object... args) {
        return new Missing(what, List.of(args), who, where, false);
    }

    /** The same, which cannot be overridden. */
    static Missing binding(String who, String where, String what, Object... args) {
        return new Missing(what, List.of(args), who, where, true);
    }
}
