package dev.baton.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All records of training, oldest first. */
interface TrainingRecords extends JpaRepository<TrainingRecord, UUID> {

    List<TrainingRecord> findByUsernameOrderByTrainedAtAscIdAsc(String username);

    List<TrainingRecord> findAllByOrderByTrainedAtAscIdAsc();
}
