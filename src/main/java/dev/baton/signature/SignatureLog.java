package dev.baton.signature;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All signatures, oldest first. */
interface SignatureLog extends JpaRepository<Signature, UUID> {

    List<Signature> findBySubjectTypeAndSubjectIdOrderBySignedAt(String subjectType, UUID subjectId);

    List<Signature> findByTransferIdOrderBySignedAt(UUID transferId);

    List<Signature> findByUsernameOrderBySignedAt(String username);

    List<Signature> findByIdInOrderBySignedAt(List<UUID> ids);
}
