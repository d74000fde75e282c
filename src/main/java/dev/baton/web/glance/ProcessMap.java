package dev.baton.web.glance;

import dev.baton.transfer.StepView;
import java.util.ArrayList;
import java.util.List;

/** The steps of a process by unit operation, each with where it stands in one respect. */
record ProcessMap(String label, MapColour colour, List<Operation> operations, List<String> levels, String critical) {

    /** Steps of one unit operation that follow each other; one that comes back later begins anew. */
    record Operation(String name, List<Step> steps) {}

    /** A step with its mark. */
    record Step(String id, String number, String name, boolean critical, Mark mark) {}

    /**
     * Where a step stands.
     *
     * @param level from 0, nothing known, to {@link MapColour#levels}
     * @param said the same in a few words
     */
    record Mark(int level, String said) {}

    /** A step of the process before it is marked; joined into operations in the order of the process. */
    static List<Operation> operations(List<StepView> steps, List<Mark> marks) {
        var operations = new ArrayList<Operation>();
        var current = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            current.add(new Step(step.id().toString(), step.number(), step.name(), step.critical(), marks.get(i)));
            if (i + 1 == steps.size() || !steps.get(i + 1).unitOperation().equals(step.unitOperation())) {
                operations.add(new Operation(step.unitOperation(), List.copyOf(current)));
                current.clear();
            }
        }
        return List.copyOf(operations);
    }
}
