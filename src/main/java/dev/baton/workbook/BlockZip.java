package dev.baton.workbook;

import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/** A zip file whose entries are compressed by {@link BlockDeflater}, quickly rather than tightly. */
final class BlockZip extends ZipOutputStream {

    BlockZip(OutputStream out) {
        super(out);
        def.end();
        def = new BlockDeflater(Deflater.BEST_SPEED);
    }

    /** Gives its memory back and leaves the stream below open. */
    void release() {
        def.end();
    }
}
