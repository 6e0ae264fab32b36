package studio.crossbar.cost;

/** What a part is counted by, and so how its cost divides over the tiles of a layer. */
public enum Basis {
    CELL("cells"),
    CORRECTION("cells of correction columns"),
    REFERENCE("cells of reference columns"),
    ROW("rows of the tiles"),
    COLUMN("columns of the tiles"),
    LINE("rows and columns of the tiles"),
    CURRENT("current of the columns"),
    CONVERSION("columns that are converted"),
    CORRECTED("columns that a correction or reference is subtracted from"),
    ADC("ADCs of the tiles"),
    PAIR("column pairs"),
    CODE("codes after subtraction"),
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
