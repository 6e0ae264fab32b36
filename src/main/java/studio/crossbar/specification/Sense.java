package studio.crossbar.specification;

/** Side of its limit on which a figure has to be. */
public enum Sense {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String symbol;

    Sense(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
