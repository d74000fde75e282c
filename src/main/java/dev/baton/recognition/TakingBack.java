package dev.baton.recognition;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
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
        if (fallen.isEmpty()) {
            return;
        }
        var before = withdrawals
                .findByCreditIdIn(fallen.stream().map(Credit::getId).toList())
                .stream()
                .map(CreditWithdrawal::creditId)
                .collect(Collectors.toSet());
        withdrawals.saveAll(fallen.stream()
                .filter(credit -> !before.contains(credit.getId()))
                .map(credit -> new CreditWithdrawal(credit, cause, clock.instant()))
                .toList());
    }
}
