package dev.baton.workbook;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A square code (QR, ISO/IEC 18004) of a text. */
public final class SquareCode {

    private static final int DOT = 8;

    private SquareCode() {}

    /** How many dots a side of it has. */
    public static int side(String text) {
        return dots(text).getWidth();
    }

    /** The outline of its dark dots as the path of an SVG, a unit a dot. */
    public static String path(String text) {
        var dots = dots(text);
        var path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                int from = x;
                while (x < dots.getWidth() && dots.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from)
                            .append("v1H")
                            .append(from)
                            .append('z');
                }
            }
        }
        return path.toString();
    }

    /** Its dots, without a margin. */
    static BitMatrix dots(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a square code", e);
        }
    }

    /** The same as a picture (PNG). */
    static byte[] picture(String text) {
        var dots = dots(text);
        var side = dots.getWidth() * DOT;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, dots.get(x / DOT, y / DOT) ? 0x1E2329 : 0xFFFFFF);
            }
        }
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
