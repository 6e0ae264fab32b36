package studio.crossbar.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns: the first to the left; under a header numbers to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private boolean headed;

    /** Names of the columns. */
    TextTable header(String... names) {
        headed = true;
        rows.addFirst(List.of(names));
        return this;
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    String text() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                String padding = " ".repeat(widths[c] - row.get(c).length());
                boolean right = headed && c > 0;
                line.append(c == 0 ? "" : GAP)
                        .append(right ? padding : "")
                        .append(row.get(c))
                        .append(right ? "" : padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
