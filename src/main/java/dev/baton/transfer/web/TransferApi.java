package dev.baton.transfer.web;

import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import dev.baton.transfer.ImportForm;
import dev.baton.transfer.ProcessImport;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Teams;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Import, team and start of a transfer over the API. */
@RestController
@RequestMapping("/api/transfers")
class TransferApi {

    private final ProcessImport imports;
    private final Transfers transfers;
    private final Teams teams;

    TransferApi(ProcessImport imports, Transfers transfers, Teams teams) {
        this.imports = imports;
        this.transfers = transfers;
        this.teams = teams;
    }

    /** What an import answers. */
    record ImportAnswer(String id, int steps) {}

    /** What a start answers. */
    record StartAnswer(String id, String phase, int steps) {
        static StartAnswer of(TransferView transfer) {
            return new StartAnswer(transfer.id().toString(), transfer.phase().code(), transfer.steps());
        }
    }

    /** A member of the team in JSON. */
    record MemberJson(String username, String role, @Nullable LocalDate leavingDate) {
        static MemberJson of(TeamMember member) {
            return new MemberJson(member.username(), member.role().code(), member.leavingDate());
        }
    }

    @PostMapping("/import")
    @ResponseStatus(HttpStatus.CREATED)
    ImportAnswer create(
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String sendingSite,
            @RequestParam(required = false) @Nullable String receivingSite,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String seasonDeadline) {
        var form = new ImportForm(name, product, sendingSite, receivingSite, purpose, seasonDeadline);
        if (file == null) {
            throw new EntryUnreadable("file", "text.missing");
        }
        ProcessImport.requireSize(file.getSize());
        try {
            var copy = Files.createTempFile("baton-import", ".xlsx");
            try {
                file.transferTo(copy);
                var fileName = file.getOriginalFilename();
                var imported = imports.create(form, copy, fileName == null ? "" : fileName);
                return new ImportAnswer(imported.id().toString(), imported.steps());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/{id}/start")
    StartAnswer start(@PathVariable String id) {
        return StartAnswer.of(transfers.start(TransferId.of(id)));
    }

    @GetMapping("/{id}/team")
    List<MemberJson> team(@PathVariable String id) {
        return teams.visible(TransferId.of(id)).stream().map(MemberJson::of).toList();
    }

    /** Replaces the team; the plain list leaves no room for the reason, which comes as header or parameter. */
    @PutMapping("/{id}/team")
    List<MemberJson> changeTeam(
            @PathVariable String id,
            @RequestBody List<MemberJson> members,
            @RequestHeader(name = "X-Baton-Reason", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String reason) {
        var wanted = members.stream().map(TransferApi::member).toList();
        return replaced(TransferId.of(id), wanted, reason == null ? header : reason).stream()
                .map(MemberJson::of)
                .toList();
    }

    /** Without a reason the door decides: a team that stays as it is needs none. */
    private List<TeamMember> replaced(TransferId id, List<TeamMember> wanted, @Nullable String reason) {
        return reason == null || reason.isBlank()
                ? teams.replace(id, wanted)
                : Reasons.require(reason, () -> teams.replace(id, wanted));
    }

    private static TeamMember member(MemberJson json) {
        if (json == null || json.username() == null || json.role() == null) {
            throw new EntryUnreadable("username, role", "text.missing");
        }
        var role = Role.ofCode(json.role())
                .orElseThrow(() -> new EntryUnreadable("role", "transfer.role-unknown", json.role()));
        return new TeamMember(json.username(), role, json.leavingDate());
    }
}
