package dev.baton.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.audit.export.SampleExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The verifier in Java and the one in a browser say the same of every file, word by word. */
class VerifiersAgreeIT {

    private static final JavaVerifier JAVA = new JavaVerifier();
    private static final String RESAVED =
            "ALTERED: every cell says what Baton wrote, but the file was saved anew, or made to look different.";

    private static BrowserVerifier browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        browser = new BrowserVerifier();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Tampering> tamperings() {
        return Tampering.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void bothFindEveryTamperingAtItsFirstBadPlace(Tampering tampering) {
        var file = export(7, 14, false, true);
        var workbook = new Package(file);
        tampering.with().accept(workbook);
        workbook.write(file);

        var answer = both(file, null);

        assertThat(answer.status()).as(String.join("\n", answer.lines())).isEqualTo(tampering.status());
        assertThat(answer.first()).startsWith(tampering.first());
    }

    @Test
    void noFalseAlarmOnUntouchedExportsOfRandomContent() throws IOException {
        int exports = Integer.getInteger("exports", 100);
        for (int seed = 0; seed < exports; seed++) {
            var file = export(1_000 + seed, seed % 40, seed % 25 == 0, seed % 3 != 0);

            var answer = both(file, null);

            assertThat(answer.status())
                    .as("seed " + seed + "\n" + String.join("\n", answer.lines()))
                    .isZero();
            assertThat(answer.first()).startsWith("VALID: all is as Baton wrote it");
            Files.delete(file);
        }
        System.out.println("Both verifiers on " + exports + " untouched exports: no false alarm");
    }

    @Test
    void ofAFileThatAnotherProgramSavedOnlyTheCellsAreProven() throws IOException {
        ZipSecureFile.setMaxTextSize(1L << 30);
        for (int seed = 20; seed < 30; seed++) {
            var file = export(seed, 30, seed % 4 == 0, true);
            var saved = folder.resolve("saved.xlsx");
            try (var workbook = new XSSFWorkbook(Files.newInputStream(file));
                    var out = Files.newOutputStream(saved)) {
                workbook.write(out);
            }

            var answer = both(saved, null);

            assertThat(answer.lines().get(0))
                    .as(String.join("\n", answer.lines()))
                    .isEqualTo(RESAVED);
            assertThat(answer.lines().subList(1, answer.lines().size()))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*: .* (was added|is missing|is not as Baton wrote it)"));
        }
    }

    @Test
    void anEditByAnotherProgramIsFound() throws IOException {
        var file = export(31, 30, false, true);
        var saved = folder.resolve("saved.xlsx");
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file));
                var out = Files.newOutputStream(saved)) {
            workbook.getSheet("Audit trail").getRow(6).getCell(3).setCellValue("somebody else");
            workbook.write(out);
        }

        assertThat(both(saved, null).first()).startsWith("Audit trail!D7: altered");
    }

    @Test
    void aKeyOfOnesOwnProvesNothingToWhoHasTheRightOne() throws GeneralSecurityException, IOException {
        var file = export(7, 14, false, true);
        var publicKey = said(new Package(file), "key");
        var right = keyId(Base64.getDecoder().decode(publicKey));
        var published = folder.resolve("keys.json");
        var keys = "{ \"ledger\": \"x\", \"keys\": [ {\"keyId\": \"x\", \"publicKey\": \"%s\"} ] }";
        Files.writeString(published, keys.formatted(publicKey));
        assertThat(both(file, right).lines()).contains("Key: " + right + ", the one that you gave");
        assertThat(both(file, published.toString()).status()).isZero();
        Files.writeString(published, keys.formatted("another"));
        assertThat(both(file, published.toString()).first()).isEqualTo("Proof: its key is not the one that you gave");

        var workbook = new Package(file);
        signAnew(workbook);
        workbook.write(file);

        var alone = both(file, null);
        assertThat(alone.status()).isZero();
        assertThat(String.join("\n", alone.lines())).contains("out of the file itself: compare it");
        assertThat(both(file, right).first()).isEqualTo("Proof: its key is not the one that you gave");
    }

    @Test
    void aProofOfAnotherExportIsFound() {
        var file = export(7, 14, false, true);
        var other = new Package(export(8, 14, false, true));
        var workbook = new Package(file);
        workbook.part(workbook.partOf("Proof"), other.text(other.partOf("Proof")));
        workbook.write(file);

        var answer = both(file, null);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.first()).isEqualTo("Overview: its text is not the one that was exported");
    }

    @Test
    void whatIsNoExportIsToldSo() throws IOException {
        var file = export(7, 14, false, true);
        var bytes = Files.readAllBytes(file);
        assertThat(both(write("cut.xlsx", Arrays.copyOf(bytes, bytes.length / 2)), null)
                        .status())
                .isEqualTo(2);
        assertThat(both(write("tail.xlsx", Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length)), null)
                        .status())
                .isEqualTo(2);
        assertThat(both(write("text.xlsx", "No zip".getBytes(StandardCharsets.UTF_8)), null)
                        .status())
                .isEqualTo(2);
        assertThat(both(write("empty.xlsx", new byte[0]), null).status()).isEqualTo(2);
        var foreign = folder.resolve("foreign.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(foreign)) {
            workbook.createSheet("Budget").createRow(0).createCell(0).setCellValue("1");
            workbook.createSheet("Proof").createRow(0).createCell(0).setCellValue("of the pudding");
            workbook.write(out);
        }
        assertThat(both(foreign, null).first())
                .isEqualTo(
                        "NOT A BATON EXPORT: it has no Proof of baton-evidence/2; other formats have other verifiers");
    }

    @Test
    void aBombIsNotUnpackedToTheEnd() {
        var file = export(7, 14, false, true);
        var workbook = new Package(file);
        workbook.sheet("Items", xml -> xml.replace("<sheetData>", "<sheetData>" + " ".repeat(600 << 20)));
        workbook.write(file);

        assertThat(both(file, null).first()).isEqualTo("NOT A BATON EXPORT: unpacks to more than is reasonable");
    }

    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void theBrowserKnowsTheSignaturesOfRfc8032(String key, String message, String signature) {
        var verify = "([k, m, s]) => Ed25519.verify(unhex(k), unhex(m), unhex(s))";
        var page = browser.page();

        assertThat(page.evaluate(verify, Arrays.asList(key, message, signature)))
                .isEqualTo(true);
        assertThat(page.evaluate(verify, Arrays.asList(key, message + "00", signature)))
                .isEqualTo(false);
        assertThat(page.evaluate(verify, Arrays.asList(key, message, "00" + signature.substring(2))))
                .isEqualTo(false);
    }

    @Test
    void thePageShowsTheVerdictAndAsksForNoNetwork() throws IOException {
        var file = export(7, 14, false, true);
        var altered = folder.resolve("altered.xlsx");
        var workbook = new Package(file);
        workbook.say("Audit trail", "E5", "somebody").say("Items", "D3", "Other title");
        workbook.write(altered);
        var page = browser.page();
        page.onRequest(request -> assertThat(request.url()).startsWith("file:"));

        look(page, "start", null);
        look(page, "valid", file);
        assertThat(page.locator(".word").textContent()).isEqualTo("VALID");
        look(page, "altered", altered);
        assertThat(page.locator(".word").textContent()).isEqualTo("ALTERED");
        assertThat(page.locator("li").first().textContent()).isEqualTo("Audit trail!E5: altered; now \"somebody\"");
    }

    private static void look(Page page, String name, @Nullable Path file) {
        if (file != null) {
            page.setInputFiles("#file", file);
            page.waitForSelector(".name:has-text('" + file.getFileName() + "')");
        }
        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) {
                continue;
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target",
                                "screenshots",
                                "verify-" + name + "-" + width + "-"
                                        + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
            }
        }
    }

    private static String said(Package workbook, String name) {
        return workbook.shown("Proof", "C" + workbook.proofRow("ledger", name));
    }

    private static String keyId(byte[] key) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key))
                .substring(0, 16);
    }

    private static void signAnew(Package workbook) throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        var checkpoint = said(workbook, "checkpoint")
                .replaceFirst("\"keyId\":\"[^\"]*\"", "\"keyId\":\"" + keyId(encoded) + "\"");
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(checkpoint.getBytes(StandardCharsets.UTF_8));
        workbook.forge("Proof", "C" + workbook.proofRow("ledger", "checkpoint"), checkpoint)
                .forge(
                        "Proof",
                        "C" + workbook.proofRow("ledger", "signature"),
                        Base64.getEncoder().encodeToString(signer.sign()))
                .forge(
                        "Proof",
                        "C" + workbook.proofRow("ledger", "key"),
                        Base64.getEncoder().encodeToString(encoded));
    }

    private Answer both(Path file, @Nullable String key) {
        var inJava = JAVA.verify(file, key);
        String given = key;
        if (key != null && Files.exists(Path.of(key))) {
            try {
                given = Files.readString(Path.of(key));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        var inBrowser = browser.verify(file, given);
        assertThat(inBrowser).as("the browser's answer").isEqualTo(inJava);
        return inJava;
    }

    private Path export(long seed, int size, boolean longTexts, boolean complete) {
        var file = folder.resolve("export-" + seed + ".xlsx");
        SampleExport.write(file, seed, size, longTexts, complete);
        return file;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
