package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All thank-yous. */
interface ThankYous extends JpaRepository<ThankYou, UUID> {}
