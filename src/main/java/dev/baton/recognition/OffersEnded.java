package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All hand-overs that came to nothing. */
interface OffersEnded extends JpaRepository<OfferEnded, UUID> {}
