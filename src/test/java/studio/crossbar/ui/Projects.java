package studio.crossbar.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;

/** Projects for tests. */
public final class Projects {

    private Projects() {}

    /** A network that trains in a second or two on synthetic windows. */
    public static Design tinyDesign() {
        return new Design(
                "tiny",
                new Network(
                        new Shape(9, 128),
                        List.of(
                                new Layer.Conv1d(8, 8, 8, 0),
                                new Layer.Relu(),
                                new Layer.MeanOverTime(),
                                new Layer.Dense(6))),
                new Hardware(
                        Cell.ofBits(4),
                        Polarity.DIFFERENTIAL,
                        new Converters(8, 8),
                        new TileShape(64, 64),
                        RangeSharing.UNIFORM,
                        DigitalScaling.AFFINE,
                        InputCoding.SIGNED,
                        new Noise(0.05, 0)),
                Recipe.standard().withEpochs(1, 1),
                1);
    }

    /** Creates a project with {@code design}, ten draws and synthetic data. */
    public static Project create(Path folder, Design design) throws IOException {
        return Project.create(folder, ProjectSettings.named("Tiny sample").withDraws(3), design);
    }
}
