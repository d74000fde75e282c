package dev.baton.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A manufacturing site and the IANA zone its clocks show. */
@Entity
@Audited
@Table(name = "site")
class Site {

    @Id
    private UUID id;

    @NaturalId
    private String name;

    private String zone;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    Site(String name, ZoneId zone) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.zone = zone.getId();
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    SiteView view() {
        return new SiteView(name, zone());
    }
}
