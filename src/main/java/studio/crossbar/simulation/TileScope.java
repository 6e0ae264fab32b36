package studio.crossbar.simulation;

import studio.crossbar.mapping.TileSlot;

/** Chooses tiles of a network. */
@FunctionalInterface
public interface TileScope {

    /** Every tile. */
    TileScope ALL = (_, _) -> true;

    /**
     * Whether a tile is chosen.
     *
     * @param tile index in {@link studio.crossbar.mapping.MappingPlan#tiles()}
     */
    boolean contains(int tile, TileSlot slot);

    /** Tiles of one layer. */
    static TileScope layer(int layer) {
        return (_, slot) -> slot.layer() == layer;
    }

    /** One tile. */
    static TileScope tile(int index) {
        return (tile, _) -> tile == index;
    }
}
