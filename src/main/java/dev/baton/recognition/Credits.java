package dev.baton.recognition;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All credits. */
interface Credits extends JpaRepository<Credit, UUID> {

    /** Whether the signature has brought this person this credit already. */
    boolean existsBySignatureIdAndActAndUsername(UUID signatureId, String act, String username);

    /** Every credit that an item brought. */
    List<Credit> findByItemId(UUID itemId);

    /** Every credit that one version of an item brought. */
    List<Credit> findByItemIdAndItemVersion(UUID itemId, int itemVersion);
}
