package dev.baton.transfer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All transfers. */
interface TransferRecords extends JpaRepository<Transfer, UUID> {

    List<Transfer> findAllByOrderByNameAscIdAsc();
}
