package dev.baton.verification;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All marks on cues. */
interface CueMarks extends JpaRepository<CueMark, UUID> {}
