package dev.baton.capture;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What happened to capture requests and knowledge items. Published inside the transaction that did it. */
public sealed interface CaptureEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** An expert is asked, or asks themselves, to tell about a step. */
    record CaptureRequested(
            TransferId transferId, CaptureId captureId, StepId stepId, String expert, Instant dueAt, boolean critical)
            implements CaptureEvent {}

    /** The lead put notes from a workbook into a draft of the expert, who reads, corrects and signs them. */
    record DraftPrepared(TransferId transferId, CaptureId captureId, StepId stepId, String expert, String by, int items)
            implements CaptureEvent {}

    /** An author asks somebody to write a draft together with them. */
    record CoAuthorInvited(
            TransferId transferId, DraftId draftId, StepId stepId, String author, String username, UUID invitation)
            implements CaptureEvent {}

    /** A co-author signed the draft as it stands. */
    record CoAuthorSigned(
            TransferId transferId, DraftId draftId, StepId stepId, String author, String username, UUID signatureId)
            implements CaptureEvent {}

    /** An author opened a draft for comments to these people. */
    record DraftOpened(
            TransferId transferId, CaptureId captureId, StepId stepId, String author, String circle, Set<String> people)
            implements CaptureEvent {}

    /** A colleague said something about an open draft. */
    record DraftCommented(
            TransferId transferId, CaptureId captureId, StepId stepId, String author, String by, UUID comment)
            implements CaptureEvent {}

    /** An expert is going to leave: these open requests to them are due earlier than before. */
    record DueBroughtForward(TransferId transferId, String expert, List<EarlierDue> requests) implements CaptureEvent {}

    /** A request with the time at which it is due now. */
    record EarlierDue(CaptureId captureId, Instant dueAt) {}

    /** The expert submitted and signed items. */
    record CaptureSubmitted(TransferId transferId, CaptureId captureId, List<Submission> items)
            implements CaptureEvent {}

    /** Who wrote the item in confidence stands by it from now on. */
    record SteppedOut(TransferId transferId, ItemId itemId) implements CaptureEvent {}

    /** One item of a submission. */
    record Submission(ItemId itemId, int version, boolean qualityFirst) {}

    /** The expert signed that they do it as written and know of nothing more. */
    record NothingHiddenSigned(TransferId transferId, CaptureId captureId) implements CaptureEvent {}

    /** The expert asked for somebody else to be asked; a new request exists. */
    record CapturePassedOn(TransferId transferId, CaptureId captureId, String to) implements CaptureEvent {}

    /** The author submitted and signed a next version. */
    record ItemRevised(TransferId transferId, ItemId itemId, int version, boolean qualityFirst)
            implements CaptureEvent {}

    /** The author side began a next version of an effective item. */
    record RevisionBegun(TransferId transferId, ItemId itemId, String author) implements CaptureEvent {}

    /** The item was withdrawn, by quality or by its author. */
    record ItemWithdrawn(TransferId transferId, ItemId itemId) implements CaptureEvent {}

    /** Somebody of the receiving site read the item for the first time. */
    record FirstOpenedAtReceivingSite(TransferId transferId, ItemId itemId, int version, String reader)
            implements CaptureEvent {}

    /** What is stored of a version is no longer what was signed; said once for each version. */
    record ContentAltered(TransferId transferId, ItemId itemId, int version) implements CaptureEvent {}
}
