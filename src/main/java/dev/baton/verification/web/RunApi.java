package dev.baton.verification.web;

import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemJson;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.RunId;
import dev.baton.verification.SecondSigner;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One formal run: how it goes, how it ends, and the two who sign it. */
@RestController
@RequestMapping("/api/demonstrations/{id}")
@Tag(name = "Demonstrations")
class RunApi {

    private final Demonstrations demonstrations;
    private final SecondSigner signer;

    RunApi(Demonstrations demonstrations, SecondSigner signer) {
        this.demonstrations = demonstrations;
        this.signer = signer;
    }

    /** How far the pair is; replaces what was saved before. */
    record Progress(
            @Nullable Long version,
            @Nullable Integer prompts,
            @Nullable Boolean rightFirstTime,
            @Nullable String remark,
            @Nullable List<DemonstrationsApi.Scored> cues) {}

    /** Why it was stopped. */
    record Stop(@Nullable String reason) {}

    /** Who signs, with both components. */
    record Signing(@Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Signing[" + username + "]";
        }
    }

    @GetMapping
    @Operation(summary = "A run, for the pair, quality and the transfer's lead")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        return RunJson.of(demonstrations.require(RunId.of(id)));
    }

    @PutMapping
    @Operation(summary = "Saves how far the pair is with an open run")
    Map<String, @Nullable Object> save(@PathVariable String id, @RequestBody Progress progress) {
        var run = RunId.of(id);
        demonstrations.require(run);
        var version = progress.version();
        if (version == null) {
            throw new EntryRefused(List.of(Fault.of("version", "text.missing")));
        }
        return RunJson.of(demonstrations.save(
                run,
                version,
                DemonstrationsApi.progress(
                        progress.prompts(), progress.rightFirstTime(), progress.remark(), progress.cues())));
    }

    @PostMapping("/stop")
    @Operation(summary = "Stops an open run; it stays on record")
    Map<String, @Nullable Object> stop(@PathVariable String id, @RequestBody Stop stop) {
        return RunJson.of(demonstrations.stop(RunId.of(id), stop.reason()));
    }

    @PostMapping("/sign")
    @Operation(
            summary = "One of the two signs, with user name and password",
            description = "The receiver answers for the run (responsibility), the expert saw it done (witness).")
    Map<String, @Nullable Object> sign(@PathVariable String id, @RequestBody Signing signing) {
        var run = RunId.of(id);
        var username = signing.username() == null ? "" : signing.username();
        var password = signing.password() == null ? "" : signing.password();
        demonstrations.requireSigner(run, username);
        var signature = signer.sign(username, password, proof -> demonstrations.sign(run, proof));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("signatures", List.of(ItemJson.signature(signature, true)));
        json.put("run", RunJson.of(demonstrations.require(run)));
        return json;
    }
}
