package dev.baton.capture;

import dev.baton.signature.SignatureView;
import java.util.Optional;

/** What another module has signed beyond items, so that an export can tell whether those signatures still stand. */
public interface SignedContent {

    /** The hash of what is stored now for the subject of this signature; empty when it is not this module's. */
    Optional<String> currentHash(SignatureView signature);
}
