package dev.baton.signature;

import dev.baton.ReadOnce;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All signatures, oldest first. */
interface SignatureLog extends JpaRepository<Signature, UUID> {

    @ReadOnce
    List<Signature> findBySubjectTypeAndSubjectIdOrderBySignedAt(String subjectType, UUID subjectId);

    @ReadOnce
    List<Signature> findBySubjectTypeAndSubjectIdInOrderBySignedAt(String subjectType, Collection<UUID> subjectIds);

    List<Signature> findByTransferIdOrderBySignedAt(UUID transferId);

    List<Signature> findByUsernameOrderBySignedAt(String username);

    List<Signature> findByIdInOrderBySignedAt(List<UUID> ids);
}
