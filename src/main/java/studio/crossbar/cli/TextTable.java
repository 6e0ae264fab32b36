package studio.crossbar.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Text in aligned columns; under a header all but the first, and those that are named, to the right, as numbers are. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> leftColumns = new HashSet<>(Set.of(0));
    private boolean headed;

    /** Names of the columns. */
    TextTable header(String... names) {
        headed = true;
        rows.addFirst(List.of(names));
        return this;
    }

    /** Aligns text under a header to the left. */
    TextTable left(int column) {
        leftColumns.add(column);
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
                boolean right = headed && !leftColumns.contains(c);
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
