package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All certificates. */
interface CertificateRecords extends JpaRepository<Certificate, UUID> {}
