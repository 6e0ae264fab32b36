package studio.crossbar.simulation.spice;

import java.io.IOException;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;

/**
 * The network that {@link studio.crossbar.simulation.irdrop.IrDropSolver} solves, as a SPICE netlist: resistors for
 * devices and wire segments, a voltage source a driver, and a source of 0 V a bit line, which is the virtual ground of
 * its sense amplifier and measures its output current. Words in the netlist count rows and columns from 0.
 *
 * <pre>
 *   Vd3         driver of word line 3
 *   Rw3_7       word-line segment on the way to the crossing of row 3 and column 7
 *   Rx3_7       device there
 *   Rb3_7       bit-line segment from there on, towards the output
 *   Vs7         sense amplifier of bit line 7: its current is the output
 * </pre>
 *
 * A segment of 0 Ω is left out and its ends are one node, since simulators put a small resistance in the place of 0; a
 * device of 0 S is left out. The elements are those of any SPICE and stand at the first input; a {@code .control} block at
 * the end makes ngspice solve all inputs and print each output current with 16 digits.
 *
 * @param title first line, shown by the simulator
 * @param crossbar devices and wires
 * @param volts inputs {@code [inputs × rows]}; not copied
 * @param inputs number of inputs, 1 or more
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
public record SpiceNetlist(String title, ResistiveCrossbar crossbar, double[] volts, int inputs) {

    public SpiceNetlist {
        if (inputs < 1 || volts.length != (long) inputs * crossbar.rows()) {
            throw new IllegalArgumentException("voltage: " + volts.length + " values for " + inputs + " inputs of "
                    + crossbar.rows() + " word lines; give one a word line and input");
        }
        for (int at = 0; at < volts.length; at++) {
            if (!Double.isFinite(volts[at])) {
                throw new IllegalArgumentException("voltage: " + volts[at] + " of input " + at / crossbar.rows()
                        + ", word line " + at % crossbar.rows() + " is no finite number; give volts");
            }
        }
        title = title.replaceAll("\\p{Cntrl}+", " ");
    }

    /**
     * Writes the netlist, element by element: its size, some 80 bytes a device, is never held.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Appendable out) throws IOException {
        out.append("* ").append(title).append('\n');
        out.append("* ")
                .append(Integer.toString(crossbar.rows()))
                .append(" word lines driven at column 0, ")
                .append(Integer.toString(crossbar.columns()))
                .append(" bit lines sensed below the last row\n");
        out.append("* ")
                .append(Double.toString(crossbar.wordlineOhm()))
                .append(" ohm a word-line segment, ")
                .append(Double.toString(crossbar.bitlineOhm()))
                .append(" ohm a bit-line segment\n");
        for (int i = 0; i < crossbar.rows(); i++) {
            out.append("Vd" + i + " d" + i + " 0 DC " + volts[i] + "\n");
        }
        for (int j = 0; j < crossbar.columns(); j++) {
            out.append("Vs" + j + " s" + j + " 0 DC 0\n");
        }
        for (int i = 0; i < crossbar.rows(); i++) {
            for (int j = 0; j < crossbar.columns(); j++) {
                crossing(out, i, j);
            }
        }
        control(out);
        out.append(".end\n");
    }

    private void crossing(Appendable out, int i, int j) throws IOException {
        String at = i + "_" + j;
        if (crossbar.wordlineOhm() > 0) {
            out.append("Rw" + at + " " + (j == 0 ? "d" + i : word(i, j - 1)) + " " + word(i, j) + " "
                    + crossbar.wordlineOhm() + "\n");
        }
        double siemens = crossbar.conductanceSiemens()[i * crossbar.columns() + j];
        if (siemens > 0) {
            out.append("Rx" + at + " " + word(i, j) + " " + bit(i, j) + " " + 1 / siemens + "\n");
        }
        if (crossbar.bitlineOhm() > 0) {
            out.append("Rb" + at + " " + bit(i, j) + " " + (i == crossbar.rows() - 1 ? "s" + j : bit(i + 1, j)) + " "
                    + crossbar.bitlineOhm() + "\n");
        }
    }

    private String word(int i, int j) {
        return crossbar.wordlineOhm() > 0 ? "w" + i + "_" + j : "d" + i;
    }

    private String bit(int i, int j) {
        return crossbar.bitlineOhm() > 0 ? "b" + i + "_" + j : "s" + j;
    }

    /** Only drivers that change are altered. */
    private void control(Appendable out) throws IOException {
        out.append("* From here to .endc for ngspice; other simulators: replace it by .op\n");
        out.append(".control\nset numdgt=16\n");
        for (int input = 0; input < inputs; input++) {
            for (int i = 0; input > 0 && i < crossbar.rows(); i++) {
                double now = volts[input * crossbar.rows() + i];
                if (now != volts[(input - 1) * crossbar.rows() + i]) {
                    out.append("alter vd" + i + " = " + now + "\n");
                }
            }
            out.append("op\necho input " + input + "\n");
            for (int j = 0; j < crossbar.columns(); j++) {
                out.append("print i(vs" + j + ")\n");
            }
            out.append("destroy all\n");
        }
        out.append("quit\n.endc\n");
    }
}
