package studio.crossbar.hardware;

/** How signed signals reach the first layer's rows. */
public enum InputCoding {
    /** As they are, by signed DACs. */
    SIGNED(1),
    /** As {@code [max(x, 0), max(−x, 0)]}: twice the channels, all inputs positive. */
    RECTIFIED_SPLIT(2);

    private final int channelsPerSignal;

    InputCoding(int channelsPerSignal) {
        this.channelsPerSignal = channelsPerSignal;
    }

    /** Network input channels that one signal takes. */
    public int channelsPerSignal() {
        return channelsPerSignal;
    }
}
