package dev.baton.signature;

import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.identity.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to signing. A signature is only ever made inside the transaction of the act it signs. */
@Service
public class Signatures {

    private static final Duration PROOF_IS_GOOD_FOR = Duration.ofMinutes(1);

    private final SignatureLog log;
    private final Statements statements;
    private final Clock clock;

    Signatures(SignatureLog log, Statements statements, Clock clock) {
        this.log = log;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Signs as the current actor.
     *
     * @param proof what {@link dev.baton.identity.Reauthentication} gave for this very act
     * @param role the role in which the person signs; they must hold it
     * @param contentHash hash of the canonical content of exactly this version and its files
     * @param decision what is decided with the signature, or null
     * @param comment the signer's words, or null
     * @throws ProofRefused when the proof is another person's or older than a minute
     * @throws RoleMissing when the person does not hold the role
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SignatureView sign(
            SigningProof proof,
            SignedSubject subject,
            Meaning meaning,
            Role role,
            String contentHash,
            @Nullable String decision,
            @Nullable String comment) {
        var actor = Acting.person().orElseThrow(ProofRefused::new);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!proof.username().equals(actor.username())
                || proof.at().plus(PROOF_IS_GOOD_FOR).isBefore(now)) {
            throw new ProofRefused();
        }
        if (!actor.is(role)) {
            throw new RoleMissing(role);
        }
        statements.require(actor.username());
        return log.save(new Signature(subject, meaning, actor, role, now, contentHash, decision, comment))
                .view();
    }

    /** All signatures on a record, of every version, oldest first. */
    @Transactional(readOnly = true)
    public List<SignatureView> on(String subjectType, UUID subjectId) {
        return views(log.findBySubjectTypeAndSubjectIdOrderBySignedAt(subjectType, subjectId));
    }

    /** The same for many records of one type, by record; those that nobody signed are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, List<SignatureView>> on(String subjectType, Collection<UUID> subjectIds) {
        return subjectIds.isEmpty()
                ? Map.of()
                : views(log.findBySubjectTypeAndSubjectIdInOrderBySignedAt(subjectType, subjectIds)).stream()
                        .collect(Collectors.groupingBy(
                                signature -> signature.subject().id()));
    }

    /** The signatures with these ids, oldest first. */
    @Transactional(readOnly = true)
    public List<SignatureView> withIds(List<UUID> ids) {
        return views(log.findByIdInOrderBySignedAt(ids));
    }

    /** All signatures of a transfer, oldest first. */
    @Transactional(readOnly = true)
    public List<SignatureView> ofTransfer(UUID transfer) {
        return views(log.findByTransferIdOrderBySignedAt(transfer));
    }

    /** All signatures of a person, oldest first. */
    @Transactional(readOnly = true)
    public List<SignatureView> by(String username) {
        return views(log.findByUsernameOrderBySignedAt(username));
    }

    private static List<SignatureView> views(List<Signature> signatures) {
        return signatures.stream().map(Signature::view).toList();
    }
}
