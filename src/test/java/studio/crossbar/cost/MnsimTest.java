package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Mnsim.DOCUMENT;
import static studio.crossbar.cost.Mnsim.DRIVERS;
import static studio.crossbar.cost.Mnsim.ELEMENTS;
import static studio.crossbar.cost.Mnsim.LENET;
import static studio.crossbar.cost.Mnsim.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The model with MNSIM 2.0's constants beside its figures for LeNet. Skipped where the oracle is not there. */
class MnsimTest {

    @Test
    void countsAndAreasOfTheWholeChip() throws IOException {
        List<CostItem> chip = Mnsim.chip();
        double crossbars = figure("crossbar area");

        assertThat(LENET.stream()
                        .mapToInt(layer -> layer.blocks().size() * Mnsim.SLICES)
                        .sum())
                .as("elements in use, as docs/validation.md says")
                .isEqualTo(48);
        assertThat(Chips.pieces(chip, Component.ADC)).isEqualTo(ELEMENTS * 128);
        assertThat(Chips.area(chip, Component.ADC)).isCloseTo(figure("ADC area"), within(1e-6 * figure("ADC area")));
        double cells = Chips.area(chip, Component.CELL_ARRAY);
        assertThat(cells).isCloseTo(crossbars - DRIVERS, within(1e-4 * cells));
        // One row driver and DAC for both halves of a pair's row, where MNSIM has a driver in each crossbar, and a DAC
        // for two rows.
        double ours = Chips.area(chip, Component.DAC);
        assertThat(ours).isCloseTo(DRIVERS / 2 + 2 * figure("DAC area"), within(1.0));
        String rows = row("cells, µm²", cells, crossbars - DRIVERS)
                + row("ADCs, µm²", Chips.area(chip, Component.ADC), figure("ADC area"))
                + row("row drivers, µm²", DRIVERS / 2, DRIVERS)
                + row("DACs, µm²", ours - DRIVERS / 2, figure("DAC area"));
        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    @Test
    void energiesFollowFromItsRule() throws IOException {
        String rows = energy(Component.ADC, "ADC energy")
                + energy(Component.DAC, "DAC energy")
                + energy(Component.CELL_ARRAY, "crossbar energy");

        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    /** Ours, ours counted as MNSIM counts, and MNSIM's; nJ. */
    private static String energy(Component component, String label) throws IOException {
        double ours = 0;
        double asTheirs = 0;
        for (Mnsim.Layer layer : LENET) {
            double energy = Chips.energy(Mnsim.bill(layer), component) * 1e-3;
            ours += energy;
            asTheirs += energy * Mnsim.counted(component, layer);
        }
        double theirs = figure(label);
        assertThat(asTheirs).as(label).isCloseTo(theirs, within(0.01 * theirs));
        return String.format(
                Locale.ROOT,
                "| %s, nJ | %.2f | %.2f | %.2f | %+.1f %% |\n",
                component.label(),
                ours,
                asTheirs,
                theirs,
                100 * (asTheirs / theirs - 1));
    }

    private static String row(String what, double ours, double theirs) {
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %+.1f %% |\n", what, ours, theirs, 100 * (ours / theirs - 1));
    }
}
