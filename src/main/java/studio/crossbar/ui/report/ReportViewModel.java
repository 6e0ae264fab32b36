package studio.crossbar.ui.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Unit;
import studio.crossbar.ui.common.Workbench;

/** What the report says, where it goes, and which files were written. */
public final class ReportViewModel {

    /** A line of the summary. */
    public record Line(String name, String value) {}

    private final Session session;
    private final Workbench workbench;
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final ObservableList<Path> written = FXCollections.observableArrayList();
    private final ObservableList<Path> writtenView = FXCollections.unmodifiableObservableList(written);

    public ReportViewModel(Workbench workbench) {
        this.workbench = workbench;
        session = workbench.session();
        session.projectProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenProject project) {
        written.clear();
        folder.set(project == null ? "" : project.project().reportFolder().toString());
    }

    public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
        return session.evaluationProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    /** Folder for the files, as typed. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** Files of the last export. */
    public ObservableList<Path> written() {
        return writtenView;
    }

    /** Whether the result belongs to an earlier design than the edited one. */
    public boolean stale() {
        return session.evaluationProperty().get() != null && !session.resultIsCurrent();
    }

    /** Writes the report, or says why the folder cannot be used. */
    public Optional<String> export() {
        if (folder.get().isBlank()) {
            return Optional.of("Name a folder for the report.");
        }
        try {
            workbench.export(Path.of(folder.get().strip()), written::setAll);
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("“" + folder.get() + "” is not the name of a folder.");
        }
    }

    /** Design, accuracy and cost in words. */
    public List<Line> lines() {
        Evaluation result = session.evaluationProperty().get();
        if (result == null) {
            return List.of();
        }
        MappedNetwork mapped = result.mapped();
        Design design = mapped.trained().design();
        Hardware hardware = design.hardware();
        AccuracyUnderNoise accuracy = result.accuracy();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Design", design.name() + ", seed " + design.seed()));
        lines.add(new Line(
                "Data",
                result.dataset().name()
                        + (result.dataset().synthetic() ? " (synthetic), " : ", ")
                        + Numbers.count(result.dataset().train()) + " training and "
                        + Numbers.count(result.dataset().test()) + " test windows"));
        lines.add(new Line(
                "Network",
                Numbers.count(design.network().weights()) + " weights in "
                        + mapped.plan().layers().size() + " layers"));
        lines.add(new Line(
                "Cell",
                hardware.cell().levels() + " levels, "
                        + Unit.MICROSIEMENS.number(hardware.cell().gMinMicroSiemens(), 2) + " … "
                        + Unit.MICROSIEMENS.number(hardware.cell().gMaxMicroSiemens(), 2) + " µS"));
        lines.add(new Line("Polarity", polarity(hardware.polarity())));
        if (hardware.slices() > 1) {
            lines.add(new Line("Slices", hardware.slices() + " a weight"));
        }
        lines.add(new Line("Converters", converters(hardware.converters())));
        lines.add(new Line(
                "Noise",
                "programming " + Numbers.percent(hardware.noise().programmingSigma()) + ", read "
                        + Numbers.percent(hardware.noise().readSigma())));
        lines.add(new Line("Float accuracy", Numbers.percent(result.floatAccuracy())));
        lines.add(new Line(
                "Accuracy under noise",
                Numbers.percent(accuracy.mean()) + " ± " + Numbers.percent(accuracy.standardDeviation()) + ", worst "
                        + Numbers.percent(accuracy.worst()) + " of "
                        + accuracy.draws().size() + " draws"));
        WiredAccuracy wired = result.wired();
        if (wired != null) {
            lines.add(new Line(
                    "With IR drop",
                    Numbers.percent(wired.accuracy().mean()) + " ± "
                            + Numbers.percent(wired.accuracy().standardDeviation()) + ", worst "
                            + Numbers.percent(wired.accuracy().worst()) + "; "
                            + wired.wires().text()
                            + "; approximate, off from the exact solution by "
                            + wired.error().text()));
        }
        lines.add(new Line(
                "Tiles",
                mapped.tiles().size() + " of " + hardware.tile().rows() + " × "
                        + hardware.tile().columns() + ", "
                        + Numbers.count(mapped.plan().devices())
                        + " devices"));
        lines.add(new Line(
                "Cost",
                Numbers.significant(result.cost().areaSquareMillimetres()) + " mm², "
                        + Numbers.significant(result.cost().energyNanojoules()) + " nJ, "
                        + Numbers.significant(result.cost().latencyMicroseconds()) + " µs an inference"));
        return lines;
    }

    private static String polarity(PolarityAssignment polarity) {
        return switch (polarity) {
            case Polarity rule -> inWords(rule);
            case PolarityMap map -> "its own each " + inWords(map.granularity());
        };
    }

    private static String inWords(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String converters(Converters converters) {
        return converters.dacBits() + "-bit DAC"
                + (converters.serial() ? " (" + converters.inputCycleBits() + " a cycle)" : "") + ", "
                + converters.adcBits() + "-bit ADC";
    }
}
