package studio.crossbar.study;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;

/**
 * A project to be made: a reference network on the hardware of {@link ReferenceDesign}, named after its folder.
 *
 * @param folder where; made where missing
 * @param network to start from
 * @param bits a cell, 1 … {@value Cell#MAX_BITS}
 * @param polarity signs of the weights
 * @param data folder or archive of the data set; null for the usual search
 * @param csv how to understand the data if they are CSV; null to find it out
 */
public record NewProject(
        Path folder,
        ReferenceNetwork network,
        int bits,
        Polarity polarity,
        @Nullable Path data,
        @Nullable CsvOptions csv)
        implements ProjectPlan {

    /**
     * @throws IllegalArgumentException if the cells cannot have so many bits
     */
    public NewProject {
        if (bits < 1 || bits > Cell.MAX_BITS) {
            throw new IllegalArgumentException("bits: " + bits + " is outside 1 … " + Cell.MAX_BITS);
        }
    }

    /** Whose data are found out where they are CSV. */
    public NewProject(Path folder, ReferenceNetwork network, int bits, Polarity polarity, @Nullable Path data) {
        this(folder, network, bits, polarity, data, null);
    }

    @Override
    public Project plan() {
        String name = Objects.requireNonNullElse(
                        folder.toAbsolutePath().normalize().getFileName(), folder)
                .toString();
        return new Project(
                folder,
                ProjectSettings.named(name)
                        .withData(data == null ? null : data.toAbsolutePath().toString())
                        .withCsv(csv),
                ReferenceDesign.of(network, bits, polarity));
    }

    @Override
    public Project create() throws ProjectException {
        Project plan = plan();
        return Project.create(folder, plan.settings(), plan.design());
    }
}
