package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Companding;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.network.onnx.Preparation;

/**
 * A project to be made around the network of an ONNX file, whose weights its training starts from.
 *
 * @param folder where; made where missing
 * @param file the ONNX file, of which the project keeps a copy
 * @param network what the file holds
 * @param bits a cell
 * @param polarity signs of the weights
 * @param data folder or archive of the data set; null for the usual search
 * @param csv how to understand the data if they are CSV; null to find it out
 */
public record ImportedProject(
        Path folder,
        Path file,
        ImportedNetwork network,
        int bits,
        Polarity polarity,
        @Nullable Path data,
        @Nullable CsvOptions csv)
        implements ProjectPlan {

    /** Name of the copy in the project. */
    public static final String START = "start.onnx";

    /**
     * Reads the file.
     *
     * @throws studio.crossbar.network.onnx.OnnxException if it holds no network for crossbars; the message says why
     * @throws IOException if it cannot be read
     */
    public static ImportedProject read(Path folder, Path file, int bits, Polarity polarity, @Nullable Path data)
            throws IOException {
        return new ImportedProject(folder, file, OnnxFile.read(file), bits, polarity, data, null);
    }

    @Override
    public Project plan() {
        String name = Objects.requireNonNullElse(
                        folder.toAbsolutePath().normalize().getFileName(), folder)
                .toString();
        Design design =
                ReferenceDesign.around(name, network.network().network(), OnnxModels.coding(network), bits, polarity);
        Preparation.Power power = network.companding();
        return new Project(
                folder,
                ProjectSettings.named(name)
                        .withData(data == null ? null : data.toAbsolutePath().toString())
                        .withCsv(csv)
                        .withStart(START),
                power == null ? design : design.withCompanding(new Companding(power.exponent(), power.floor())));
    }

    @Override
    public Project create() throws IOException {
        Project plan = plan();
        Project.requireNone(folder);
        byte[] bytes = Files.readAllBytes(file);
        try {
            Files.createDirectories(folder);
            AtomicFiles.write(folder.resolve(START), bytes);
        } catch (IOException e) {
            throw Project.unwritable(folder, e);
        }
        return Project.create(folder, plan.settings(), plan.design());
    }
}
