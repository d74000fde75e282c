package dev.baton.capture;

import dev.baton.identity.SigningProof;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The door to capture requests: drafts, files, submission, "nothing hidden here", "ask somebody else". */
@Service
public class Captures {

    /** The request, without asking who wants to know. */
    public CaptureView known(CaptureId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** An expert of the transfer begins one unasked; they must have accepted the statement. */
    public CaptureId begin(StepId step) {
        throw new UnsupportedOperationException("not yet " + step);
    }

    /** The draft of a request; its expert only. */
    public DraftView draft(CaptureId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** Replaces the draft. Stale {@code version}: a conflict, nothing lost. */
    public DraftView saveDraft(CaptureId id, long version, List<ItemContent> items) {
        throw new UnsupportedOperationException("not yet " + id + version + items);
    }

    /** Keeps an evidence file with the request's draft. Streams; at most 25 MB. */
    public FileView attach(CaptureId id, String name, InputStream bytes) {
        throw new UnsupportedOperationException("not yet " + id + name + bytes);
    }

    /** Signs and submits every item of the draft. Nothing is signed when one item is not fit. */
    public List<SignatureView> submit(CaptureId id, long version, SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + id + version + proof);
    }

    /** Signs "I do it as written and know of nothing more". */
    public SignatureView nothingHidden(CaptureId id, long version, SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + id + version + proof);
    }

    /** Asks another expert of the transfer instead. The draft stays with the person who wrote it. */
    public CaptureId passOn(CaptureId id, long version, String to, String comment) {
        throw new UnsupportedOperationException("not yet " + id + version + to + comment);
    }

    /** Exactly what {@link #submit} would sign now, as canonical content by item, in order. */
    public List<Map<String, Object>> toSign(CaptureId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }
}
