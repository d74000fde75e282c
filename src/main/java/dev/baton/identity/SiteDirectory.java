package dev.baton.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All sites. */
interface SiteDirectory extends JpaRepository<Site, UUID> {

    Optional<Site> findByName(String name);

    List<Site> findAllByOrderByName();
}
