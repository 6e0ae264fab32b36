package studio.crossbar.ui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.study.Evaluation;

/**
 * A project folder in the window.
 *
 * @param folder where it is
 * @param name shown
 * @param design as stored
 * @param parts its data
 * @param draws programming draws of an evaluation
 * @param evaluation stored result, if there is one
 */
public record OpenProject(
        Path folder,
        String name,
        Design design,
        Parts parts,
        int draws,
        @Nullable Evaluation evaluation) {}
