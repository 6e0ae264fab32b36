package studio.crossbar.cost.claim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.AnalogParts;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Quantity;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.cost.Schedule;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyIdentity;
import studio.crossbar.cost.UnitCost;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;

/**
 * What a claim's bills assume; each differs from the first in one thing.
 *
 * @param axis what is varied
 * @param value to what
 * @param technology unit costs
 * @param options of all cases, before each takes its schedule
 * @param conventional what the conventional case has of its own
 * @param change of the hardware of all cases
 */
public record Assumption(
        String axis,
        String value,
        Technology technology,
        CostOptions options,
        Conventional conventional,
        UnaryOperator<Hardware> change) {

    /**
     * What the conventional case has of its own.
     *
     * @param options from those that it would have
     * @param network from that of all cases
     */
    public record Conventional(UnaryOperator<CostOptions> options, UnaryOperator<Network> network) {

        static final Conventional AS_ALL = new Conventional(UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static final int[] TILES = {64, 128, 256};
    private static final int[] COLUMNS = {1, 4, 8, 16, 32, 128};
    private static final double[] NODES = {130, 65, 22, 14};

    /**
     * The technology, the options and the design as they are, but that both columns of a pair are converted, which makes the
     * conversions that cells of one sign save.
     *
     * @param options of the project; each case has its own schedule
     */
    public static Assumption standard(Technology technology, CostOptions options) {
        return new Assumption(
                "as in the table of steps",
                technology.identity().label(),
                technology,
                options.withSubtraction(Subtraction.DIGITAL),
                Conventional.AS_ALL,
                UnaryOperator.identity());
    }

    /**
     * Variations over the published ranges of the converter, its multiplexing, the tile, the node, the other technology
     * files, and what the conventional mapping is taken to be. A technology of a node beyond the scaling tables is not scaled.
     *
     * @param chosen as for {@link #standard}
     * @param adcBits that the converters have
     * @throws IOException if a technology file cannot be read
     */
    public static List<Assumption> variations(Technology technology, CostOptions chosen, int adcBits)
            throws IOException {
        Assumption standard = standard(technology, chosen);
        AdcKind own = chosen.adc() == AdcKind.TECHNOLOGY ? technology.columns().standard() : chosen.adc();
        List<Assumption> list = new ArrayList<>();
        for (AdcKind kind :
                technology.columns().adcs().keySet().stream().sorted().toList()) {
            if (kind != own && technology.columns().table(kind).mostBits() >= adcBits) {
                list.add(standard.varied("ADC", kind.label(), options -> options.withAdc(kind)));
            }
        }
        for (int columns : COLUMNS) {
            list.add(standard.varied(
                    "columns an ADC", Integer.toString(columns), options -> options.withColumnsPerAdc(columns)));
        }
        list.add(standard.varied(
                "subtraction of pairs", "analog", options -> options.withSubtraction(Subtraction.ANALOG)));
        for (int side : TILES) {
            list.add(
                    standard.on("tile", side + " × " + side, hardware -> hardware.withTile(new TileShape(side, side))));
        }
        for (double node : technology.scalable() ? NODES : new double[0]) {
            list.add(standard.with("node, all scaled", (long) node + " nm", technology.scaledTo(node)));
        }
        String digest = technology.identity().digest();
        for (String name : Technology.names()) {
            Technology other = Technology.bundled(name);
            TechnologyIdentity identity = other.identity();
            if (!identity.digest().equals(digest)) {
                list.add(standard.with("technology file", identity.label(), other));
            }
        }
        list.add(standard.with("integrator", "none, its low end", withoutIntegrator(technology)));
        list.add(standard.on("digital scaling", "none", hardware -> hardware.withScaling(DigitalScaling.NONE)));
        list.add(standard.against(
                "layers in turn, own converters, shared logic",
                options -> options.withSchedule(Schedule.LAYER_SERIAL)));
        list.add(standard.against(
                "layers in turn, shared converters behind gain stages",
                options ->
                        options.withSchedule(Schedule.LAYER_SERIAL).withAdaptation(RangeAdaptation.PROGRAMMABLE_GAIN)));
        list.add(new Assumption(
                "conventional network",
                "plain rectifiers",
                technology,
                standard.options,
                new Conventional(UnaryOperator.identity(), Assumption::withPlainRectifiers),
                UnaryOperator.identity()));
        return list;
    }

    private static Technology withoutIntegrator(Technology from) {
        AnalogParts analog = from.analog();
        Quantity area = analog.integrator().area();
        Quantity energy = analog.integrator().energy();
        Quantity noArea = new Quantity(0, area.unit(), 0, area.high(), area.nodeNanometres(), area.source());
        Quantity noEnergy = new Quantity(0, energy.unit(), 0, energy.high(), energy.nodeNanometres(), energy.source());
        return new Technology(
                from.schema(),
                from.name(),
                from.title(),
                from.node(),
                from.cell(),
                from.programming(),
                from.rows(),
                from.columns(),
                new AnalogParts(
                        analog.multiplexer(),
                        analog.sampleAndHold(),
                        new UnitCost(noArea, noEnergy),
                        analog.gain(),
                        analog.subtractor()),
                from.digital(),
                from.memory(),
                from.macro());
    }

    /** Pairs need no concatenated rectifiers, without which the next layer has half of the inputs. */
    private static Network withPlainRectifiers(Network network) {
        return new Network(network.input(), plain(network.layers()));
    }

    private static List<Layer> plain(List<Layer> layers) {
        return layers.stream()
                .map(layer -> switch (layer) {
                    case Layer.ConcatRelu _ -> new Layer.Relu();
                    case Layer.Residual branches ->
                        new Layer.Residual(plain(branches.body()), plain(branches.shortcut()));
                    default -> layer;
                })
                .toList();
    }

    Hardware hardware(Hardware base) {
        return change.apply(base);
    }

    Network network(Network base, ClaimCase which) {
        return which == ClaimCase.CONVENTIONAL ? conventional.network().apply(base) : base;
    }

    CostOptions options(ClaimCase which) {
        CostOptions own = which.options(options);
        return which == ClaimCase.CONVENTIONAL ? conventional.options().apply(own) : own;
    }

    private Assumption varied(String what, String to, UnaryOperator<CostOptions> how) {
        return new Assumption(what, to, technology, how.apply(options), conventional, change);
    }

    private Assumption with(String what, String to, Technology other) {
        return new Assumption(what, to, other, options, conventional, change);
    }

    private Assumption on(String what, String to, UnaryOperator<Hardware> how) {
        return new Assumption(what, to, technology, options, conventional, how);
    }

    private Assumption against(String to, UnaryOperator<CostOptions> how) {
        return new Assumption(
                "conventional mapping",
                to,
                technology,
                options,
                new Conventional(how, UnaryOperator.identity()),
                change);
    }
}
