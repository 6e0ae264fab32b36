package studio.crossbar.study;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;

/**
 * Edits of a project that its folder does not hold.
 *
 * @param folder of the project
 * @param written when
 * @param settings edited
 * @param design edited
 * @param network drafted beside the design, which it cannot be yet; null if there is none
 */
public record Draft(
        Path folder,
        Instant written,
        ProjectSettings settings,
        Design design,
        @Nullable DraftedNetwork network) {}
