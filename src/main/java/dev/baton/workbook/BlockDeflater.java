package dev.baton.workbook;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.zip.Deflater;

/**
 * Compresses one block after the other on processors that are free while the caller prepares the next; a caller that is
 * ahead takes its share. Each block is compressed by itself and ends on a byte, so that the blocks put together are one
 * stream of the deflate format. What is in memory does not depend on the length of the stream.
 */
final class BlockDeflater extends Deflater {

    private static final int BLOCK = 1 << 18;
    private static final int MOST_WAITING = 4;

    private final Queue<Block> free = new ArrayDeque<>();
    private final Queue<Block> waiting = new ArrayDeque<>();
    private final int level;
    private Block filling;
    private long read;
    private long written;
    private boolean finishing;

    BlockDeflater(int level) {
        super(level, true);
        super.end();
        this.level = level;
        this.filling = new Block(level);
    }

    @Override
    public void setInput(byte[] bytes, int from, int length) {
        read += length;
        int at = from;
        while (at < from + length) {
            int taken = filling.take(bytes, at, from + length - at);
            at += taken;
            if (taken == 0) {
                begin(false);
            }
        }
    }

    @Override
    public boolean needsInput() {
        return waiting.size() < MOST_WAITING;
    }

    @Override
    public void finish() {
        if (!finishing) {
            finishing = true;
            begin(true);
        }
    }

    @Override
    public boolean finished() {
        return finishing && waiting.isEmpty();
    }

    @Override
    public int deflate(byte[] bytes, int from, int length) {
        var first = waiting.peek();
        if (first == null) {
            return 0;
        }
        first.done();
        int given = first.give(bytes, from, length);
        if (first.isEmpty()) {
            waiting.remove();
            free.add(first);
        }
        written += given;
        return given;
    }

    @Override
    public long getBytesRead() {
        return read;
    }

    @Override
    public long getBytesWritten() {
        return written;
    }

    @Override
    public void reset() {
        while (!waiting.isEmpty()) {
            var block = waiting.remove();
            block.done();
            free.add(block);
        }
        filling.clear();
        read = 0;
        written = 0;
        finishing = false;
    }

    @Override
    public void end() {
        reset();
        free.forEach(Block::end);
        free.clear();
        filling.end();
    }

    private void begin(boolean last) {
        filling.begin(last);
        waiting.add(filling);
        var next = free.poll();
        filling = next == null ? new Block(level) : next;
        filling.clear();
    }

    /** A stretch of the stream before and after it is compressed. */
    private static final class Block {

        private final Deflater deflater;
        private final byte[] plain = new byte[BLOCK];
        private final byte[] small = new byte[BLOCK + (BLOCK >> 8) + 64];
        private FutureTask<Integer> work = new FutureTask<>(() -> 0);
        private int filled;
        private int given;

        Block(int level) {
            deflater = new Deflater(level, true);
        }

        void clear() {
            filled = 0;
            given = 0;
        }

        int take(byte[] bytes, int from, int length) {
            int taken = Math.min(length, BLOCK - filled);
            System.arraycopy(bytes, from, plain, filled, taken);
            filled += taken;
            return taken;
        }

        void begin(boolean last) {
            work = new FutureTask<>(() -> compress(last));
            ForkJoinPool.commonPool().execute(work);
        }

        /** Waits until it is compressed, or does it now if nobody has begun. */
        int done() {
            work.run();
            try {
                return work.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a workbook was compressed", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        int give(byte[] bytes, int from, int length) {
            int giving = Math.min(length, done() - given);
            System.arraycopy(small, given, bytes, from, giving);
            given += giving;
            return giving;
        }

        boolean isEmpty() {
            return given == done();
        }

        void end() {
            deflater.end();
        }

        private int compress(boolean last) {
            deflater.reset();
            deflater.setInput(plain, 0, filled);
            if (last) {
                deflater.finish();
            }
            int length = deflater.deflate(small, 0, small.length, last ? NO_FLUSH : SYNC_FLUSH);
            if (length == small.length) {
                throw new IllegalStateException("A block grew while it was compressed");
            }
            return length;
        }
    }
}
