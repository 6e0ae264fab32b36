package studio.crossbar.cost;

import java.util.function.DoubleUnaryOperator;

/**
 * What NeuroSim V1.4 counts in its "ADC" energies beside, or in place of, what our bill's ADC lines count, from its
 * source (github.com/neurosim/DNN_NeuroSim_V1.4, Inference_pytorch/NeuroSIM). 22 nm, low standby power, 300 K; pJ.
 */
final class NeuroSimRules {

    private static final double FEATURE = 22e-9;
    private static final double VDD = 0.85;

    /** Gate and fringe of a transistor, F/m (Technology.cpp, 22 nm LSTP; overlap a fifth of the gate). */
    private static final double GATE = 1.2 * 5.245e-10 + 8.004e-10;

    /** Width of a cell's transistor, m: 25 kΩ in its linear region, a fifth of its switching resistance (SubArray.cpp). */
    private static final double TRANSISTOR = 1.77 * VDD / 791.9 * 0.2 / 25e3;

    /**
     * SubArray.cpp, CalculatePower, {@code readDynamicEnergyArray}: the word line of a driven row, 12 F a cell of 0.2
     * fF/µm and a gate each, charged once for each of the 8 columns that take turns at an ADC. Part of its ADC energy.
     */
    static final double WORD_LINE =
            8 * NeuroSim.COLUMNS * (12 * FEATURE * 0.2e-9 + GATE * TRANSISTOR) * VDD * VDD * 1e12;

    /** SarADC.cpp, GetColumnPower: a column without any current draws 1 µW in place of what the resolution takes. */
    static double silent(int adcBits) {
        return 1e-3 * (adcBits + 1);
    }

    /** SarADC.cpp, GetColumnPower: a column of {@code microSiemens}. */
    static double converted(int adcBits, double microSiemens) {
        if (microSiemens == 0) {
            return silent(adcBits);
        }
        double ohms = 1e6 / microSiemens * 0.5 / 0.55;
        double microwatts = 0.538 * adcBits + 4.3753 + 0.072341e6 * Math.exp(-2.303 * Math.log10(ohms));
        return 1e-3 * microwatts * (adcBits + 1);
    }

    /** Time of a conversion of 5 bits, ns: MultilevelSenseAmp.cpp, ColumnLatency_Table, at the highest reference. */
    private static final double SENSE_NANOSECONDS = 8.02517e-6 * 12_500 + 0.851803;

    /**
     * MultilevelSenseAmp.cpp, GetColumnPower, for 31 amplifiers: falls with the logarithm of the column's resistance,
     * scaled from 0.5 to 0.55 V.
     */
    static final DoubleUnaryOperator SENSED_COLUMN = microSiemens -> {
        if (microSiemens == 0) {
            return 1e-3 * SENSE_NANOSECONDS;
        }
        double ohms = 1e6 / microSiemens * 0.5 / 0.55;
        double microwatts = ohms < 4832
                ? 0.916744 - 2.85373e-5 * ohms
                : ohms < 379_269 ? 2.1687 - 0.163133 * Math.log(ohms) : 0.864648 - 0.058712 * Math.log(ohms);
        return 31 * microwatts * SENSE_NANOSECONDS * 1e-3;
    };

    private NeuroSimRules() {}
}
