package dev.baton.capture;

import dev.baton.signature.SignatureView;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells exports and checks whether a co-author's signature still stands on the text that they signed. */
@Component
class CoAuthored implements SignedContent {

    /** Type of the signed subject, whose id is the item's. */
    static final String SUBJECT = "co-authorship";

    private final CoAuthorships signed;

    CoAuthored(CoAuthorships signed) {
        this.signed = signed;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> currentHash(SignatureView signature) {
        return signature.subject().type().equals(SUBJECT)
                ? signed.findBySignatureId(signature.id())
                        .map(CoAuthorship::hash)
                        .or(() -> Optional.of(""))
                : Optional.empty();
    }
}
