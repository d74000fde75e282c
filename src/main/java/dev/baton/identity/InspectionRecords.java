package dev.baton.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The limits of auditors' accounts. */
interface InspectionRecords extends JpaRepository<Inspection, UUID> {

    Optional<Inspection> findByUsername(String username);
}
