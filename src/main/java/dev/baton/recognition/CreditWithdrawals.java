package dev.baton.recognition;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All credits that no longer count. */
interface CreditWithdrawals extends JpaRepository<CreditWithdrawal, UUID> {

    /** That those of these credits no longer count which do not. */
    List<CreditWithdrawal> findByCreditIdIn(Collection<UUID> creditIds);
}
