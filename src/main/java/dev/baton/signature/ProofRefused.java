package dev.baton.signature;

import dev.baton.Refusal;

/** The proof of identity does not belong to the person acting, is too old, or was used before. */
public final class ProofRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    ProofRefused() {
        super(Kind.NOT_YOURS, "signature.proof-refused");
    }
}
