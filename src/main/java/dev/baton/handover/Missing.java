package dev.baton.handover;

import java.util.List;

/**
 * One thing that keeps a gate closed.
 *
 * @param what key of the sentence that says it
 * @param args what the sentence is filled with
 * @param who code of the role that can do something about it
 * @param where path of the page where it is done
 */
public record Missing(String what, List<Object> args, String who, String where) {

    /** Something missing, with the words that fill its sentence. */
    public static Missing of(String who, String where, String what, Object... args) {
        return new Missing(what, List.of(args), who, where);
    }
}
