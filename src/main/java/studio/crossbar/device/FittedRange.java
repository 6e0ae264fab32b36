package studio.crossbar.device;

import java.util.List;

/**
 * Where a model holds; outside it refuses.
 *
 * @param gMinMicroSiemens lowest target, at least 0
 * @param gMaxMicroSiemens highest target
 * @param firstSeconds earliest time after programming, at least 0
 * @param lastSeconds latest time; 0 where nothing is known about ageing
 * @param fewestBits least resolution of a device, 1 … 8
 * @param mostBits greatest resolution of a device
 * @param tableMicroSiemens conductances of the states, ascending; empty: evenly spaced
 * @param note what was measured, and what is the law's continuation
 */
public record FittedRange(
        double gMinMicroSiemens,
        double gMaxMicroSiemens,
        double firstSeconds,
        double lastSeconds,
        int fewestBits,
        int mostBits,
        List<Double> tableMicroSiemens,
        String note) {

    private static final int MOST_LEVELS = 256;

    public FittedRange {
        tableMicroSiemens = List.copyOf(tableMicroSiemens);
        Check.range("gMinMicroSiemens", gMinMicroSiemens, 0, 1e6);
        Check.range("gMaxMicroSiemens", gMaxMicroSiemens, 0, 1e6);
        if (gMaxMicroSiemens <= gMinMicroSiemens) {
            throw new IllegalArgumentException(
                    "gMaxMicroSiemens: " + gMaxMicroSiemens + " is not above gMinMicroSiemens, " + gMinMicroSiemens);
        }
        Check.range("firstSeconds", firstSeconds, 0, 1e10);
        Check.range("lastSeconds", lastSeconds, 0, 1e10);
        if (lastSeconds != 0 && lastSeconds < firstSeconds) {
            throw new IllegalArgumentException(
                    "lastSeconds: " + lastSeconds + " is below firstSeconds, " + firstSeconds);
        }
        Check.range("fewestBits", fewestBits, 1, 8);
        Check.range("mostBits", mostBits, fewestBits, 8);
        if (!tableMicroSiemens.isEmpty()) {
            Check.range("tableMicroSiemens", tableMicroSiemens.size(), 2, MOST_LEVELS);
        }
        for (int i = 0; i < tableMicroSiemens.size(); i++) {
            Check.range("tableMicroSiemens", tableMicroSiemens.get(i), gMinMicroSiemens, gMaxMicroSiemens);
            if (i > 0 && tableMicroSiemens.get(i) <= tableMicroSiemens.get(i - 1)) {
                throw new IllegalArgumentException("tableMicroSiemens: " + tableMicroSiemens.get(i)
                        + " is not above the state before it; list the states in ascending order");
            }
        }
        Check.source("note", note);
    }
}
