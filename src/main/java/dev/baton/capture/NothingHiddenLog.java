package dev.baton.capture;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All signed answers that there is nothing hidden. */
interface NothingHiddenLog extends JpaRepository<NothingHidden, UUID> {}
