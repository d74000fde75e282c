package dev.baton.capture;

import java.util.UUID;

/** Another module's record that holds files and knows who may look at them. */
public interface FileSharing {

    /** Whether that record is this module's and the current actor may look at its files. */
    boolean isShared(UUID record);
}
