package dev.baton.capture;

import dev.baton.Locks;
import dev.baton.audit.AuditTrail;
import dev.baton.capture.CaptureRefusals.FileAltered;
import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to evidence files: whoever may read an item may read its files; a draft's files are its author's alone. */
@Service
public class Evidence {

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
    private static final int MOST_FILES_OF_DRAFT = 100;

    private final EvidenceFiles files;
    private final FileShelf shelf;
    private final Thumbnails thumbnails;
    private final FilesSettings settings;
    private final KnowledgeItems items;
    private final ItemSight sight;
    private final Alterations alterations;
    private final ObjectProvider<FileSharing> sharing;
    private final AuditTrail trail;
    private final CoWriters coWriters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Evidence(
            EvidenceFiles files,
            FileShelf shelf,
            Thumbnails thumbnails,
            FilesSettings settings,
            KnowledgeItems items,
            ItemSight sight,
            Alterations alterations,
            ObjectProvider<FileSharing> sharing,
            AuditTrail trail,
            CoWriters coWriters,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.shelf = shelf;
        this.thumbnails = thumbnails;
        this.settings = settings;
        this.items = items;
        this.sight = sight;
        this.alterations = alterations;
        this.sharing = sharing;
        this.trail = trail;
        this.coWriters = coWriters;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file that may be read, and its bytes; they were checked against their hash. */
    public static final class Stored {

        private final FileView file;
        private final FileShelf shelf;

        private Stored(FileView file, FileShelf shelf) {
            this.file = file;
            this.shelf = shelf;
        }

        /** The file's description. */
        public FileView file() {
            return file;
        }

        /** Whether a browser may show it in place instead of saving it. */
        public boolean mayShowInline() {
            return FileKinds.mayShowInline(file.mediaType());
        }

        /** The bytes from {@code first} on, {@code length} of them; closed by the caller. */
        public InputStream bytes(long first, long length) throws IOException {
            return shelf.open(file.sha256(), first, length);
        }
    }

    /** The file for a reading of the whole: its bytes are checked now; an auditor's look stands in the trail. */
    public Stored read(FileId id) {
        return read(id, true, true);
    }

    /** The file for a reading in parts: checked as {@link FileShelf#isTrusted} says. */
    public Stored readPart(FileId id) {
        return read(id, false, true);
    }

    /** A small picture of a picture, as JPEG without anything but what is to be seen. */
    public Path thumbnail(FileId id) {
        var stored = read(id, false, false);
        return thumbnails.of(stored.file(), stored::bytes);
    }

    /** The same large enough to be printed. */
    public Path print(FileId id) {
        var stored = read(id, false, false);
        return thumbnails.print(stored.file(), stored::bytes);
    }

    private Stored read(FileId id, boolean wholly, boolean look) {
        var found = Objects.requireNonNull(transaction.execute(status -> find(id)));
        var view = found.file().view();
        var intact = wholly ? shelf.isIntact(view.sha256(), view.size()) : shelf.isTrusted(view.sha256(), view.size());
        if (!intact) {
            LOG.error("The bytes of evidence file {} are not those that were uploaded", id);
            transaction.executeWithoutResult(status -> found.holders()
                    .forEach(holder -> alterations.found(
                            found.file().transferId(),
                            holder.item(),
                            holder.version(),
                            item(holder).title())));
            throw new FileAltered(view.name());
        }
        if (look && Acting.current().is(Role.AUDITOR)) {
            transaction.executeWithoutResult(
                    status -> trail.record("file-read", found.file().trailRef()));
        }
        return new Stored(view, shelf);
    }

    private record Found(EvidenceFile file, List<Holder> holders) {}

    private Found find(FileId id) {
        var file = files.findById(id.value()).orElseThrow(Unknown::new);
        var holders = holders(id.value());
        if (!isOwner(file) && holders.stream().noneMatch(this::maySee) && !isShared(file)) {
            throw new Unknown();
        }
        return new Found(file, holders);
    }

    /** Takes a file out of a draft; one that was submitted stays for ever. */
    public void remove(FileId id) {
        var sha256 = Objects.requireNonNull(transaction.execute(status -> delete(id)));
        transaction.executeWithoutResult(status -> {
            lock(sha256);
            if (files.countBySha256(sha256) == 0) {
                shelf.remove(sha256);
                thumbnails.remove(sha256);
            }
        });
    }

    /** Keeps an upload with a draft. The bytes come in outside of any transaction of ours: they may take their time. */
    FileView attach(UUID draft, UUID transfer, String name, InputStream bytes) {
        FileNames.check(name);
        FileKinds.checkEnding(name);
        if (files.findByDraftIdOrderByUploadedAt(draft).size() >= MOST_FILES_OF_DRAFT) {
            throw new FileRefused("capture.file-too-many", MOST_FILES_OF_DRAFT);
        }
        var arrived = shelf.receive(bytes, largest(name));
        try {
            var mediaType = FileKinds.mediaType(name, arrived.file());
            // Outside of the transaction: a store far away may take its time.
            shelf.keep(arrived);
            return Objects.requireNonNull(transaction.execute(status -> {
                lock(arrived.sha256());
                if (!shelf.holds(arrived.sha256(), arrived.size())) {
                    shelf.keep(arrived); // the last one who had the same bytes took them away meanwhile
                }
                return files.save(new EvidenceFile(
                                draft,
                                transfer,
                                Acting.current().username(),
                                name,
                                mediaType,
                                arrived.sha256(),
                                arrived.size(),
                                clock.instant()))
                        .view();
            }));
        } catch (IOException e) {
            throw new UncheckedIOException("An upload could not be read again", e);
        } finally {
            shelf.drop(arrived);
        }
    }

    /** The files kept with a draft, in the order of their arrival. */
    List<FileView> ofDraft(UUID draft) {
        return files.findByDraftIdOrderByUploadedAt(draft).stream()
                .map(EvidenceFile::view)
                .toList();
    }

    /** The files that came to a draft after this moment. */
    List<FileView> ofDraftSince(UUID draft, Instant since) {
        return files.findByDraftIdOrderByUploadedAt(draft).stream()
                .filter(file -> file.uploadedAt().isAfter(since))
                .map(EvidenceFile::view)
                .toList();
    }

    /** From now on the version holds these files, and nothing can remove them. */
    void hold(ItemId item, int version, List<FileView> held) {
        for (var file : held) {
            jdbc.sql("insert into item_version_file (item_id, version, file_id) values (?, ?, ?)")
                    .params(item.value(), version, file.fileId().value())
                    .update();
        }
    }

    private long largest(String name) {
        return (FileKinds.isRecording(name) ? settings.largestRecording() : settings.largest()).toBytes();
    }

    private String delete(FileId id) {
        var file = files.findById(id.value()).filter(this::isOwner).orElseThrow(Unknown::new);
        if (!holders(id.value()).isEmpty()) {
            throw new OutOfSequence("capture.file-submitted");
        }
        files.delete(file);
        return file.sha256();
    }

    private boolean isOwner(EvidenceFile file) {
        var me = Acting.current().username();
        return file.owner().equals(me) || isToldBy(file.draftId(), me);
    }

    private boolean isShared(EvidenceFile file) {
        return sharing.orderedStream().anyMatch(shared -> shared.isShared(file.draftId()));
    }

    /** Who tells, who asks and who writes with them share the files of their draft. */
    private boolean isToldBy(UUID draft, String username) {
        return coWriters.writes(draft, username);
    }

    private record Holder(UUID item, int version) {}

    private List<Holder> holders(UUID file) {
        return jdbc.sql("select item_id, version from item_version_file where file_id = ? order by item_id, version")
                .param(file)
                .query((row, i) -> new Holder(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    private boolean maySee(Holder holder) {
        var item = item(holder);
        return sight.in(item.transferId()).newest(item) >= holder.version();
    }

    private KnowledgeItem item(Holder holder) {
        return items.findById(holder.item()).orElseThrow(Unknown::new);
    }

    /** Equal bytes are kept once: their coming and going must not cross. */
    private void lock(String sha256) {
        Locks.about(jdbc, "file", sha256);
    }
}
