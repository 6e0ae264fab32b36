package studio.crossbar.study;

import java.util.List;
import java.util.Optional;

/**
 * The finished trainings of a project.
 *
 * @param runs newest first
 * @param problems one a file that cannot be read, saying which and what to do; the file stays as it is
 */
public record RunHistory(List<RunRecord> runs, List<String> problems) {

    public RunHistory {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /** The run of that identity. */
    public Optional<RunRecord> run(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }
}
