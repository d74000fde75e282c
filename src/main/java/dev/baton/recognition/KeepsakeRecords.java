package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All pictures and recordings that go with words. */
interface KeepsakeRecords extends JpaRepository<Keepsake, UUID> {}
