package dev.baton.call;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All records of this kind. */
interface SignUps extends JpaRepository<SignUp, UUID> {

    List<SignUp> findByCallIdOrderBySignedUpAt(UUID callId);
}
