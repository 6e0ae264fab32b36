package studio.crossbar.cost;

/** Whether layers that work in turn can use the same pieces. */
enum Sharing {
    /** Holds something of its layer: never. */
    STORAGE,
    /** Analog, so that its ranges must suit all layers. */
    ANALOG,
    /** Digital: always. */
    DIGITAL;

    /** Whether all layers use one set of pieces. */
    boolean shared(Schedule schedule, boolean ownConverters) {
        return schedule == Schedule.LAYER_SERIAL
                && switch (this) {
                    case STORAGE -> false;
                    case ANALOG -> !ownConverters;
                    case DIGITAL -> true;
                };
    }
}
