package dev.baton.transfer;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.identity.Reasons;
import dev.baton.transfer.TransferRefusals.ImportRefused;
import dev.baton.transfer.TransferRefusals.InstructionChanged;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.TransferRefusals.StepUnknown;
import dev.baton.workbook.ManualReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door through which official instructions come from a written SOP: first as a proposal, then with a reason. */
@Service
@Transactional
public class InstructionImport {

    private final ManualReader reader;
    private final Transfers transfers;
    private final TransferRecords records;
    private final ProcessSteps steps;
    private final AuditTrail trail;

    InstructionImport(
            ManualReader reader, Transfers transfers, TransferRecords records, ProcessSteps steps, AuditTrail trail) {
        this.reader = reader;
        this.transfers = transfers;
        this.records = records;
        this.steps = steps;
        this.trail = trail;
    }

    /**
     * What the document would change; the lead of the transfer only.
     *
     * @param file the document
     * @param fileName what the person calls it
     * @throws ImportRefused with every fault of the document
     */
    @Transactional(readOnly = true)
    public InstructionProposal propose(TransferId id, Path file, String fileName) {
        requireLead(id);
        var all = transfers.steps(id);
        var found = new InstructionMatching(all, reader.read(file), fileName).find();
        var faults = new ArrayList<Fault>();
        found.matched()
                .forEach(matched ->
                        Texts.check("paragraph " + matched.paragraph(), matched.text(), Texts.LONGEST_ANSWER, faults));
        if (found.matched().isEmpty()) {
            faults.add(Fault.of("file", "instructions.no-match"));
        }
        if (!faults.isEmpty()) {
            throw new ImportRefused(faults);
        }
        var spoken =
                found.matched().stream().map(matched -> matched.step().id()).collect(Collectors.toSet());
        return new InstructionProposal(
                fileName,
                ProcessImport.sha256(file),
                found.matched().stream()
                        .filter(matched -> !matched.text().equals(matched.step().officialInstruction()))
                        .map(matched -> new InstructionProposal.Change(
                                matched.step().id().toString(),
                                label(matched.step()),
                                matched.paragraph(),
                                matched.heading(),
                                matched.step().officialInstruction(),
                                matched.text()))
                        .toList(),
                found.matched().stream()
                        .filter(matched -> matched.text().equals(matched.step().officialInstruction()))
                        .map(matched -> label(matched.step()))
                        .toList(),
                found.unmatched().stream()
                        .map(heading -> new InstructionProposal.Heading(
                                heading.paragraph(), heading.heading(), heading.messageKey()))
                        .toList(),
                all.stream()
                        .filter(step -> !spoken.contains(step.id()))
                        .map(InstructionImport::label)
                        .toList());
    }

    /**
     * Changes the instructions as proposed, wholly or not at all; the lead of the transfer only.
     *
     * @param reason why, in the trail with each change
     * @throws InstructionChanged when somebody changed one of them since the proposal was made
     */
    public List<StepId> apply(TransferId id, InstructionProposal proposal, @Nullable String reason) {
        requireLead(id);
        return Reasons.require(reason, () -> {
            var changed = new ArrayList<StepId>();
            var once = new HashSet<String>();
            for (var change : proposal.changes()) {
                var step = steps.findById(StepId.of(change.stepId()).value())
                        .filter(known -> known.transferId().equals(id.value()) && once.add(change.stepId()))
                        .orElseThrow(StepUnknown::new);
                if (!step.officialInstruction().equals(change.from())) {
                    throw new InstructionChanged(change.step());
                }
                steps.save(step.instructed(change.to()));
                changed.add(StepId.of(change.stepId()));
            }
            if (!changed.isEmpty()) {
                trail.record(
                        "instructions-imported",
                        records.findById(id.value()).orElseThrow().trailRef(),
                        List.of(
                                FieldChange.set("file", proposal.fileName()),
                                FieldChange.set("sha256", proposal.sha256()),
                                FieldChange.set("steps", String.valueOf(changed.size()))));
            }
            steps.flush();
            return List.copyOf(changed);
        });
    }

    private void requireLead(TransferId id) {
        var transfer = transfers.require(id);
        if (!transfers.isLead(id)) {
            throw new NotTheLead(transfer.name());
        }
    }

    private static String label(StepView step) {
        return step.number() + " " + step.name();
    }
}
