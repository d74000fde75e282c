package dev.baton.web.page;

import dev.baton.transfer.Phase;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transfer as its page tells it. */
record TransferPage(
        String id,
        String name,
        String product,
        String sendingSite,
        String receivingSite,
        String purpose,
        String phase,
        @Nullable String seasonDeadline,
        Milestones milestones,
        List<Operation> operations,
        List<Contributor> contributors,
        List<Member> team,
        boolean mayStart,
        boolean mayKeepTeam) {

    /** The phases of a transfer in their order, as WHO names them. */
    public List<PhaseMark> phases() {
        var order = Arrays.stream(Phase.values()).map(Phase::code).toList();
        return order.stream()
                .map(code -> new PhaseMark(
                        code,
                        code.equals(phase) ? "now" : order.indexOf(code) < order.indexOf(phase) ? "done" : "ahead"))
                .toList();
    }

    /**
     * A phase on the way.
     *
     * @param state done, now or ahead
     */
    record PhaseMark(String code, String state) {}

    /** A transfer in the list of transfers. */
    record Card(
            String id,
            String name,
            String product,
            String sendingSite,
            String receivingSite,
            String phase,
            int steps,
            int captured) {}

    /** How many steps are told, reviewed and approved. */
    record Milestones(int steps, int captured, int reviewed, int approved) {

        private static final List<Integer> AT = List.of(40, 60, 100);

        /** How much of the process is told, in whole percent, never rounded up to a milestone. */
        public int percent() {
            return steps == 0 ? 0 : captured * 100 / steps;
        }

        /** How much of the process is reviewed on both sides, in whole percent. */
        public int reviewedPercent() {
            return steps == 0 ? 0 : reviewed * 100 / steps;
        }

        /** How much of the process is approved, in whole percent. */
        public int approvedPercent() {
            return steps == 0 ? 0 : approved * 100 / steps;
        }

        /** The milestones on the line. */
        public List<Mark> marks() {
            return AT.stream().map(at -> new Mark(at, percent() >= at)).toList();
        }
    }

    /** A milestone: at which percentage, and whether it is reached. */
    record Mark(int percent, boolean reached) {

        /** Where on the line it stands; the last one just inside. */
        public String x() {
            return percent == 100 ? "99.3%" : percent + "%";
        }
    }

    /** A unit operation with its steps. */
    record Operation(String name, List<Cell> steps) {

        /** How many of its steps are told at least. */
        public long told() {
            return steps.stream()
                    .filter(step ->
                            step.state().equals("review") || step.state().equals("done"))
                    .count();
        }
    }

    /**
     * A step in the strip.
     *
     * @param state none, open, review or done
     */
    record Cell(
            String id, String number, String name, String unitOperation, boolean critical, String state, int items) {}

    /** Somebody who signed what is approved. */
    record Contributor(String username, String name, String site, String did) {}

    /** A member of the team. */
    record Member(String username, String name, String site, String role, @Nullable String leaving) {}
}
