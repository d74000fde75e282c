package dev.baton.transfer;

/** What happened to a transfer. Published inside the transaction that did it. */
public sealed interface TransferEvent {

    /** The transfer it happened to. */
    TransferId transferId();

    /** A process workbook was imported and the transfer exists, in initiation. */
    record TransferImported(TransferId transferId) implements TransferEvent {}

    /** The lead started it: capture begins, initiation is over. */
    record TransferStarted(TransferId transferId) implements TransferEvent {}

    /** It entered another phase. */
    record PhaseEntered(TransferId transferId, Phase phase) implements TransferEvent {}

    /** Somebody joined or left the team. */
    record TeamChanged(TransferId transferId) implements TransferEvent {}

    /** A member, or the lead for them, said on which day they leave, or that it is another day than was said. */
    record LeavingPlanned(TransferId transferId, String username) implements TransferEvent {}
}
