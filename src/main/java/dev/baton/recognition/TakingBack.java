package dev.baton.recognition;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes beside a credit that it no longer counts, and why; once. */
@Component
class TakingBack {

    private final CreditWithdrawals withdrawals;
    private final Clock clock;

    TakingBack(CreditWithdrawals withdrawals, Clock clock) {
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    void of(List<Credit> fallen, String cause) {
        for (var credit : fallen) {
            if (!withdrawals.existsByCreditId(credit.getId())) {
                withdrawals.save(new CreditWithdrawal(credit, cause, clock.instant()));
            }
        }
    }
}
