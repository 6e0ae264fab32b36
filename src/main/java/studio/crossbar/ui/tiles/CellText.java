package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.ui.common.Texts;

/** A cell in two lines: where it is, and what it holds. */
final class CellText {

    private CellText() {}

    static String of(CellInfo cell) {
        String place = Texts.format(
                "tiles.cell.place",
                cell.layer(),
                cell.tile(),
                cell.row(),
                cell.tileRow(),
                cell.tileColumn(),
                cell.output() == CellInfo.NO_OUTPUT
                        ? Texts.get("tiles.cell.output.all")
                        : Integer.toString(cell.output()),
                cell.kernel(),
                cell.channel());
        List<String> values = new ArrayList<>();
        CellInfo.Pair pair = cell.pair();
        values.add(
                pair == null
                        ? Texts.format("tiles.cell.single", cell.conductanceMicroSiemens(), cell.state(), cell.role())
                        : Texts.format("tiles.cell.pair", pair.plus(), pair.minus(), cell.role(), cell.state()));
        values.add(Texts.format("tiles.cell.weight", cell.level(), cell.weight()));
        if (!Double.isNaN(cell.errorMicroSiemens())) {
            double percent = 100 * cell.errorShare();
            values.add(
                    pair == null
                            ? Texts.format("tiles.cell.error", cell.errorMicroSiemens(), percent)
                            : Texts.format("tiles.cell.error.pair", cell.errorMicroSiemens(), percent));
        }
        if (!Double.isNaN(cell.drop())) {
            values.add(Texts.format("tiles.cell.drop", 100 * cell.drop(), 100 * cell.columnDrop()));
        }
        return place + "\n" + String.join(" · ", values);
    }
}
