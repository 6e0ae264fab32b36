package studio.crossbar.search.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.data.Companding;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * A design while dimensions act on it. Nothing is checked before {@link #design}, so that the order in which they do does
 * not matter; only stages together ("width") must come before single ones ("width2").
 */
public final class DesignDraft {

    private final Design base;
    private final CostOptions baseOptions;
    private final HardwareDraft hardware;
    private final List<Consumer<Recipe.Draft>> recipe = new ArrayList<>();
    private final List<Consumer<CostOptions.Draft>> options = new ArrayList<>();
    private Companding companding;
    private @Nullable Topology topology;

    /** What to start from. */
    public DesignDraft(Design base, CostOptions options) {
        this.base = base;
        this.baseOptions = options;
        this.hardware = new HardwareDraft(base.hardware());
        this.companding = base.companding();
    }

    /** The topology, recognised when first asked for, so that bases of any kind go where none is varied. */
    Topology topology() {
        Topology found = topology;
        if (found == null) {
            found = TopologyReader.read(base.network());
            topology = found;
        }
        return found;
    }

    HardwareDraft hardware() {
        return hardware;
    }

    void recipe(Consumer<Recipe.Draft> edit) {
        recipe.add(edit);
    }

    void options(Consumer<CostOptions.Draft> edit) {
        options.add(edit);
    }

    /** With that of the base, or if it has none that of the reference designs; or without. */
    void companding(boolean active) {
        if (!active) {
            companding = Companding.NONE;
        } else if (!companding.active()) {
            companding = new Companding(0.3, Companding.NONE.floor());
        }
    }

    void compandingExponent(double exponent) {
        companding = new Companding(exponent, companding.floor());
    }

    /**
     * The design, of the base's name and seed.
     *
     * @throws IllegalArgumentException if there is none; the message says why
     */
    public Design design() {
        Shape from = base.network().input();
        int perSignal = base.hardware().inputs().channelsPerSignal();
        Shape input = new Shape(
                from.channels() / perSignal * hardware.inputs.channelsPerSignal(), from.height(), from.width());
        Topology edited = topology;
        Network network = edited == null ? new Network(input, base.network().layers()) : edited.network(input);
        Hardware built = hardware.hardware(network);
        Recipe trained = base.recipe().with(draft -> {
            recipe.forEach(edit -> edit.accept(draft));
            // A short training ramps all the time.
            draft.rampEpochs = Math.min(draft.rampEpochs, draft.hardwareEpochs);
            draft.bitRampEpochs = Math.min(draft.bitRampEpochs, draft.hardwareEpochs);
        });
        return new Design(base.name(), network, built, companding, trained, base.seed());
    }

    /** What the bill assumes beyond the design. */
    public CostOptions options() {
        return baseOptions.with(draft -> options.forEach(edit -> edit.accept(draft)));
    }
}
