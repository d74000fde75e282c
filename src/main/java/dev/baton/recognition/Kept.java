package dev.baton.recognition;

import dev.baton.StoredOnce;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A row that is written once and kept. */
@MappedSuperclass
abstract class Kept extends StoredOnce {

    @Id
    private UUID id = UUID.randomUUID();

    @Override
    public UUID getId() {
        return id;
    }
}
