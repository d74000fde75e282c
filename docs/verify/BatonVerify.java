import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.xml.stream.*;

/**
 * Checks a workbook exported from Baton without Baton: {@code java BatonVerify.java export.xlsx [--key keyId|keys.json]}.
 * Needs a JDK 17 or later and nothing else, reads only the files named and writes none. Exit status: 0 valid, 1 altered,
 * 2 not a Baton export. Signs like §3.1 name sections of docs/evidence-format.md, from which this file is written.
 */
public final class BatonVerify {
    static final int MOST_SHOWN = 200, WHOLE_FILE = Integer.MAX_VALUE;
    static final Set<String> MAIN = Set.of("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main");
    static final Set<String> HARMLESS = Set.of("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter",
            "sortState", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "phoneticPr");
    static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_"), NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    static final class Bad extends RuntimeException { Bad(String why) { super(why); } }
    record Finding(int sheet, int row, int column, String text) {}
    record Sheet(String name, String part, boolean hidden) {}
    record Line(String sheet, int row, String part, String where, String value, String hash, String more) {}
    record Tag(String name, int depth, Map<String, String> attributes) { String get(String name) { return attributes.getOrDefault(name, ""); } }

    /** Some rows of a sheet that belong together: a text too long for a cell goes on in the rows below (§3.1). */
    static final class Entry {
        String kind, sheet; int row, rows; Line line; boolean intact = true; final Map<String, String> cells = new HashMap<>(); int leaf; byte[] built;
    }

    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintStream out) {
        var check = new BatonVerify();
        var why = "use: java BatonVerify.java export.xlsx [--key keyId|keys.json]";
        if (args.length == 1 || args.length == 3 && args[1].equals("--key")) {
            try (var zip = new ZipFile(args[0])) {
                check.zip = zip;
                if (args.length == 3) check.trusted = (Files.exists(Path.of(args[2])) ? Files.readString(Path.of(args[2])) : args[2]).strip();
                check.verify();
                return check.report(out);
            } catch (Bad e) {
                why = e.getMessage();
            } catch (OutOfMemoryError e) {
                why = "too large for this memory; run java with a larger -Xmx";
            } catch (Exception | StackOverflowError e) {
                why = "no readable .xlsx file";
            }
        }
        out.println("NOT A BATON EXPORT: " + why);
        return 2;
    }

    ZipFile zip;
    String trusted, keyId = "";
    List<Finding> findings = new ArrayList<>();
    final List<Sheet> sheets = new ArrayList<>();
    final List<String> order = new ArrayList<>(), strings = new ArrayList<>();     // names of the sheets as stated; shared strings
    final Map<String, String> parts = new HashMap<>(), contents = new HashMap<>(); // as stated: part -> hash; as found: item and version -> content hash
    final Map<Integer, String> styles = new HashMap<>();                           // cell style -> what is wrong with its look, or "date"
    Map<String, Object> statement = Map.of(), checkpoint = Map.of();
    final List<byte[]> leaves = new ArrayList<>();
    final List<Long> indexes = new ArrayList<>();
    final List<Entry> misfits = new ArrayList<>(), signatures = new ArrayList<>();
    final Set<String> intact = new HashSet<>();                                    // sheets whose hash is the stated one
    List<Sheet> proofSheets;
    Line line;                                                                     // the line of Proof to be read next
    Entry current;
    boolean asExported = true, commonFit, statementFits, begun;
    long entries, transferNo, ownIndex;
    byte[] ownLeaf;

    Finding finding(String sheet, int row, int column, String what) {
        int at = sheet.isEmpty() ? WHOLE_FILE : order.contains(sheet) ? order.indexOf(sheet) : isProof(sheet) ? WHOLE_FILE - 1 : WHOLE_FILE - 2;
        var letters = new StringBuilder();
        for (int c = column; c > 0; c = (c - 1) / 26) letters.insert(0, (char) ('A' + (c - 1) % 26));
        return new Finding(at, row, column, (sheet.isEmpty() ? "Workbook" : plain(sheet)) + (row + column == 0 ? "" : "!" + letters + (row == 0 ? "" : row)) + ": " + what);
    }

    void find(String sheet, int row, int column, String what) { findings.add(finding(sheet, row, column, what)); }
    static boolean isProof(String name) { return name.matches("Proof( [0-9]+)?"); }

    // ---------------------------------------------------------------------------------------------- checking (§4)

    void verify() throws Exception {
        openPackage();
        proofSheets = sheets.stream().filter(s -> isProof(s.name())).toList();
        if (proofSheets.isEmpty()) throw new Bad("it has no sheet Proof");
        var path = new ArrayList<String>();
        try {
            nextLine();
            var about = sha256();
            while (is("about")) about.update(utf8(take("V").value() + "\n"));
            if (!is("statement")) throw new Bad("no statement in it");
            var stated = take("VH");
            statement = object(stated.value(), true);
            if (!"baton-evidence/1".equals(statement.get("format"))) throw new Bad("its format is not known");
            list(statement, "sheets").forEach(s -> order.add(text(s, "name")));
            list(statement, "parts").forEach(p -> parts.put(text(p, "name"), text(p, "sha256")));
            if (!hex(about.digest()).equals(statement.get("about"))) find("Proof", 2, 3, "the lines about how to check are altered");
            checkKey();
            checkEntry(hex(sha256().digest(utf8(stated.value()))), stated);
            while (is("path")) path.add(take("H").hash());
        } catch (RuntimeException e) {
            throw new Bad("its sheet Proof cannot be read" + (e instanceof Bad ? ": " + e.getMessage() : ""));
        }
        findLooks();
        var listed = list(statement, "sheets");
        for (int i = 0; i < listed.size(); i++) checkSheet(listed.get(i), actual(i));
        finish();
        for (; line != null; nextLine()) find(line.sheet(), line.row(), 1, "line that belongs to no row of a sheet");
        boolean complete = Boolean.TRUE.equals(statement.get("complete")), unfiltered = Map.of().equals(statement.get("filter"));
        if (complete != unfiltered) find("Proof", 0, 0, "filter and completeness contradict each other");
        boolean whole = order.stream().filter(n -> n.startsWith("Audit trail")).allMatch(intact::contains);
        if (whole && complete && !begun) find("Audit trail", 0, 0, "the last entry is not the beginning of this export");
        if (whole && entries != number(statement, "entries")) find("Audit trail", 0, 0, entries + " entries instead of " + number(statement, "entries"));
        boolean proven = checkRoot(path) && statementFits;
        for (var m : misfits) {
            if (proven && intact.contains(m.sheet)) find(m.line.sheet(), m.line.row(), 5, "does not fit the entry in " + m.line.where());
            else find(m.sheet, m.row, 1, "the entry does not fit the ledger, though its row check does");
        }
        for (var s : signatures) {
            var content = contents.get(s.cells.get("Item") + s.cells.get("Version"));
            if (content != null && !content.equals(s.cells.get("Content hash"))) find(s.sheet, s.row, 1, "signs another content than Items shows");
        }
        for (var name : order) {
            int at = order.indexOf(name);
            if (!intact.contains(name) && findings.stream().noneMatch(f -> f.sheet() == at)) find(name, 0, 0, "altered, and its row checks were computed anew");
        }
    }

    /** §4.2: the checkpoint is signed by the key, and the key is the one that the reader has from elsewhere. */
    void checkKey() throws IOException {
        var signed = is("checkpoint") ? take("VM") : null;
        var key = is("key") ? take("WV") : null;
        if (signed == null || key == null) throw new Bad("no checkpoint or no key in it");
        try {
            checkpoint = object(signed.value(), true);
            var bytes = base64(key.value());
            keyId = hex(sha256().digest(bytes)).substring(0, 16);
            if (!keyId.equals(key.where())) find(key.sheet(), key.row(), 2, "is not the id of the key beside it");
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
            verifier.update(utf8(signed.value()));
            if (!verifier.verify(base64(signed.more())) || !"baton-checkpoint/1".equals(checkpoint.get("format"))
                    || !keyId.equals(checkpoint.get("keyId"))) throw new SignatureException();
        } catch (GeneralSecurityException | RuntimeException e) {
            find(signed.sheet(), signed.row(), 3, "checkpoint, signature and key do not fit each other");
        }
        if (!Objects.equals(checkpoint.get("ledger"), statement.get("ledger"))) find(signed.sheet(), signed.row(), 3, "is of another ledger than the statement");
        if (trusted != null && !isTrusted(key.value())) find(key.sheet(), key.row(), 2, "is not the key that you gave, or was not in force then");
    }

    boolean isTrusted(String key) {
        if (!trusted.startsWith("{")) return trusted.equalsIgnoreCase(keyId);
        var given = object(trusted, false);
        var at = text(checkpoint, "at").substring(0, 19);                          // to the second: writers differ in the digits after it
        return Objects.equals(given.get("ledger"), statement.get("ledger")) && list(given, "keys").stream().anyMatch(k -> key.equals(k.get("publicKey"))
                && keyId.equals(k.get("keyId")) && (k.get("from") == null || text(k, "from").substring(0, 19).compareTo(at) <= 0)
                && (k.get("to") == null || text(k, "to").substring(0, 19).compareTo(at) >= 0));
    }

    /** §4.4: the ledger has an entry of this export that names the hash of the statement. */
    void checkEntry(String hash, Line stated) throws IOException {
        if (!hash.equals(stated.hash())) find(stated.sheet(), stated.row(), 4, "is not the hash of the statement");
        if (!is("entry")) throw new Bad("no entry of the export in it");
        var own = take("VHM");
        var leaf = object(own.value(), true);
        var opening = object(own.more(), true);
        ownIndex = number(opening, "index");
        ownLeaf = HexFormat.of().parseHex(own.hash());
        statementFits = Arrays.equals(leafHash(own.value()), ownLeaf) && opening.size() == 3 && hash.equals(opening.get("new"))
                && commitment(text(opening, "valueSalt"), "new", hash).equals(leaf.get("new")) && "exported".equals(leaf.get("act"))
                && "export".equals(leaf.get("recordType")) && "statement".equals(leaf.get("field"))
                && text(statement, "export").equals(leaf.get("recordId")) && text(statement, "transfer").equals(leaf.get("transfer"));
        if (!statementFits) find(own.sheet(), own.row(), 3, "the ledger's entry of the export does not fit the statement");
    }

    /** §4.5: a sheet, row by row beside its lines in Proof. */
    void checkSheet(Map<String, Object> stated, Sheet sheet) throws IOException {
        String name = text(stated, "name"), kind = name.replaceFirst(" [0-9]+$", "");
        if (sheet == null) find(name, 0, 0, "sheet missing");
        else if (!sheet.name().equals(name)) find(name, 0, 0, "sheet renamed to " + show(sheet.name()));
        if (current != null && !current.kind.equals(kind)) finish();
        MessageDigest hash = sha256(), checks = sha256();
        var wrong = new ArrayList<Line>();
        Rows rows = null;
        boolean readable = sheet != null, headingFits = false;
        long count = 0;
        String[] heading = {};
        for (int n = 1, expected = 1; ; n++) {
            String[] row = null;
            try {
                if (n == 1 && readable) rows = new Rows(sheet);
                if (readable && (row = rows.next()) != null) count++;
            } catch (Bad e) {
                readable = false;
                find(name, 0, 0, "cannot be read: " + e.getMessage());
            }
            var e = is("row") && line.where() != null && line.where().startsWith(name + "!") ? take("WVHM") : null;
            if (row == null && e == null) break;
            if (row != null) hash.update(utf8(canonical(Arrays.asList(row)) + "\n"));
            boolean fits = row != null && e != null && rowCheck(row).equals(e.value());
            if (n == 1) heading = row == null ? heading : row;
            if (n == 1) headingFits = fits;
            if (e != null) {
                checks.update(utf8(e.value() + "\n"));
                var at = e.where().substring(name.length() + 1);
                if (!at.equals("" + expected)) find(e.sheet(), e.row(), 2, "out of order, or a line is missing or added before it: " + name + "!" + expected + " is due");
                expected = 1 + (at.matches("[0-9]{1,7}") ? Integer.parseInt(at) : expected);
                if (!fits && wrong.size() < MOST_SHOWN) wrong.add(e);
                if (e.hash() == null && e.more() != null || e.hash() != null && (n == 1 || !kind.equals("Audit trail"))) find(e.sheet(), e.row(), 4, "belongs to no entry");
            }
            if (n > 1) collect(kind, name, n, heading, row, e, fits && headingFits);
        }
        if (!kind.equals("Audit trail")) finish();
        boolean hashFits = hex(hash.digest()).equals(stated.get("sha256")) && count == number(stated, "rows");
        if (hashFits) intact.add(name);
        if (!hex(checks.digest()).equals(stated.get("checks")) && wrong.isEmpty()) find("Proof", 0, 0, "row checks of " + name + " altered");
        if (hashFits) wrong.forEach(e -> find(e.sheet(), e.row(), 3, "row check altered; " + e.where() + " is as exported"));
        else if (readable) align(name, sheet);
        if (!readable) return;
        if (commonFit && rows.hash().equals(parts.get(sheet.part()))) return;
        asExported = false;
        findings.addAll(rows.look);
    }

    /** Puts the rows of an entry of the trail, of an item or of a signature together. */
    void collect(String kind, String sheet, int n, String[] heading, String[] row, Line e, boolean fits) {
        int version = Arrays.asList(heading).indexOf("sVersion");
        boolean trail = kind.equals("Audit trail");
        if (trail ? e != null && e.hash() != null : version >= 0 && row != null && row.length > version && row[version] != null) {
            finish();
            current = new Entry();
            current.kind = kind;
            current.sheet = sheet;
            current.row = n;
            current.line = e;
        } else if (trail && e != null && current == null) find(e.sheet(), e.row(), 4, "no entry begins here");
        if (current == null || trail && e == null) return;
        current.rows++;
        current.intact &= fits;
        for (int c = 0; row != null && c < Math.min(row.length, heading.length); c++) {
            if (row[c] != null && heading[c] != null && (c > 0 || current.rows == 1)) current.cells.merge(heading[c].substring(1), row[c], (a, b) -> a + b.substring(1));
        }
    }

    /** §4.6 to §4.8: an entry is complete, so its leaf or its content can be hashed. */
    void finish() {
        var done = current;
        current = null;
        if (done == null) return;
        if (done.kind.equals("Signatures") && done.intact && "sitem".equals(done.cells.get("Subject"))) signatures.add(done);
        if (done.kind.equals("Items") && done.intact) checkItem(done);
        if (!done.kind.equals("Audit trail")) return;
        entries++;
        try {
            var rest = object(done.line.more(), true);
            long index = number(rest, "index");
            if (!indexes.isEmpty() && index <= indexes.get(indexes.size() - 1)) find(done.line.sheet(), done.line.row(), 5, "the entry does not follow the one before in the ledger");
            indexes.add(index);
            leaves.add(HexFormat.of().parseHex(done.line.hash()));
            begun = "sexport-begun".equals(done.cells.get("Act")) && text(statement, "export").equals(rest.get("recordId"));
            if (text(statement, "transfer").equals(rest.get("transfer"))) {
                transferNo++;
                if (Boolean.TRUE.equals(statement.get("complete")) && number(rest, "transferNo") != transferNo) find(done.sheet, done.row, 1, "entries left out before this one");
                transferNo = number(rest, "transferNo");
            }
            done.leaf = leaves.size() - 1;
            done.built = leafHash(canonical(leaf(done.cells, rest)));
            if (done.intact && !(number(rest, "rows") == done.rows && hex(done.built).equals(done.line.hash()))) misfits.add(done);
        } catch (RuntimeException e) {
            if (done.intact) misfits.add(done);
        }
    }

    void checkItem(Entry item) {
        var content = item.cells.getOrDefault("Content", "s").substring(1);
        try {
            var read = object(content, true);
            if (("s" + hex(sha256().digest(utf8(content)))).equals(item.cells.get("Content hash")) && ("s" + read.get("itemId")).equals(item.cells.get("Item"))
                    && ("n" + read.get("version")).equals(item.cells.get("Version")) && text(statement, "transfer").equals(read.getOrDefault("transferId", statement.get("transfer")))) {
                contents.put(item.cells.get("Item") + item.cells.get("Version"), item.cells.get("Content hash"));
                return;
            }
        } catch (RuntimeException unreadable) { /* told below */ }
        find(item.sheet, item.row, 1, "the content does not fit its hash, item or version");
    }

    /** §3.3: the leaf of an entry, from the cells of its rows and the rest in Proof. */
    static Map<String, Object> leaf(Map<String, String> cells, Map<String, Object> rest) {
        var leaf = new TreeMap<String, Object>();
        for (var member : "v tx recordType recordId record transfer transferNo item unit session salt".split(" ")) {
            if (!rest.containsKey(member)) throw new Bad(member);
            leaf.put(member, rest.get(member));
        }
        for (var member : "At (UTC)=at Zone=zone Person=person User name=username Role=role Site=site Act=act Field=field Reason=reason Address=address".split("(?<=[a-z]) (?=[A-Z][^=]*=)")) {
            var cell = cells.get(member.split("=")[0]);
            leaf.put(member.split("=")[1], cell == null ? member.matches("(Zone|Person|User|Role|Site|Act).*") ? "" : null : typed('s', cell));
        }
        var unit = leaf.get("unit") == null ? "" : " (" + leaf.get("unit") + ")";
        if (leaf.get("field") instanceof String field && field.endsWith(unit)) leaf.put("field", field.substring(0, field.length() - unit.length()));
        leaf.put("no", Long.valueOf(typed('n', cells.get("No."))));
        leaf.put("version", cells.get("Version") == null ? null : Long.valueOf(typed('n', cells.get("Version"))));
        var values = new TreeMap<String, Object>(leaf);
        values.put("old", cells.get("Old value") == null ? null : typed('s', cells.get("Old value")));
        values.put("new", cells.get("New value") == null ? null : typed('s', cells.get("New value")));
        int members = 13;
        for (var empty : List.of("old", "new", "field", "reason", "address")) {
            var flag = "empty" + Character.toUpperCase(empty.charAt(0)) + empty.substring(1);
            if (!rest.containsKey(flag)) continue;
            if (!Boolean.TRUE.equals(rest.get(flag)) || values.get(empty) != null) throw new Bad(flag);
            values.put(empty, "");
            members++;
        }
        boolean withheld = !rest.containsKey("valueSalt");
        for (var which : List.of("old", "new")) {
            values.put(which, withheld ? rest.get(which) : values.get(which) == null ? null : commitment(text(rest, "valueSalt"), which, (String) values.get(which)));
        }
        var name = leaf.get("recordType") + " " + leaf.get("recordId");
        if (!leaf.get("record").equals(leaf.get("recordId"))) name = leaf.get("record") + " (" + name + ")";
        if (!name.equals(typed('s', cells.get("Record"))) || rest.size() != members + (withheld ? 2 : 1)) throw new Bad("record");
        return values;
    }

    /** §4.1: a second reading names rows and cells of a sheet whose hash does not fit. */
    void align(String name, Sheet sheet) throws IOException {
        List<String> was = new ArrayList<>(), is = new ArrayList<>();
        var lines = new Lines(true);
        for (var l = lines.next(); l != null; l = lines.next()) if (l.part().equals("row") && l.where() != null && l.where().startsWith(name + "!")) was.add("" + l.value());
        var odd = new HashMap<Integer, String[]>();                                // rows that no stated row is like, to show what they say now
        Map<String, Deque<Integer>> inWas = positions(was), inIs;
        var rows = new Rows(sheet);
        for (var row = rows.next(); row != null; row = rows.next()) {
            is.add(rowCheck(row));
            if (odd.size() < 1000 && !inWas.containsKey(is.get(is.size() - 1))) odd.put(is.size() - 1, row);
        }
        inIs = positions(is);
        BitSet wasDone = new BitSet(), isDone = new BitSet();
        for (int i = 0, j = 0, e = was.size(), a = is.size(); (i < e || j < a) && findings.size() < 1000; ) {
            if (i < e && wasDone.get(i)) { i++; continue; }
            if (j < a && isDone.get(j)) { j++; continue; }
            if (i < e && j < a && was.get(i).equals(is.get(j))) { i++; j++; continue; }
            int now = i < e ? next(inIs, was.get(i), j, isDone) : -1, then = j < a ? next(inWas, is.get(j), i, wasDone) : -1;
            if (now < 0 && then < 0 && i < e && j < a) {
                boolean like = alike(was.get(i), is.get(j)), gone = !like && anyAlike(is.get(j), was, i), added = !like && !gone && anyAlike(was.get(i), is, j);
                if (gone) find(name, ++i, 1, "row missing");
                else if (added) find(name, ++j, 1, "row added");
                else altered(name, j, different(was.get(i++), is.get(j++)), odd);
            } else if (i < e && now < 0) find(name, ++i, 1, "row missing");
            else if (j < a && then < 0) find(name, ++j, 1, "row added");
            else if (then - i <= now - j) { isDone.set(now); find(name, ++i, 1, "row out of order, now row " + (now + 1)); }
            else { wasDone.set(then); find(name, ++j, 1, "row out of order, exported as row " + (then + 1)); }
        }
    }

    static Map<String, Deque<Integer>> positions(List<String> checks) {
        var found = new HashMap<String, Deque<Integer>>();
        for (int i = 0; i < checks.size(); i++) found.computeIfAbsent(checks.get(i), k -> new ArrayDeque<>(2)).add(i);
        return found;
    }

    static int next(Map<String, Deque<Integer>> positions, String check, int from, BitSet done) {
        var found = positions.getOrDefault(check, new ArrayDeque<>());
        while (!found.isEmpty() && (found.peek() < from || done.get(found.peek()))) found.poll();
        return found.isEmpty() ? -1 : found.peek();
    }

    static boolean alike(String one, String other) { return 2 * different(one, other).size() <= Math.max(one.length(), other.length()) / 8; }
    static boolean anyAlike(String one, List<String> others, int from) { return others.subList(from + 1, Math.min(from + 21, others.size())).stream().anyMatch(o -> alike(one, o)); }

    void altered(String name, int j, List<Integer> columns, Map<Integer, String[]> odd) {
        var row = odd.getOrDefault(j, new String[0]);
        for (int c : columns) {
            var cell = c < row.length ? row[c] : null;
            find(name, j + 1, c + 1, "altered; now " + (cell == null ? "empty" : cell.equals("x") ? "a formula, an error or no number" : cell.startsWith("s") ? show(cell.substring(1)) : cell.startsWith("d") ? "another date" : cell.substring(1)));
        }
    }

    static List<Integer> different(String one, String other) {
        return IntStream.range(0, Math.max(one.length(), other.length()) / 8).filter(c -> !crcAt(one, c).equals(crcAt(other, c))).boxed().toList();
    }

    static String crcAt(String check, int c) { return check.length() < 8 * c + 8 ? "00000000" : check.substring(8 * c, 8 * c + 8); }

    /** §4.3: the root of the tree from the known leaves and the hashes between them. */
    boolean checkRoot(List<String> path) {
        boolean built = false;
        try {
            leaves.add(ownLeaf);
            if (!indexes.isEmpty() && indexes.get(indexes.size() - 1) >= ownIndex) throw new Bad("order");
            indexes.add(ownIndex);
            if (ownIndex < number(checkpoint, "size") && leadsToRoot(path)) return true;
            for (var m : misfits) if (m.built != null) leaves.set(m.leaf, m.built);  // if the cells lead there, it is the hashes of Proof that are altered
            built = leadsToRoot(path);
        } catch (RuntimeException unreadable) { /* told below */ }
        find("Proof", 0, 0, "leaf hashes and path do not lead to the root of the checkpoint");
        return built;
    }

    boolean leadsToRoot(List<String> path) {
        var left = new ArrayDeque<>(path);
        return hex(root(0, number(checkpoint, "size"), 0, leaves.size(), left)).equals(checkpoint.get("rootHash")) && left.isEmpty();
    }

    byte[] root(long low, long high, int from, int to, Deque<String> path) {
        if (from == to) return HexFormat.of().parseHex(path.remove());
        if (high - low == 1) return leaves.get(from);
        long middle = low + Long.highestOneBit(high - low - 1);
        int split = from;
        while (split < to && indexes.get(split) < middle) split++;
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(root(low, middle, from, split, path));
        return digest.digest(root(middle, high, split, to, path));
    }

    // ------------------------------------------------------------------------------- the package and its look (§4.10, §4.11)

    private String stylesPart = "", themePart = "", stringsPart = "";
    private Rows stringRows;

    void openPackage() throws IOException {
        var names = new HashSet<String>();
        var known = new HashSet<>(Set.of("[Content_Types].xml", "_rels/.rels"));
        for (var e : Collections.list(zip.entries())) if (!names.add(e.getName().toLowerCase(Locale.ROOT))) find("", 0, 0, "two parts named " + show(e.getName()));
        var book = relations("").values().stream().filter(r -> r[0].equals("officeDocument")).map(r -> r[1]).findFirst().orElseThrow();
        var related = relations(book);
        known.addAll(List.of(book, relationsOf(book)));
        for (var r : related.values()) {
            if (r[0].equals("styles")) stylesPart = r[1];
            if (r[0].equals("theme")) themePart = r[1];
            if (r[0].equals("sharedStrings")) stringsPart = r[1];
        }
        for (var tag : tags(book)) {
            var relation = related.get(tag.get("id"));
            if (!tag.name().equals("sheet") || tag.depth() != 3) continue;
            if (relation == null || !relation[0].equals("worksheet")) find("", 0, 0, "sheet of an unknown kind: " + show(tag.get("name")));
            else sheets.add(new Sheet(tag.get("name"), relation[1], !tag.get("state").isEmpty() && !tag.get("state").equals("visible")));
        }
        known.addAll(List.of(stylesPart, themePart, stringsPart));
        sheets.forEach(s -> known.addAll(List.of(s.part(), relationsOf(s.part()))));
        for (var e : Collections.list(zip.entries())) {
            if (known.contains(e.getName()) || e.isDirectory() || e.getName().matches("(docProps|docMetadata|customXml|xl/printerSettings|xl/persons)/.*")) continue;
            var what = Stream.of("vbaProject=macros", "drawing=a drawing", "media/=a drawing", "chart=a drawing", "omments=comments", "externalLink=links to other files")
                    .filter(w -> e.getName().contains(w.split("=")[0])).findFirst().map(w -> w.split("=")[1]).orElse("a part that is in no export");
            find("", 0, 0, what + " (" + show(e.getName()) + ")");
        }
        if (!stringsPart.isEmpty()) (stringRows = new Rows(new Sheet("", stringsPart, false))).next();
        if (!stylesPart.isEmpty()) readStyles(tags(stylesPart), themePart.isEmpty() ? List.of() : tags(themePart));
    }

    static String relationsOf(String part) { return part.replaceFirst("([^/]*)$", "_rels/$1.rels"); }

    /** Relationships of a part: id -> kind and target. */
    Map<String, String[]> relations(String part) throws IOException {
        var found = new HashMap<String, String[]>();
        for (var tag : tags(relationsOf(part))) {
            var target = tag.get("Target").startsWith("/") ? tag.get("Target").substring(1) : part.replaceFirst("[^/]*$", "") + tag.get("Target");
            while (target.matches("(.*/)?[^/]+/\\.\\./.*")) target = target.replaceFirst("[^/]+/\\.\\./", "");
            found.put(tag.get("Id"), new String[] {tag.get("Type").replaceFirst(".*/", ""), target});
        }
        return found;
    }

    void findLooks() throws IOException {
        commonFit = fits(stylesPart) && (themePart.isEmpty() || fits(themePart));
        if (stringRows != null) stringRows.look.forEach(f -> find("", 0, 0, f.text().replaceFirst("^.*?: ", "")));
        for (var s : sheets) {
            if (s.hidden()) find(s.name(), 0, 0, "sheet hidden");
            if (!order.contains(s.name()) && !isProof(s.name()) && !isRenamed(s) || sheets.stream().filter(t -> t.name().equals(s.name())).findFirst().get() != s) find(s.name(), 0, 0, "sheet added");
        }
        var now = sheets.stream().map(Sheet::name).filter(n -> order.contains(n) || isProof(n)).toList();
        var due = Stream.concat(order.stream(), IntStream.rangeClosed(1, proofSheets.size()).mapToObj(i -> i == 1 ? "Proof" : "Proof " + i)).filter(now::contains).toList();
        IntStream.range(0, now.size()).filter(i -> i >= due.size() || !now.get(i).equals(due.get(i))).limit(1).forEach(i -> find(now.get(i), 0, 0, "sheet out of order"));
    }

    boolean fits(String part) throws IOException {
        if (part.isEmpty()) return false;
        try (var in = open(part)) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(in.getMessageDigest().digest()).equals(parts.get(part));
        }
    }

    boolean isRenamed(Sheet s) { return IntStream.range(0, order.size()).anyMatch(i -> actual(i) == s); }

    /** The sheet that the statement lists there: the one of that name, or one of an unknown name in its place. */
    Sheet actual(int i) {
        var others = sheets.stream().filter(s -> !isProof(s.name())).toList();
        return others.stream().filter(s -> s.name().equals(order.get(i))).findFirst()
                .orElse(i < others.size() && !order.contains(others.get(i).name()) ? others.get(i) : null);
    }

    void readStyles(List<Tag> tags, List<Tag> theme) {
        var formats = new HashMap<String, String>(Map.of("0", "general", "49", "@"));
        List<Map<String, Integer>> fonts = new ArrayList<>();                      // text: colour; bad: small or struck through
        List<Integer> fills = new ArrayList<>();
        var ground = new ArrayList<Integer>();
        for (int i = 0; i + 1 < theme.size(); i++) if (theme.get(i).name().matches("lt1|dk1")) ground.add(colour(theme.get(i + 1), List.of(), 0));
        var themed = ground.size() == 2 ? List.of(ground.get(1), ground.get(0)) : List.of(0xFFFFFF, 0);
        var section = "";
        int xf = -1;
        for (var tag : tags) {
            if (tag.depth() == 2) section = tag.name();
            var at = section + "/" + tag.name();
            if (at.equals("numFmts/numFmt")) formats.put(tag.get("numFmtId"), tag.get("formatCode").replace("\\", "").toLowerCase(Locale.ROOT));
            if (at.equals("fonts/font")) fonts.add(new HashMap<>(Map.of("text", 0, "bad", 0)));
            if (at.equals("fonts/color")) fonts.get(fonts.size() - 1).put("text", colour(tag, themed, 0));
            if (at.equals("fonts/strike") && !tag.get("val").matches("0|false") || at.equals("fonts/sz") && decimal(tag.get("val"), 11) < 4) fonts.get(fonts.size() - 1).put("bad", 1);
            if (at.equals("fills/fill")) fills.add(0xFFFFFF);
            if (at.equals("fills/patternFill") && !tag.get("patternType").matches("none|") || at.equals("fills/gradientFill")) fills.set(fills.size() - 1, -1);
            if (at.equals("fills/fgColor") && fills.get(fills.size() - 1) == -1) fills.set(fills.size() - 1, colour(tag, themed, -1));
            if (at.equals("cellXfs/xf")) {
                var format = formats.getOrDefault(tag.get("numFmtId").isEmpty() ? "0" : tag.get("numFmtId"), "?");
                var font = fonts.get((int) decimal(tag.get("fontId"), 0));
                int back = fills.get((int) decimal(tag.get("fillId"), 0)), text = font.get("text");
                int apart = IntStream.of(0, 8, 16).map(shift -> Math.abs((text >> shift & 255) - (back >> shift & 255))).max().getAsInt();
                if (format.matches("yyyy-mm-dd hh:mm:ss([.]000)?")) styles.put(++xf, "date");
                else styles.put(++xf, format.matches("general|@") ? "" : "number format that can show something else");
                if (text < 0 || back < 0 || apart < 48) styles.put(xf, "text in the colour of its ground, or in one that cannot be judged");
                if (font.get("bad") == 1) styles.put(xf, "text struck through or too small");
            }
            if (at.equals("cellXfs/alignment") && (tag.get("shrinkToFit").matches("1|true") || tag.get("horizontal").equals("fill"))) styles.put(xf, "text shrunk or repeated to fill its cell");
        }
    }

    static int colour(Tag tag, List<Integer> theme, int automatic) {
        var rgb = tag.get("rgb") + tag.get("lastClr") + (tag.name().equals("srgbClr") ? tag.get("val") : "");
        if (!tag.get("tint").isEmpty() && decimal(tag.get("tint"), 1) != 0) return -1;
        if (rgb.matches("([0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}")) return Integer.parseInt(rgb.substring(rgb.length() - 6), 16);
        if (tag.get("auto").matches("1|true")) return automatic;
        if (tag.get("indexed").matches("8|64")) return 0;
        if (tag.get("indexed").matches("9|65")) return 0xFFFFFF;
        return tag.get("theme").matches("[01]") && theme.size() == 2 ? theme.get(Integer.parseInt(tag.get("theme"))) : -1;
    }

    static double decimal(String text, double otherwise) { return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : otherwise; }

    // ---------------------------------------------------------------------------------------------- reading cells (§3.1)

    /** A part as unpacked, hashed as it is read, and never more of it than an honest file has. */
    DigestInputStream open(String part) throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) throw new Bad("part missing");
        long most = Math.max(512L << 20, 250 * entry.getCompressedSize());
        return new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16), sha256()) {
            long read;
            @Override public int read(byte[] to, int from, int length) throws IOException {
                int n = super.read(to, from, length);
                if ((read += n) > most) throw new Bad("unpacks to more than is reasonable");
                return n;
            }
        };
    }

    static XMLStreamReader xml(InputStream in) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = new PushbackReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1);
        int first = reader.read();
        if (first != 0xFEFF && first >= 0) reader.unread(first);
        return factory.createXMLStreamReader(reader);
    }

    static Map<String, String> attributes(XMLStreamReader x) {
        var found = new HashMap<String, String>();
        for (int i = 0; i < x.getAttributeCount(); i++) found.put(x.getAttributeLocalName(i), x.getAttributeValue(i));
        return found;
    }

    List<Tag> tags(String part) throws IOException {
        var found = new ArrayList<Tag>();
        try (var in = open(part)) {
            int depth = 0;
            for (var x = xml(in); x.hasNext(); ) {
                int event = x.next();
                if (event == XMLStreamConstants.DTD) throw new Bad("a document type declaration");
                if (event == XMLStreamConstants.START_ELEMENT) found.add(new Tag(x.getLocalName(), ++depth, attributes(x)));
                if (event == XMLStreamConstants.END_ELEMENT) depth--;
            }
        } catch (XMLStreamException | IOException e) {
            throw new Bad("not well-formed");
        }
        return found;
    }

    /** The rows of a sheet as canonical values; what could make them look different is noted on the way. */
    final class Rows {
        final List<Finding> look = new ArrayList<>();
        private final Sheet sheet;
        private final DigestInputStream in;
        private final XMLStreamReader x;
        private final ArrayDeque<String[]> ready = new ArrayDeque<>();
        private final List<String> cells = new ArrayList<>();
        private int depth, row, column, empty, texts;
        private String[] heading;
        private StringBuilder text;
        private String type, style;
        private boolean collecting, formula;

        Rows(Sheet sheet) throws IOException {
            this.sheet = sheet;
            in = open(sheet.part());
            try { x = xml(in); } catch (XMLStreamException e) { throw new Bad("not well-formed"); }
        }

        String hash() { return hex(in.getMessageDigest().digest()); }

        private void note(int row, int column, String what) { if (look.size() < MOST_SHOWN) look.add(finding(sheet.name(), row, column, what)); }

        String[] next() {
            try {
                while (ready.isEmpty() && x.hasNext()) {
                    int event = x.next();
                    if (event == XMLStreamConstants.DTD) throw new Bad("a document type declaration");
                    if (event == XMLStreamConstants.START_ELEMENT) start(x.getLocalName(), attributes(x));
                    if (event == XMLStreamConstants.END_ELEMENT) end(x.getLocalName());
                    if (collecting && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE)) text.append(x.getText());
                    if (collecting && text.length() > 1 << 20) throw new Bad("a cell that is too long");
                }
            } catch (XMLStreamException | NumberFormatException e) {
                throw new Bad("not well-formed");
            }
            if (heading == null) heading = ready.peek();
            return ready.poll();
        }

        private void start(String tag, Map<String, String> with) {
            depth++;
            var value = with.getOrDefault(tag.equals("row") ? "ht" : tag.equals("sheetFormatPr") ? "defaultRowHeight" : "width", "");
            if (!MAIN.contains(x.getNamespaceURI()) || tag.equals("extLst")) note(0, 0, "extension (" + tag + ")");
            else if (depth == 2 && !tag.equals("si") && !HARMLESS.contains(tag)) note(0, 0, tag + " is in no export");
            if (tag.equals("sheetView") && (with.getOrDefault("showZeros", "").matches("0|false") || with.getOrDefault("showFormulas", "").matches("1|true"))
                    || tag.equals("sheetFormatPr") && (with.getOrDefault("zeroHeight", "").matches("1|true") || decimal(value, 15) < 4)) note(0, 0, "cells hidden by the view");
            boolean hidden = with.getOrDefault("hidden", "").matches("1|true");
            if (tag.equals("col") && (hidden || decimal(value, 9) < 1)) note(0, (int) decimal(with.get("min"), 1), "column hidden or too narrow");
            if (tag.equals("row")) {
                int at = with.containsKey("r") ? Integer.parseInt(with.get("r")) : row + 1;
                if (at <= row || at > 1 << 20) throw new Bad("rows that are not in order");
                empty += at - row - 1;
                row = at;
                column = 0;
                cells.clear();
                if (hidden || decimal(value, 15) < 4) note(row, 1, "row hidden or too low");
            } else if (tag.equals("c")) {
                var at = with.getOrDefault("r", "");
                int wanted = at.replaceAll("[0-9]", "").chars().reduce(0, (n, c) -> 26 * n + c - 'A' + 1);
                if (!at.isEmpty() && (wanted <= column || wanted > 16384 || !at.matches("[A-Z]+" + row))) throw new Bad("cells that are not in order");
                column = at.isEmpty() ? column + 1 : wanted;
                begin(with.getOrDefault("t", "n"), with.getOrDefault("s", "0"));
            } else if (tag.equals("si")) begin("inlineStr", "0");
            else if (tag.equals("f")) formula = true;
            else if (tag.matches("v|is") && (++texts > 1 || tag.equals("is") != type.equals("inlineStr"))) formula = true;
            else if (tag.equals("rPr")) note(row, column, "text with looks of its own");
            else if (tag.equals("rPh")) { type = type + "rPh"; note(row, column, "text with looks of its own"); }
            collecting = tag.equals("v") || tag.equals("t") && !type.endsWith("rPh");
        }

        private void begin(String type, String style) {
            this.type = type;
            this.style = style;
            text = new StringBuilder();
            texts = 0;
            formula = false;
        }

        private void end(String tag) {
            depth--;
            collecting = false;
            if (tag.equals("rPh")) type = type.replace("rPh", "");
            if (tag.equals("si")) strings.add(text.toString());
            if (tag.equals("c")) {
                var value = formula || texts > 1 ? "x" : canonicalCell();
                while (cells.size() < column) cells.add(null);
                cells.set(column - 1, value);
                var look = value == null ? "" : styles.getOrDefault(Integer.parseInt(style), "");
                boolean date = heading != null && heading.length >= column && heading[column - 1] != null && heading[column - 1].matches("(?s).*\\((date|UTC)\\)");
                if (!look.isEmpty() && !(look.equals("date") && date)) note(row, column, look.equals("date") ? "number format of a date" : look);
            }
            if (!tag.equals("row")) return;
            while (!cells.isEmpty() && cells.get(cells.size() - 1) == null) cells.remove(cells.size() - 1);
            if (cells.isEmpty()) empty++;
            for (; !cells.isEmpty() && empty > 0; empty--) ready.add(new String[0]);
            if (!cells.isEmpty()) ready.add(cells.toArray(new String[0]));
        }

        private String canonicalCell() {
            var raw = text.toString();
            if (type.equals("s") && raw.matches("[0-9]{1,9}") && Integer.parseInt(raw) < strings.size()) raw = strings.get(Integer.parseInt(raw));
            else if (type.equals("b")) return raw.matches("1|true") ? "bTRUE" : raw.matches("0|false") ? "bFALSE" : raw.isEmpty() ? null : "x";
            else if (type.equals("n") && raw.isEmpty()) return null;
            else if (type.equals("n") && NUMBER.matcher(raw).matches()) {
                double number = Double.parseDouble(raw);
                if (number == Math.rint(number) && Math.abs(number) < 1L << 53) return "n" + (long) number;
                return Math.abs(number) < 1e7 ? "d" + (long) Math.floor(number * 86_400_000 + 0.5) : "x";
            } else if (!type.equals("str") && !type.equals("inlineStr")) return "x";
            if (raw.contains("_x")) raw = ESCAPE.matcher(raw).replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)));
            return raw.isEmpty() ? null : "s" + raw;
        }
    }

    // ------------------------------------------------------------------------------------------------ Proof (§3.3) and helpers

    /** The lines of Proof, those that go on in the next row put together. */
    final class Lines {
        private final boolean quiet;
        private int at = -1;
        private Rows rows;
        private Line ahead;
        private int n;

        Lines(boolean quiet) throws IOException {
            this.quiet = quiet;
            ahead = read();
        }

        Line next() throws IOException {
            var l = ahead;
            if (l == null) return null;
            for (ahead = read(); ahead != null && ahead.part().equals(l.part()) && ahead.where() == null && l.part().matches("statement|checkpoint|entry|row")
                    && ahead.hash() == null && (ahead.value() == null || ahead.more() == null); ahead = read()) {
                l = new Line(l.sheet(), l.row(), l.part(), l.where(), joined(l.value(), ahead.value()), l.hash(), joined(l.more(), ahead.more()));
            }
            return l;
        }

        private static String joined(String one, String two) { return two == null ? one : one == null ? two : one + two; }

        private Line read() throws IOException {
            String[] row;
            while (rows == null || (row = rows.next()) == null) {
                if (rows != null && !quiet) findings.addAll(rows.look);
                if (++at >= proofSheets.size()) return null;
                rows = new Rows(proofSheets.get(at));
                n = 1;
                var heading = rows.next();
                if (!quiet && !Arrays.equals(heading, new String[] {"sPart", "sWhere", "sValue", "sHash", "sMore"})) find(proofSheets.get(at).name(), 1, 1, "heading altered");
            }
            n++;
            var name = proofSheets.get(at).name();
            var cells = new String[5];
            for (int c = 0; c < row.length; c++) {
                if (row[c] != null && (c > 4 || !row[c].startsWith("s")) && !quiet) find(name, n, c + 1, "is in no export");
                else if (row[c] != null && c < 5) cells[c] = row[c].substring(1);
            }
            return new Line(name, n, cells[0] == null ? "" : cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    private Lines lines;

    void nextLine() throws IOException {
        if (lines == null) lines = new Lines(false);
        line = lines.next();
    }

    boolean is(String part) { return line != null && line.part().equals(part); }

    /** The line, of which no other than these columns may be filled. */
    Line take(String columns) throws IOException {
        var l = line;
        String[] cells = {l.where(), l.value(), l.hash(), l.more()};
        for (int c = 0; c < 4; c++) if (cells[c] != null && columns.indexOf("WVHM".charAt(c)) < 0) find(l.sheet(), l.row(), c + 2, "must be empty");
        nextLine();
        return l.value() == null ? new Line(l.sheet(), l.row(), l.part(), l.where(), "", l.hash(), l.more()) : l;
    }

    static String rowCheck(String[] row) {
        var check = new StringBuilder();
        for (var cell : row) {
            var crc = new CRC32();
            crc.update(utf8(cell == null ? "" : cell));
            check.append(String.format("%08x", crc.getValue()));
        }
        return check.toString();
    }

    static MessageDigest sha256() {
        try { return MessageDigest.getInstance("SHA-256"); } catch (NoSuchAlgorithmException e) { throw new IllegalStateException(e); }
    }

    static byte[] leafHash(String leaf) {
        var digest = sha256();
        digest.update((byte) 0);
        return digest.digest(utf8(leaf));
    }

    static String commitment(String salt, String which, String value) { return hex(sha256().digest(utf8(canonical(List.of(salt, which, value))))); }
    static String hex(byte[] bytes) { return HexFormat.of().formatHex(bytes); }

    /** Base64 in its one canonical form: otherwise spare bits could be altered unseen. */
    static byte[] base64(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) throw new Bad("base64");
        return bytes;
    }

    static byte[] utf8(String text) {
        return (text.codePoints().anyMatch(c -> c >= 0xD800 && c < 0xE000) ? text.codePoints().mapToObj(c -> c >= 0xD800 && c < 0xE000 ? "\uFFFD" : Character.toString(c)).collect(Collectors.joining()) : text).getBytes(StandardCharsets.UTF_8);
    }

    static String typed(char type, String cell) {
        if (cell == null || cell.charAt(0) != type) throw new Bad("type");
        return cell.substring(1);
    }

    /** A text in quotation marks, cut, with whatever cannot be seen made visible. */
    static String show(String text) {
        var cut = text.codePoints().limit(60).mapToObj(Character::toString).collect(Collectors.joining());
        return "\"" + plain(cut) + (cut.length() < text.length() ? "…" : "") + "\"";
    }

    static String plain(String text) { return UNSEEN.matcher(text).replaceAll(m -> String.format("\\\\u{%X}", m.group().codePointAt(0))); }

    static String text(Map<String, Object> map, String name) { return (String) Objects.requireNonNull(map.get(name)); }
    static long number(Map<String, Object> map, String name) { return (Long) Objects.requireNonNull(map.get(name)); }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> map, String name) { return (List<Map<String, Object>>) Objects.requireNonNull(map.get(name)); }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String json, boolean strict) {
        var parser = new Json(json);
        var value = (Map<String, Object>) parser.value();
        parser.blank();
        if (parser.at < json.length() || strict && !canonical(value).equals(json)) throw new Bad("not canonical JSON");
        return value;
    }

    /** The values of a JSON text: maps, lists, texts, whole numbers, truth values, null. */
    static final class Json {
        final String json;
        int at;
        Json(String json) { this.json = json; }

        void blank() { while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) at++; }
        boolean eat(char c) { blank(); boolean is = json.charAt(at) == c; if (is) at++; return is; }
        void need(char c) { if (!eat(c)) throw new Bad("JSON"); }

        Object value() {
            if (eat('{')) {
                var map = new TreeMap<String, Object>();
                if (eat('}')) return map;
                do { blank(); var name = (String) value(); need(':'); map.put(name, value()); } while (eat(','));
                need('}');
                return map;
            }
            if (eat('[')) {
                var list = new ArrayList<Object>();
                if (eat(']')) return list;
                do list.add(value()); while (eat(','));
                need(']');
                return list;
            }
            if (eat('"')) return string();
            int start = at;
            while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) at++;
            var word = json.substring(start, at);
            return switch (word) { case "true" -> true; case "false" -> false; case "null" -> null; default -> Long.valueOf(word); };
        }

        String string() {
            var text = new StringBuilder();
            for (char c; (c = json.charAt(at++)) != '"'; ) {
                if (c == '\\') {
                    c = json.charAt(at++);
                    int plain = "bfnrt".indexOf(c);
                    if (plain >= 0) c = "\b\f\n\r\t".charAt(plain);
                    else if (c == 'u') c = (char) Integer.parseInt(json.substring(at, at += 4), 16);
                }
                text.append(c);
            }
            return text.toString();
        }
    }

    static String canonical(Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    static void write(Object value, StringBuilder out) {
        char comma = 0;
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            for (var member : map.entrySet()) {
                if (comma != 0) out.append(comma);
                comma = ',';
                write(member.getKey(), out);
                write(member.getValue(), out.append(':'));
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (var element : list) {
                if (comma != 0) out.append(comma);
                comma = ',';
                write(element, out);
            }
            out.append(']');
        } else if (value instanceof String text) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int plain = "\"\\\b\f\n\r\t".indexOf(c);
                boolean alone = Character.isSurrogate(c) && (Character.isHighSurrogate(c) ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
                if (plain >= 0) out.append('\\').append("\"\\bfnrt".charAt(plain));
                else if (c < ' ' || alone) out.append(String.format("\\u%04x", (int) c));
                else out.append(c);
            }
            out.append('"');
        } else out.append(value);
    }

    int report(PrintStream out) {
        findings.sort(Comparator.comparingInt(Finding::sheet).thenComparing(Finding::row).thenComparing(Finding::column));
        var texts = findings.stream().map(Finding::text).distinct().toList();
        if (!texts.isEmpty()) {
            out.println("ALTERED: this file is not as Baton exported it. " + texts.size() + (texts.size() == 1 ? " finding:" : " findings, the first bad place first:"));
            texts.stream().limit(MOST_SHOWN).forEach(out::println);
            if (texts.size() > MOST_SHOWN) out.println("… and more");
            return 1;
        }
        var filter = new StringJoiner(", ");
        if (statement.get("filter") instanceof Map<?, ?> by) by.forEach((name, value) -> filter.add(name + " = " + (value instanceof String s ? show(s) : canonical(value))));
        out.println("VALID: every cell is as Baton exported it, and every trail entry in it stands in the signed ledger.");
        out.println("Exported: " + text(statement, "at") + " by " + text(statement, "by") + ", export " + text(statement, "export") + " of transfer " + text(statement, "transfer"));
        out.println(filter.length() == 0 ? "Complete: no entry of the transfer before the export is left out." : "Filtered: " + filter + ". What is in it is proven; other entries exist or not.");
        out.println("Holds: " + entries + " trail entries; sheets " + String.join(", ", order) + ", Proof.");
        out.println("Ledger: " + text(statement, "ledger") + ", checkpoint of " + checkpoint.get("size") + " entries at " + checkpoint.get("at") + ".");
        out.println("Key: " + keyId + (trusted != null ? ", the one that you gave." : ", which came with the file. The proof is worth as much as your trust in this key: compare it with one that you got another way."));
        out.println("Look: " + (asExported ? "as exported." : "another program has saved the file. Its texts are proven, its look is that program's."));
        return 0;
    }
}
