package dev.baton.recognition;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All credits. */
interface Credits extends JpaRepository<Credit, UUID> {

    /** Whether the signature has brought this credit already. */
    boolean existsBySignatureIdAndAct(UUID signatureId, String act);

    /** Every credit that an item brought. */
    List<Credit> findByItemId(UUID itemId);
}
