package studio.crossbar.study;

import java.nio.file.Path;
import java.time.Instant;
import studio.crossbar.design.Design;

/**
 * Edits of a project that its folder does not hold.
 *
 * @param folder of the project
 * @param written when
 * @param settings edited
 * @param design edited
 */
public record Draft(Path folder, Instant written, ProjectSettings settings, Design design) {}
