import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.joining;
import static javax.xml.stream.XMLStreamConstants.*;

import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.xml.stream.*;

/**
 * Checks a workbook exported from Baton without Baton: {@code java BatonVerify.java export.xlsx [--key id|keys.json]}.
 * Needs Java 17 or later and nothing else, reads only the files named, writes none. Exit status: 0 valid, 1 altered,
 * 2 not a Baton export. Signs like §3.1 name sections of docs/evidence-format.md; begin at verify() and read along.
 */
public final class BatonVerify {
    static final String FORMAT = "baton-evidence/2", PROOF = "Proof", WITHHELD = "(known to the person and the lead)";
    static final String ROWS = "Part4 (about3 )+(export3 )+(filter3 )*(sheet4 )+(part4 )+(ledger3 ){6}(path3 )*";
    static final String CANONICAL = ".{58}[AEIMQUYcgkosw048]=.{85}[AQgw]=="; // key and signature: base64 has spare bits
    static final String PROOF_HEADING = "b0296de6a705632626e05ee17274ef5c1bf2b9470719aac6"; // its check
    static final String[] MEMBERS = ("no at zone person username role site act record recordType recordId version field"
            + " unit old new reason address").split(" "); // of a leaf, as the first columns of the trail show them
    static final int OLD = 14, NEW = 15, LEAF_NO = 19, LEAF = 20, LEAF_HASH = 21, VALUE_SALT = 22; // more columns
    static final Pattern CHECKPOINT = Pattern.compile("\\{\"at\":\"([^\"]*)\",\"format\":\"baton-checkpoint/1\","
            + "\"keyId\":\"([^\"]*)\",\"ledger\":\"([^\"]*)\",\"rootHash\":\"([^\"]*)\",\"size\":([0-9]{1,15})}");
    static final Pattern PLAIN_ROW = Pattern.compile("<row r=\"[0-9]+\">(<c r=\"[A-F][0-9]+\" s=\"[0-9]+\"(><v>[0-9]+"
            + "</v>| t=\"inlineStr\"><is><t( xml:space=\"preserve\")?>[^<]*</t></is>)</c>)*</row>");
    static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    static final HexFormat HEX = HexFormat.of();
    static final String NONE = "xa formula, an error or no plain value";

    interface Rows {
        void row(int n, String[] cells) throws Exception;
    }

