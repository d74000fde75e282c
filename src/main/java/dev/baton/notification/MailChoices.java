package dev.baton.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All choices of what comes by mail. */
interface MailChoices extends JpaRepository<MailChoice, UUID> {

    /** What a person chose last. */
    Optional<MailChoice> findFirstByUsernameOrderByChosenAtDescId(String username);

    /** What everybody who chose chose last. */
    @Query(
            nativeQuery = true,
            value = "select distinct on (username) * from mail_choice order by username, chosen_at desc, id")
    List<MailChoice> findLatest();
}
