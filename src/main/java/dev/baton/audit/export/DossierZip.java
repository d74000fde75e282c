package dev.baton.audit.export;

import dev.baton.Digests;
import dev.baton.audit.DossierPart;
import dev.baton.audit.ledger.CanonicalJson;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A dossier while it is filled: each file with its SHA-256, which the manifest lists in the end. */
final class DossierZip implements DossierPart.Folder {

    private static final String FOLDER = "dossier/";

    private final ZipOutputStream zip;
    private final Map<String, String> hashes = new LinkedHashMap<>();

    DossierZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void put(String name, DossierPart.Content content) throws IOException {
        var digest = Digests.sha256();
        var file = free(name);
        zip.putNextEntry(new ZipEntry(FOLDER + file));
        var open = new StaysOpen(new DigestOutputStream(zip, digest));
        content.writeTo(open);
        open.flush();
        zip.closeEntry();
        hashes.put(file, Digests.hex(digest));
    }

    void put(String name, String text) throws IOException {
        put(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    boolean holds(String name) {
        return hashes.containsKey(name);
    }

    /** Names of all files so far with their hashes, as canonical JSON. */
    String manifest(ExportHead head, Notary.SignedState state) {
        var files = new CanonicalJson();
        hashes.keySet().stream().sorted().forEach(name -> files.member(name, String.valueOf(hashes.get(name))));
        return new CanonicalJson()
                .raw("checkpoint", state.json())
                .member("export", head.export().toString())
                .raw("files", files.end())
                .member("format", "baton-dossier/1")
                .member("publicKey", state.publicKey())
                .member("signature", state.signature())
                .member("transfer", head.transfer().toString())
                .end();
    }

    /** Ends the zip and leaves the stream below open. */
    void finish() throws IOException {
        zip.finish();
    }

    private String free(String name) {
        if (!hashes.containsKey(name)) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var stem = dot < 0 ? name : name.substring(0, dot);
        var ending = dot < 0 ? "" : name.substring(dot);
        int number = 2;
        while (hashes.containsKey(stem + "-" + number + ending)) {
            number++;
        }
        return stem + "-" + number + ending;
    }

    /** Writers that close what they write to do not end the dossier. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
