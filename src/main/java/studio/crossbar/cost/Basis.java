package studio.crossbar.cost;

/** What a part is counted by, and so how its cost divides over the tiles of a layer. */
public enum Basis {
    CELL("cells"),
    ROW("rows of the tiles"),
    COLUMN("columns of the tiles"),
    CONVERSION("columns that are converted"),
    ADC("ADCs of the tiles"),
    PAIR("column pairs"),
    OUTPUT("outputs of the tiles"),
    TILE("tiles"),
    LAYER("the layer as a whole, by its cells");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
