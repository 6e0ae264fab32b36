package studio.crossbar.search.polarity;

import studio.crossbar.cost.Cost;

/** What a search pays for. */
public enum PolarityPrice {
    /** Silicon. */
    AREA {
        @Override
        public double of(Cost cost) {
            return cost.areaSquareMillimetres();
        }
    },
    /** Energy an inference. */
    ENERGY {
        @Override
        public double of(Cost cost) {
            return cost.energyNanojoules();
        }
    };

    /** mm² or nJ of a bill. */
    public abstract double of(Cost cost);
}
