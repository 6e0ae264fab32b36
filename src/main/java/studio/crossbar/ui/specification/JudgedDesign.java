package studio.crossbar.ui.specification;

import studio.crossbar.specification.VerdictTable;
import studio.crossbar.ui.common.ControlIds;

/**
 * The verdicts on a design.
 *
 * @param whose which of the window's designs it is
 * @param id last part of the ids of its controls, the same in every language
 * @param table verdicts
 */
public record JudgedDesign(Whose whose, String id, VerdictTable table) {

    /** Which of the window's designs is judged. */
    public enum Whose {
        /** The edited one, whose network is not the one that the project holds. */
        EDITED,
        /** That of the network that the project holds, while another is edited. */
        TRAINED,
        /** The edited one, whose network the project holds. */
        CURRENT,
        /** One that another screen keeps: a pinned design, or a pinned trial of the search. */
        KEPT
    }

    static JudgedDesign of(Whose whose, VerdictTable table) {
        return new JudgedDesign(whose, ControlIds.of(whose), table);
    }
}
