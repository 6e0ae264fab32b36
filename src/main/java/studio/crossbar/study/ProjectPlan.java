package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Path;

/** A project that is to be made. */
public sealed interface ProjectPlan permits NewProject, ImportedProject {

    /** Where it is made. */
    Path folder();

    /**
     * The project as it will be, before anything is written.
     *
     * @throws IllegalArgumentException if the network does not go with these cells and signs
     */
    Project plan();

    /**
     * Makes the project.
     *
     * @throws ProjectException if the folder already holds a project or cannot be written
     * @throws IllegalArgumentException as {@link #plan}
     */
    Project create() throws IOException;
}
