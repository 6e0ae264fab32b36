package studio.crossbar.cost;

/**
 * How a circuit's figures change from one process node to another: the tables of Stillmaker and Baas, <i>Scaling
 * equations for the accurate prediction of CMOS device performance from 180 nm to 7 nm</i>, Integration 58 (2017). They
 * are fitted to digital gates; analog circuits usually shrink less, so figures scaled over more than a node or two are
 * optimistic, and the bill marks every one.
 *
 * <p>Between tabulated nodes the factor is interpolated in its logarithm over the logarithm of the node.
 */
enum NodeScaling {
    /** Area: table of relative areas, from 130 nm. */
    AREA {
        @Override
        double level(int row) {
            return AREA_FROM_130[row];
        }
    },
    /**
     * Energy of a switching event: quadratics in the supply voltage, whose ratio is the factor, at 0.8 V, the supply that
     * Accelergy's library takes.
     */
    ENERGY {
        @Override
        double level(int row) {
            double[] fit = ENERGY_FITS[row];
            return (fit[0] * SUPPLY_VOLTS + fit[1]) * SUPPLY_VOLTS + fit[2];
        }
    },
    /**
     * Time: proportional to the feature size, the ideal of constant-field scaling (Dennard et al., JSSC 1974). The delay
     * fits of Stillmaker and Baas (as NanoCAD's nodeScale lists them) do not serve: at the 0.8 V of the energies, 20 nm of
     * the high-performance kind is slower than 32 nm, and 45 nm of the low-power kind slower than 65 nm.
     */
    TIME {
        @Override
        double level(int row) {
            return NODES[row];
        }

        @Override
        String source() {
            return "in proportion to the node";
        }
    },
    /** Clock: as many cycles fit into a time as {@link #TIME} makes one shorter. */
    FREQUENCY {
        @Override
        double level(int row) {
            return 1 / NODES[row];
        }

        @Override
        String source() {
            return "in inverse proportion to the node";
        }
    };

    /** Nodes that the tables cover, nm. */
    static final double LEAST_NODE = 7;

    static final double MOST_NODE = 130;

    private static final double[] NODES = {130, 90, 65, 45, 32, 20, 16, 14, 10, 7};
    private static final double[] AREA_FROM_130 = {1, 0.44, 0.23, 0.16, 0.072, 0.033, 0.03, 0.027, 0.016, 0.0092};
    private static final double SUPPLY_VOLTS = 0.8;
    private static final double[][] ENERGY_FITS = {
        {7.171, -6.709, 2.904},
        {4.762, -4.781, 2.092},
        {3.755, -4.398, 1.975},
        {1.103, -0.362, 0.2767},
        {0.9559, -0.7823, 0.471},
        {0.373, -0.1582, 0.04104},
        {0.2958, -0.1241, 0.03024},
        {0.2363, -0.09675, 0.02239},
        {0.2068, -0.09311, 0.02375},
        {0.1776, -0.09097, 0.02447}
    };

    abstract double level(int row);

    String source() {
        return "Stillmaker and Baas 2017";
    }

    /**
     * Factor from a figure at node {@code from} to the same circuit's at node {@code to}.
     *
     * @throws IllegalArgumentException if a node is outside 7 … 130 nm, where there is no table
     */
    double factor(double from, double to) {
        return from == to ? 1 : at(to) / at(from);
    }

    private double at(double node) {
        if (!(node >= LEAST_NODE && node <= MOST_NODE)) {
            throw new IllegalArgumentException(
                    "nodeNanometres: " + node
                            + " is outside 7 … 130 nm, where the scaling tables reach; give the constant at the technology's node");
        }
        int below = 1;
        while (NODES[below] > node) {
            below++;
        }
        double share = Math.log(node / NODES[below - 1]) / Math.log(NODES[below] / NODES[below - 1]);
        return level(below - 1) * Math.pow(level(below) / level(below - 1), share);
    }
}
