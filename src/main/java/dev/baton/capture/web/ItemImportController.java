package dev.baton.capture.web;

import dev.baton.capture.ItemImport;
import dev.baton.transfer.TransferId;
import dev.baton.workbook.SheetReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Notes in bulk from a workbook, which become drafts of the experts named in it. */
@RestController
@RequestMapping("/api/transfers/{id}/items")
@Tag(name = "Items")
class ItemImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ItemImport imports;

    ItemImportController(ItemImport imports) {
        this.imports = imports;
    }

    @PostMapping("/import")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts the rows of a workbook into drafts of the experts named in them; all or nothing")
    Map<String, Integer> take(@PathVariable String id, @RequestPart(required = false) @Nullable MultipartFile file) {
        if (file == null) {
            throw new FileMissing();
        }
        SheetReader.requireSize(file.getSize());
        try {
            var copy = Files.createTempFile("baton-items", ".xlsx");
            try {
                file.transferTo(copy);
                var name = file.getOriginalFilename();
                var imported = imports.take(TransferId.of(id), copy, name == null ? "" : name);
                return Map.of("items", imported.items(), "tasks", imported.tasks());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/import/template.xlsx")
    @Operation(summary = "A workbook to fill in")
    ResponseEntity<byte[]> template(@PathVariable String id) {
        var out = new ByteArrayOutputStream();
        imports.template(TransferId.of(id), out);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"items.xlsx\"")
                .body(out.toByteArray());
    }
}
