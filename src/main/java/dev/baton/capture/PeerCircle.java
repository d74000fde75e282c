package dev.baton.capture;

import java.util.Set;

/** People to whom an author may open a draft for informal comments; a bean for each sort of circle. */
public interface PeerCircle {

    /** The circle in the API and in words, such as {@code step}. */
    String code();

    /** User names of the people in it for this request, its author perhaps among them; empty when there is none. */
    Set<String> members(CaptureView request);
}
