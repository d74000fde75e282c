package dev.baton.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes that is written again and again without making objects. */
final class Bytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] data = new byte[1 << 12];
    private int size;

    /** Where the next byte goes. */
    int size() {
        return size;
    }

    byte[] data() {
        return data;
    }

    void clear() {
        size = 0;
    }

    void cut(int length) {
        size = length;
    }

    void add(int one) {
        room(1);
        data[size++] = (byte) one;
    }

    void add(byte[] more) {
        add(more, 0, more.length);
    }

    void add(byte[] more, int from, int length) {
        room(length);
        System.arraycopy(more, from, data, size, length);
        size += length;
    }

    /** A text of ASCII characters only. */
    void ascii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            data[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    void utf8(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number that is not negative. */
    void digits(long number) {
        int length = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            length++;
        }
        room(length);
        long rest = number;
        for (int i = size + length - 1; i >= size; i--) {
            data[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
    }

    /** Eight hexadecimal digits. */
    void hex(int number) {
        room(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            data[size++] = HEX[(number >>> shift) & 15];
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(data, 0, size);
    }

    private void room(int more) {
        if (data.length - size < more) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }
}
