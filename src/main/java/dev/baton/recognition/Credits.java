package dev.baton.recognition;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All credits. */
interface Credits extends JpaRepository<Credit, UUID> {

    /** Whether the signature has brought this person this credit already. */
    boolean existsBySignatureIdAndActAndUsername(UUID signatureId, String act, String username);

    /** Every credit that an item brought. */
    List<Credit> findByItemId(UUID itemId);

    /** Every credit that counts and was given for something at a step, not for an item. */
    @Query("select c from Credit c where c.itemId is null"
            + " and not exists (select w.id from CreditWithdrawal w where w.creditId = c.id)")
    List<Credit> standingOfSteps();

    /** Every credit that one version of an item brought. */
    List<Credit> findByItemIdAndItemVersion(UUID itemId, int itemVersion);
}
