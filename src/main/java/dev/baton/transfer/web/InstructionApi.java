package dev.baton.transfer.web;

import dev.baton.transfer.InstructionImport;
import dev.baton.transfer.InstructionProposal;
import dev.baton.transfer.TransferId;
import dev.baton.workbook.ManualReader;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Official instructions from a written SOP over the API. */
@RestController
@RequestMapping("/api/transfers/{id}/instructions")
class InstructionApi {

    private final InstructionImport imports;

    InstructionApi(InstructionImport imports) {
        this.imports = imports;
    }

    /** What was changed, or would be. */
    record Answer(
            boolean preview,
            List<InstructionProposal.Change> changes,
            List<String> same,
            List<Nowhere> unmatched,
            List<String> untouched) {

        static Answer of(InstructionProposal proposal, boolean preview) {
            return new Answer(
                    preview,
                    proposal.changes(),
                    proposal.same(),
                    proposal.unmatched().stream()
                            .map(heading -> new Nowhere(heading.paragraph(), heading.heading()))
                            .toList(),
                    proposal.untouched());
        }
    }

    /** A heading that belongs to no step. */
    record Nowhere(int paragraph, String heading) {}

    @PostMapping("/import")
    @Operation(summary = "Takes official instructions from a .docx; with preview=true nothing is changed")
    Answer take(
            @PathVariable String id,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean preview) {
        if (file == null) {
            throw new EntryUnreadable("file", "text.missing");
        }
        ManualReader.requireSize(file.getSize());
        var transfer = TransferId.of(id);
        try {
            var copy = Files.createTempFile("baton-instructions", ".docx");
            try {
                file.transferTo(copy);
                var name = file.getOriginalFilename();
                var proposal = imports.propose(transfer, copy, name == null ? "" : name);
                if (!preview) {
                    imports.apply(transfer, proposal, reason);
                }
                return Answer.of(proposal, preview);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
