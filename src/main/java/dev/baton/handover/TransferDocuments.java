package dev.baton.handover;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All editions of all documents. */
interface TransferDocuments extends Repository<TransferDocument, UUID> {

    TransferDocument saveAndFlush(TransferDocument document);

    Optional<TransferDocument> findById(UUID id);

    /** The last edition of that kind. */
    Optional<TransferDocument> findFirstByTransferIdAndKindOrderByEditionDesc(UUID transferId, String kind);

    /** By kind, the oldest edition first. */
    List<TransferDocument> findByTransferIdOrderByKindAscEditionAsc(UUID transferId);
}
