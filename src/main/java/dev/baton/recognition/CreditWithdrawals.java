package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All credits that no longer count. */
interface CreditWithdrawals extends JpaRepository<CreditWithdrawal, UUID> {

    /** Whether that credit no longer counts. */
    boolean existsByCreditId(UUID creditId);
}
