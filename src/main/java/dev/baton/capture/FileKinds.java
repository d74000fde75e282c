package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.FileRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Which kinds of file are evidence: a closed list, where ending and first bytes must agree. */
final class FileKinds {

    private static final int MOST_PARTS = 10_000;
    private static final Set<String> ZIP = Set.of("application/zip", "application/x-tika-ooxml");
    private static final Set<String> TEXT = Set.of("text/plain", "text/csv");
    private static final Set<String> MP4 = Set.of(
            "video/mp4", "application/mp4", "audio/mp4", "video/x-m4v", "audio/x-m4a", "video/quicktime", "video/3gpp");
    private static final Set<String> HEIC =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

    /** By ending: the media type that is served, and the types the bytes may be recognised as. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("jpg", new Kind("image/jpeg", Set.of("image/jpeg"))),
            Map.entry("jpeg", new Kind("image/jpeg", Set.of("image/jpeg"))),
            Map.entry("png", new Kind("image/png", Set.of("image/png"))),
            Map.entry("webp", new Kind("image/webp", Set.of("image/webp"))),
            Map.entry("gif", new Kind("image/gif", Set.of("image/gif"))),
            Map.entry("heic", new Kind("image/heic", HEIC)),
            Map.entry("mp4", new Kind("video/mp4", MP4)),
            Map.entry("mov", new Kind("video/quicktime", MP4)),
            Map.entry("m4a", new Kind("audio/mp4", MP4)),
            Map.entry(
                    "webm", new Kind("video/webm", Set.of("video/webm", "application/x-matroska", "video/x-matroska"))),
            Map.entry("mp3", new Kind("audio/mpeg", Set.of("audio/mpeg"))),
            Map.entry(
                    "ogg",
                    new Kind(
                            "audio/ogg",
                            Set.of(
                                    "application/ogg",
                                    "audio/ogg",
                                    "audio/vorbis",
                                    "audio/opus",
                                    "audio/x-oggflac",
                                    "audio/speex"))),
            Map.entry("wav", new Kind("audio/wav", Set.of("audio/vnd.wave", "audio/x-wav", "audio/wav"))),
            Map.entry("pdf", new Kind("application/pdf", Set.of("application/pdf"))),
            Map.entry("txt", new Kind("text/plain", TEXT)),
            Map.entry("csv", new Kind("text/csv", TEXT)),
            Map.entry("xlsx", new Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP)),
            Map.entry(
                    "docx", new Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP)));

    private static final Map<String, String> MAIN_PARTS =
            Map.of("xlsx", "xl/workbook.xml", "docx", "word/document.xml");

    private FileKinds() {}

    private record Kind(String mediaType, Set<String> recognised) {}

    /** The endings that are taken. */
    static String endings() {
        return String.join(", ", new TreeSet<>(KINDS.keySet()));
    }

    /** Refuses an ending that is not on the list, before any byte is read. */
    static void checkEnding(String name) {
        if (!KINDS.containsKey(FileNames.extension(name))) {
            throw new FileRefused("capture.file-kind", endings());
        }
    }

    /** Whether the ending is one of sound or film, which may be larger than documents. */
    static boolean isRecording(String name) {
        var kind = KINDS.get(FileNames.extension(name));
        return kind != null
                && (kind.mediaType().startsWith("audio/") || kind.mediaType().startsWith("video/"));
    }

    /** The media type of a file whose ending and bytes agree; others are refused. */
    static String mediaType(String name, Path file) throws IOException {
        checkEnding(name);
        var ending = FileNames.extension(name);
        var kind = KINDS.get(ending);
        if (kind == null || !kind.recognised().contains(recognised(file))) {
            throw new FileRefused("capture.file-kind-differs", ending);
        }
        var mainPart = MAIN_PARTS.get(ending);
        if (mainPart != null && !isOfficeFile(file, mainPart)) {
            throw new FileRefused("capture.file-kind-differs", ending);
        }
        return kind.mediaType();
    }

    /** Whether a file with this media type may be shown in place instead of being downloaded. */
    static boolean mayShowInline(String mediaType) {
        return mediaType.startsWith("image/")
                || mediaType.startsWith("audio/")
                || mediaType.startsWith("video/")
                || mediaType.equals("application/pdf");
    }

    private static String recognised(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(bytes, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    /** Looks at the list of parts alone: nothing is unpacked. Macros are no evidence. */
    private static boolean isOfficeFile(Path file, String mainPart) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.size() <= MOST_PARTS
                    && zip.getEntry(mainPart) != null
                    && zip.getEntry("[Content_Types].xml") != null
                    && zip.stream().noneMatch(part -> part.getName().endsWith("vbaProject.bin"));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
