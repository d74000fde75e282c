package dev.baton;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** A row that is written once and kept: new until it is stored, so that nothing asks the database whether it is there. */
@MappedSuperclass
public abstract class StoredOnce implements Persistable<UUID> {

    @Transient
    private boolean stored;

    /** Whether it is still to be stored. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }
}
