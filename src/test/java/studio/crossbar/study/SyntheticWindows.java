package studio.crossbar.study;

import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.SyntheticImu;

/** The data of projects that name none, generated once for all tests of a process; nobody changes them. */
public final class SyntheticWindows {

    public static final Parts ALL = SyntheticImu.generate(ProjectData.SYNTHETIC_SEED);

    private static final int EVERY = 8;

    /** Every eighth window, for trainings that need not learn much. */
    public static final Parts FEW = new Parts(ALL.name(), few(ALL.train()), few(ALL.test()));

    private SyntheticWindows() {}

    private static Dataset few(Dataset all) {
        return all.select(IntStream.range(0, all.size())
                .filter(window -> window % EVERY == 0)
                .toArray());
    }
}
