package dev.baton.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All absences. */
interface AbsenceLog extends JpaRepository<Absence, UUID> {

    List<Absence> findByUsernameAndEndsOnGreaterThanEqualOrderByBeginsOn(String username, LocalDate day);

    List<Absence> findByNotedAtIsNullAndBeginsOnLessThanEqualAndEndsOnGreaterThanEqual(LocalDate begun, LocalDate open);
}
