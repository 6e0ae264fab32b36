package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.training.Activity;

class DriveTest {

    private static Activity atOnce(int bits) {
        return new Drive(bits, bits).expected(1.0 / 3, false);
    }

    /** The digits of all codes, counted one by one; limits that fall between codes count their share of the last. */
    @ParameterizedTest
    @CsvSource({
        "8, 1, 0.3333333333333333",
        "8, 1, 0.1",
        "8, 1, 0.02",
        "8, 2, 0.05",
        "8, 3, 0.2",
        "7, 2, 0.01",
        "8, 1, 0.6",
        "8, 4, 0.9",
        "5, 3, 0.75"
    })
    void digitsOfEvenlySpreadCodesAreCounted(int bits, int driverBits, double meanSquare) {
        double low = meanSquare <= 1.0 / 3 ? 0 : (Math.sqrt(12 * meanSquare - 3) - 1) / 2;
        double high = meanSquare <= 1.0 / 3 ? Math.sqrt(3 * meanSquare) : 1;
        int codes = 1 << bits;
        int base = 1 << driverBits;
        int cycles = Math.ceilDiv(bits, driverBits);
        double weights = 0;
        double mean = 0;
        double square = 0;
        for (int code = 0; code < codes; code++) {
            double weight = Math.max(0, Math.min(code + 1, high * codes) - Math.max(code, low * codes));
            weights += weight * cycles;
            for (int cycle = 0; cycle < cycles; cycle++) {
                double drive = (code >> (cycle * driverBits)) % base / (base - 1.0);
                mean += weight * drive;
                square += weight * drive * drive;
            }
        }

        Activity activity = new Drive(bits, driverBits).expected(meanSquare, false);
        assertThat(activity.mean()).isCloseTo(mean / weights, within(1e-9));
        assertThat(activity.meanSquare()).isCloseTo(square / weights, within(1e-9));
    }

    /** Each code takes what rounds to it of the evenly spread inputs; step² / 6 above ⅓ over the full scale. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3333333333333333",
        "2, 0.3333333333333333",
        "8, 0.3333333333333333",
        "1, 0.2",
        "2, 0.1",
        "3, 0.7",
        "8, 0.05"
    })
    void codesAppliedAtOnceAreRounded(int bits, double meanSquare) {
        double low = meanSquare <= 1.0 / 3 ? 0 : (Math.sqrt(12 * meanSquare - 3) - 1) / 2;
        double high = meanSquare <= 1.0 / 3 ? Math.sqrt(3 * meanSquare) : 1;
        double steps = (1 << bits) - 1;
        double mean = 0;
        double square = 0;
        for (int code = 0; code <= steps; code++) {
            double share = Math.max(0, Math.min(high, (code + 0.5) / steps) - Math.max(low, (code - 0.5) / steps));
            mean += share * code / steps;
            square += share * code * code / (steps * steps);
        }

        Activity activity = new Drive(bits, bits).expected(meanSquare, false);
        assertThat(activity.mean()).isCloseTo(mean / (high - low), within(1e-9));
        assertThat(activity.meanSquare()).isCloseTo(square / (high - low), within(1e-9));
    }

    @Test
    void fewCodesHaveALargerMeanSquareThanTheInputs() {
        assertThat(atOnce(1)).isEqualTo(new Activity(0.5, 0.5));
        assertThat(atOnce(2).meanSquare()).isCloseTo(19 / 54.0, within(1e-12));
        assertThat(atOnce(8).meanSquare()).isCloseTo(1 / 3.0 + 1 / (6 * 255.0 * 255), within(1e-12));
        // A bit is a bit, alone or as a digit.
        assertThat(atOnce(1)).isEqualTo(new Drive(8, 1).expected(1.0 / 3, false));
    }

    /** Bits are on or off: the mean is the mean square; half of them are on only if inputs fill the scale. */
    @Test
    void smallInputsLeaveTheUpperBitsOff() {
        Drive serial = new Drive(8, 1);
        assertThat(serial.expected(1.0 / 3, false)).isEqualTo(new Activity(0.5, 0.5));
        // Up to a quarter of full scale: two of eight bits are always off, the others half of the time.
        Activity quarter = serial.expected(1.0 / 48, false);
        assertThat(quarter.meanSquare()).isCloseTo(6 / 16.0, within(1e-9));
        assertThat(quarter.mean()).isCloseTo(6 / 16.0, within(1e-9));
    }

    /** The least and the most that there can be, and a mean that goes with its square everywhere. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void extremesAreNothingAndFullScale(int driverBits) {
        Drive drive = new Drive(8, driverBits);
        assertThat(drive.expected(0, false)).isEqualTo(new Activity(0, 0));
        assertThat(drive.expected(1, false)).isEqualTo(new Activity(1, 1));
        for (double meanSquare = 0; meanSquare <= 1; meanSquare += 1 / 64.0) {
            Activity activity = drive.expected(meanSquare, false);
            assertThat(activity.meanSquare()).isLessThanOrEqualTo(activity.mean() + 1e-12);
            assertThat(activity.meanSquare()).isGreaterThanOrEqualTo(activity.mean() * activity.mean() - 1e-12);
        }
    }

    /** A sign is no bit of the magnitude: 8 signed bits drive as 7 unsigned ones. */
    @Test
    void aSignIsNoDrive() {
        assertThat(new Drive(8, 1).expected(0.1, true)).isEqualTo(new Drive(7, 1).expected(0.1, false));
    }
}
