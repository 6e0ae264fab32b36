package studio.crossbar.search.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;

/** A project whose designs train in a fraction of a second on synthetic HAR windows, and a space of 108 of them. */
public final class SmallSearch {

    public static final SearchSpace SPACE = new SearchSpace(
            List.of(
                    new Parameter("width", List.of("2", "3", "4")),
                    new Parameter("cellBits", List.of("1", "2", "4")),
                    new Parameter("adcBits", List.of("4", "6", "8")),
                    new Parameter("polarity", List.of("differential", "alternating")),
                    new Parameter("kernel", List.of("3", "5"))),
            List.of());

    private SmallSearch() {}

    /** Trials without the times that they took and ended at. */
    public static List<Trial> timeless(List<Trial> trials) {
        List<Trial> result = new ArrayList<>();
        for (Trial trial : trials) {
            Trial timeless = trial;
            for (Measurement m : trial.measurements()) {
                timeless = timeless.with(new Measurement(m.rung(), m.epochs(), m.draws(), m.error(), m.deviation(), 0));
            }
            result.add(timeless);
        }
        return result;
    }

    /** Makes the project, with the space in {@code space.json}. */
    public static Project project(Path folder) throws IOException {
        Design sample = Project.open(Path.of("sample-projects/har-unipolar")).design();
        Network network = new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(3, 5, 8, 2),
                        new Layer.ConcatRelu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
        Design design = new Design(
                "small",
                network,
                sample.hardware(),
                sample.recipe().withEpochs(2, 2).with(r -> r.augmentation = 0),
                1);
        Project project = Project.create(folder, ProjectSettings.named("small").withDraws(2), design);
        Files.writeString(folder.resolve("space.json"), SearchSpaceJson.write(SPACE));
        return project;
    }
}