    ZipFile zip;
    String trusted = "", keyId = "", statementHash = "";
    Matcher checkpoint;
    boolean begun;
    int due, heldAt, ofTransfer;
    String[] held; // a row, while those below are read in which its long texts may go on
    final List<String> findings = new ArrayList<>(), strings = new ArrayList<>();
    final Map<String, String> sheets = new LinkedHashMap<>(); // with their parts
    final Map<String, String[]> proof = new LinkedHashMap<>(); // rows of Proof by part and name
    final Map<String, Set<String>> signed = new HashMap<>(); // content hashes by item and version
    final TreeMap<Long, String> leaves = new TreeMap<>();
    final Deque<String> path = new ArrayDeque<>();

    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8)));
    }

    static int run(String[] args, PrintStream out) {
        try (var zip = new ZipFile(args[0])) {
            var check = new BatonVerify();
            check.zip = zip;
            if (args.length == 3) check.trusted = args[2].strip();
            if (Files.isRegularFile(Path.of(check.trusted))) check.trusted = Files.readString(Path.of(args[2]));
            return check.verify(out);
        } catch (IllegalStateException e) {
            out.println("NOT A BATON EXPORT: " + e.getMessage());
        } catch (Exception | OutOfMemoryError e) {
            out.println("NOT A BATON EXPORT: no readable .xlsx file" + (e instanceof Error ? "; try java -Xmx" : ""));
        }
        return 2;
    }

    /** All checks, in the order of §4. */
    int verify(PrintStream out) throws Exception {
        findSheets();
        readProof();
        checkProof();
        for (var row : allSaid("sheet")) checkSheet(row[1], row[2], row[3]);
        checkLedger();
        boolean altered = !findings.isEmpty();
        checkParts();
        return report(altered, out);
    }

    /** §4.1: the sheets as Office programs find them, and the texts that cells may refer to. */
    void findSheets() throws Exception {
        var parts = new HashMap<String, String>();
        read("xl/_rels/workbook.xml.rels", (n, of) -> parts.put(of[0], "xl/" + of[1].replaceFirst("^/xl/", "")));
        read("xl/workbook.xml", (n, of) -> {
            sheets.put(of[3], parts.get(of[2]));
            if (of[4] != null && !of[4].equals("visible")) find(of[3], 0, 0, "sheet hidden");
        });
        if (zip.getEntry("xl/sharedStrings.xml") != null) read("xl/sharedStrings.xml", (n, of) -> strings.add(of[0]));
    }

    InputStream open(String part) throws IOException {
        var entry = part == null ? null : zip.getEntry(part);
        if (entry == null) throw new IllegalStateException("sheet or part missing");
        if (entry.getSize() <= Math.max(512L << 20, 250 * entry.getCompressedSize())) return zip.getInputStream(entry);
        throw new IllegalStateException("unpacks to more than is reasonable");
    }

    /** Reads a part as XML: the rows of a sheet as canonical values (§3.1), or what else it lists. */
    void read(String part, Rows rows) throws Exception {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var cells = new ArrayList<String>();
        String text = "", type = "inlineStr", n = ""; // text: with NUL, which XML has not, where it is no plain value
        for (var x = factory.createXMLStreamReader(open(part), "UTF-8"); x.hasNext(); ) {
            int event = x.next();
            if (event == DTD) throw new IllegalStateException("a document type declaration");
            switch (event == START_ELEMENT ? x.getLocalName() : event == END_ELEMENT ? "/" + x.getLocalName() : "") {
                case "Relationship", "sheet" -> rows.row(0, attributes(x, "Id", "Target", "id", "name", "state"));
                case "row" -> n = attributes(x, "r")[0];
                case "si" -> text = "";
                case "c" -> {
                    int column = 0;
                    for (char c : attributes(x, "r")[0].toCharArray()) if (c > '9') column = 26 * column + c - 'A' + 1;
                    if (column <= cells.size()) throw new IllegalStateException("cells that are not in order");
                    while (cells.size() < column - 1) cells.add(null);
                    type = "" + attributes(x, "t")[0];
                    text = "";
                }
                case "f", "rPh" -> text += '\0';
                case "t" -> text += type.equals("inlineStr") ? x.getElementText() : "\0";
                case "v" -> text += type.equals("inlineStr") ? "\0" : x.getElementText();
                case "/si" -> rows.row(0, new String[] {text});
                case "/c" -> cells.add(canonical(type, text));
                case "/row" -> {
                    while (!cells.isEmpty() && cells.get(cells.size() - 1) == null) cells.remove(cells.size() - 1);
                    if (!cells.isEmpty()) rows.row(Integer.parseInt(n), cells.toArray(new String[0]));
                    cells.clear();
                }
            }
        }
    }

    static String[] attributes(XMLStreamReader x, String... names) {
        return Stream.of(names).map(name -> x.getAttributeValue(null, name)).toArray(String[]::new);
    }

    /** §3.1: s and a text, n and a whole number, d and a date, null for nothing, x for what is in no export. */
    String canonical(String type, String text) {
        if (type.equals("s")) text = strings.get(Integer.parseInt(text));
        if (text.indexOf('\0') >= 0 || !List.of("s", "str", "inlineStr", "n", "null").contains(type)) return NONE;
        if (type.startsWith("n") && !text.isEmpty()) {
            double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (number == Math.rint(number) && Math.abs(number) < 1L << 53) return "n" + (long) number;
            return Math.abs(number) < 1e7 ? "d" + (long) Math.floor(number * 86_400_000 + 0.5) : NONE;
        }
        if (!text.contains("_x")) return text.isEmpty() ? null : "s" + text;
        text = ESCAPE.matcher(text).replaceAll(m -> quoteReplacement((char) HexFormat.fromHexDigits(m.group(1)) + ""));
        return UTF_8.newEncoder().canEncode(text) ? "s" + text : NONE;
    }

    /** §4.5: reads a sheet, names rows and cells that are not as exported, hands rows on; answers with its hash. */
    String readSheet(String name, String headingCheck, int count, Rows rows) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        int last = headingCheck.length() / 8 - 1; // the column Check, with Row before it
        held = null;
        due = 1;
        try {
            read(sheets.get(name), (n, row) -> {
                digest.update(line(row));
                var check = (n == 1 ? headingCheck : text(row, last)) + "00000000".repeat(row.length);
                int exported = n == 1 ? 1 : Integer.parseInt("0" + text(row, last - 1).replaceAll("[^0-9]|^.{8,}", ""));
                for (int c = 0; c < Math.max(row.length, last); c++) {
                    if (check.startsWith(crc(row, c), 8 * c) || c == last && n > 1) continue;
                    find(name, n, c + 1, "altered; now \"" + show(text(row, c)) + "\"");
                    if (c == last - 1) exported = due;
                }
                if (exported < due) find(name, n, 1, "row added or out of order, exported as row " + exported);
                if (exported > due) find(name, due, 1, "row missing here");
                due = Math.max(due, exported + 1);
                if (held == null || !text(row, 1).isEmpty()) {
                    if (held != null) rows.row(heldAt, held);
                    held = Arrays.copyOf(row, Math.max(row.length, last + 1));
                    heldAt = n;
                } else {
                    for (int c = 1; c < Math.min(row.length, last - 1); c++) {
                        if (row[c] != null) held[c] = "s" + text(held, c) + text(row, c);
                    }
                }
            });
            if (held != null) rows.row(heldAt, held);
            if (due <= count) find(name, due, 1, "row missing here");
        } catch (XMLStreamException | RuntimeException e) {
            find(name, 0, 0, e instanceof IllegalStateException ? e.getMessage() : "not well-formed");
        }
        return HEX.formatHex(digest.digest());
    }

    /** §4.2: the rows of Proof, and the hash of those that state what the file is. */
    void readProof() throws Exception {
        var kinds = new StringBuilder();
        var digest = MessageDigest.getInstance("SHA-256");
        readSheet(PROOF, PROOF_HEADING, 0, (n, row) -> {
            var said = IntStream.range(0, 4).mapToObj(c -> text(row, c)).toArray(String[]::new);
            if (said[0].equals("ledger") && statementHash.isEmpty()) statementHash = HEX.formatHex(digest.digest());
            digest.update(line(row));
            if (proof.put(said[0] + " " + said[1], said) != null) find(PROOF, n, 1, "row added");
            kinds.append(said[0]).append(Stream.of(said).filter(text -> !text.isEmpty()).count()).append(' ');
            if (said[0].equals("path")) path.addAll(List.of(said[2].split("(?<=\\G.{64})")));
        });
        if (!said("export format").equals(FORMAT)) {
            throw new IllegalStateException("it has no Proof of " + FORMAT + "; other formats have other verifiers");
        }
        if (!kinds.toString().matches(ROWS)) find(PROOF, 0, 0, "rows missing, added or out of order");
    }

    String said(String row) {
        return proof.containsKey(row) ? proof.get(row)[2] : "";
    }

    List<String[]> allSaid(String part) {
        return proof.values().stream().filter(row -> row[0].equals(part)).toList();
    }

    /** §4.3: the key, the one that the reader has from elsewhere, signed a ledger that holds the statement. */
    void checkProof() throws Exception {
        String key = said("ledger key"), json = said("ledger checkpoint"), leaf = said("ledger entry");
        checkpoint = CHECKPOINT.matcher(json);
        boolean fits = checkpoint.matches();
        try {
            byte[] spki = Base64.getDecoder().decode(key);
            keyId = hash(spki).substring(0, 16);
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            ed25519.update(json.getBytes(UTF_8));
            fits = fits && ed25519.verify(Base64.getDecoder().decode(said("ledger signature")))
                    && checkpoint.group(2).equals(keyId) && checkpoint.group(3).equals(said("export ledger"))
                    && (key + said("ledger signature")).matches(CANONICAL);
        } catch (Exception e) {
            fits = false;
        }
        if (!fits) find(PROOF, 0, 0, "checkpoint, signature and key do not fit each other");
        boolean given = trusted.equalsIgnoreCase(keyId) || trusted.contains("\"" + key + "\"");
        if (!trusted.isEmpty() && !given) find(PROOF, 0, 0, "its key is not the one that you gave");
        fits = has(leaf, "act", json("exported")) && has(leaf, "recordType", json("export"))
                && has(leaf, "recordId", json(said("export id"))) && has(leaf, "field", json("statement"))
                && has(leaf, "transfer", json(said("export transfer")))
                && has(leaf, "new", commitment(said("ledger salt"), "new", statementHash));
        if (!fits) find(PROOF, 0, 0, "what it states is not what the ledger holds of this export");
    }

    /** Whether a leaf has this member. In its texts quotation marks are escaped, so nothing else looks like one. */
    static boolean has(String leaf, String name, String value) {
        return leaf.contains("\"" + name + "\":" + value + ",") || leaf.endsWith("\"" + name + "\":" + value + "}");
    }

    /** §4.5: a sheet of evidence; trail, signatures and items are looked at more closely. */
    void checkSheet(String name, String stated, String hash) throws Exception {
        var headings = new ArrayList<String>();
        int count = Integer.parseInt(stated.replaceFirst("^([0-9]{1,7}) .*|.*", "0$1"));
        var is = readSheet(name, stated.replaceFirst("^[0-9]* ", ""), count, (n, row) -> {
            if (n == 1) headings.addAll(Arrays.asList(row));
            else if (name.matches("Audit trail( [0-9]+)?")) checkEntry(name, n, row);
            else if (name.matches("(Signatures|Items)( [0-9]+)?")) checkContent(name, n, row, headings);
        });
        if (!is.equals(hash)) find(name, 0, 0, "its text is not the one that was exported");
    }

    /** §4.6: an entry shows what its leaf holds, and the leaf is the one in the ledger. */
    void checkEntry(String sheet, int n, String[] row) throws Exception {
        String leaf = text(row, LEAF), salt = text(row, VALUE_SALT);
        boolean holds = hash(("\0" + leaf).getBytes(UTF_8)).equals(text(row, LEAF_HASH));
        for (int c = 0; c < MEMBERS.length; c++) {
            boolean value = c == OLD || c == NEW, withheld = value && salt.isEmpty() && text(row, c).equals(WITHHELD);
            var shown = row[c] != null && row[c].startsWith("n") ? text(row, c) : json(text(row, c));
            if (value) shown = commitment(salt, MEMBERS[c], text(row, c));
            holds &= has(leaf, MEMBERS[c], "null") ? row[c] == null : withheld || has(leaf, MEMBERS[c], shown);
        }
        if (!holds) find(sheet, n, 1, "the ledger holds another entry");
        leaves.put(Long.parseLong("0" + text(row, LEAF_NO).replaceAll("[^0-9]|^.{16,}", "")), text(row, LEAF_HASH));
        begun = has(leaf, "act", json("export-begun")) && has(leaf, "recordId", json(said("export id")));
        boolean counts = allSaid("filter").isEmpty() && has(leaf, "transfer", json(said("export transfer")));
        if (counts && !has(leaf, "transferNo", "" + ++ofTransfer)) find(sheet, n, 1, "entries left out before it");
    }

    /** §4.7: an item's content is of that version, and the one that its hash and its signatures name. */
    void checkContent(String sheet, int n, String[] row, List<String> headings) throws Exception {
        var item = json(text(row, headings.indexOf("sItem"))) + ",";
        var version = text(row, headings.indexOf("sVersion")) + ",";
        var hash = text(row, headings.indexOf("sContent hash"));
        var hashes = signed.computeIfAbsent(item + version, key -> new HashSet<>());
        if (text(row, headings.indexOf("sSubject")).equals("item")) hashes.add(hash);
        if (sheet.startsWith("Signatures")) return;
        var content = text(row, headings.indexOf("sContent"));
        boolean fits = content.contains("\"itemId\":" + item)
                && content.contains("\"transferId\":" + json(said("export transfer")) + ",\"version\":" + version)
                && hash.equals(hash(content.getBytes(UTF_8))) && Set.of(hash).containsAll(hashes);
        if (!fits) find(sheet, n, 1, "its content is not that of this version, or not what was signed");
    }

    /** §4.8: leaves and path lead to the root in the checkpoint, and a complete export leaves nothing out. */
    void checkLedger() {
        boolean fits = (begun || !allSaid("filter").isEmpty()) && said("export entries").equals("" + leaves.size());
        try {
            leaves.put(Long.parseLong(said("ledger index")), hash(("\0" + said("ledger entry")).getBytes(UTF_8)));
            var root = root(0, Long.parseLong(checkpoint.group(5)));
            fits &= root.equals(checkpoint.group(4)) && path.isEmpty();
        } catch (Exception e) {
            fits = false;
        }
        if (!fits) find(PROOF, 0, 0, "the entries of the trail do not lead to the checkpoint, or are not all there");
    }

    String root(long low, long high) throws Exception {
        if (leaves.subMap(low, high).isEmpty()) return path.remove();
        if (high - low == 1) return leaves.get(low);
        long middle = low + Long.highestOneBit(high - low - 1);
        return hash(new byte[] {1}, HEX.parseHex(root(low, middle)), HEX.parseHex(root(middle, high)));
    }

    /** §4.9: every part is, byte by byte, the one that Baton wrote; of Proof's own, all but its plain rows. */
    void checkParts() throws Exception {
        var stated = new TreeMap<String, String>();
        for (var row : allSaid("part")) stated.put(row[1], row[3]);
        for (var part : Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList()) {
            var sheet = sheets.keySet().stream().filter(s -> part.equals(sheets.get(s))).findFirst().orElse("Workbook");
            var in = new DigestInputStream(open(part), MessageDigest.getInstance("SHA-256"));
            var rows = PLAIN_ROW.matcher(sheet.equals(PROOF) ? new String(open(part).readAllBytes(), UTF_8) : "");
            in.transferTo(OutputStream.nullOutputStream());
            var is = HEX.formatHex(in.getMessageDigest().digest());
            if (sheet.equals(PROOF)) is = hash(rows.replaceAll("").getBytes(UTF_8));
            var was = stated.remove(part);
            var what = was == null ? " was added" : " is not as Baton wrote it";
            if (!is.equals(was)) findings.add(show(sheet) + ": " + show(part) + what);
        }
        stated.keySet().forEach(part -> findings.add("Workbook: " + show(part) + " is missing"));
    }

    void find(String sheet, int row, int column, String what) {
        var place = new StringBuilder(row + column == 0 ? "" : "!" + (row == 0 ? "" : row));
        for (int c = column; c > 0; c = (c - 1) / 26) place.insert(1, (char) ('A' + (c - 1) % 26));
        findings.add(show(sheet) + place + ": " + what);
    }

    int report(boolean altered, PrintStream out) {
        if (!findings.isEmpty()) {
            out.println("ALTERED: " + (altered ? "this file is not as Baton exported it; the first place comes first."
                    : "every cell says what Baton wrote, but the file was saved anew, or made to look different."));
            findings.stream().limit(200).forEach(out::println);
            return 1;
        }
        var filter = allSaid("filter").stream().map(row -> row[1] + " \"" + show(row[2]) + "\"").collect(joining(", "));
        out.println("VALID: all is as Baton wrote it, and every entry of the trail stands in the signed ledger.");
        out.println("Exported: " + said("export at") + " by " + show(said("export by")) + ", id " + said("export id"));
        out.println(filter.isEmpty() ? "Complete: no entry of the transfer before the export is left out."
                : "Filtered: " + filter + ". What is in it is proven; other entries exist or not.");
        out.println("Ledger: " + checkpoint.group(3) + ", " + checkpoint.group(5) + " leaves, " + checkpoint.group(1));
        out.println("Key: " + keyId + (trusted.isEmpty() ? ", out of the file itself: compare it with one that you got"
                + " another way" : ", the one that you gave"));
        return 0;
    }

    static String hash(byte[]... pieces) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var piece : pieces) digest.update(piece);
        return HEX.formatHex(digest.digest());
    }

    static String commitment(String salt, String which, String value) throws Exception {
        return json(hash(("[" + json(salt) + "," + json(which) + "," + json(value) + "]").getBytes(UTF_8)));
    }

    static String crc(String[] row, int c) {
        var crc = new CRC32();
        if (c < row.length && row[c] != null) crc.update(row[c].getBytes(UTF_8));
        return HEX.toHexDigits(crc.getValue(), 8);
    }

    static String text(String[] row, int c) {
        return c < 0 || c >= row.length || row[c] == null ? "" : row[c].substring(1);
    }

    static byte[] line(String[] row) {
        return Stream.of(row).map(BatonVerify::json).collect(joining(",", "[", "]\n")).getBytes(UTF_8);
    }

    static String json(String text) {
        if (text == null) return "null";
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int plain = "\"\\\b\f\n\r\t".indexOf(c);
            if (plain >= 0) out.append('\\').append("\"\\bfnrt".charAt(plain));
            else out.append(c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
        }
        return out.append('"').toString();
    }

    /** A text, cut, with whatever cannot be seen made visible. */
    static String show(String text) {
        var cut = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return UNSEEN.matcher(cut).replaceAll(m -> String.format("\\\\u{%X}", m.group().codePointAt(0)));
    }
}
