package studio.crossbar.cost.sweep;

import studio.crossbar.cost.CostOptions;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;

/**
 * One design of a space.
 *
 * @param hardware its choices
 * @param options how it is built
 */
public record SweepPoint(Hardware hardware, CostOptions options) {

    /**
     * The design number {@code index}: tile and polarity vary slowest.
     *
     * @param base what the space does not say
     */
    static SweepPoint of(SweepSpace space, int index, Hardware base, CostOptions options) {
        int rest = index;
        int schedule = rest % space.schedules().size();
        rest /= space.schedules().size();
        int columns = rest % space.columnsPerAdc().size();
        rest /= space.columnsPerAdc().size();
        int adc = rest % space.adcs().size();
        rest /= space.adcs().size();
        int scaling = rest % space.scalings().size();
        rest /= space.scalings().size();
        int ranges = rest % space.ranges().size();
        rest /= space.ranges().size();
        int adcBits = rest % space.adcBits().size();
        rest /= space.adcBits().size();
        int dacBits = rest % space.dacBits().size();
        rest /= space.dacBits().size();
        int cellBits = rest % space.cellBits().size();
        rest /= space.cellBits().size();
        int polarity = rest % space.polarities().size();
        rest /= space.polarities().size();
        int bits = space.cellBits().get(cellBits);
        Cell own = base.cell();
        Cell cell = bits == Math.round(own.bits())
                ? own
                : new Cell(1 << bits, own.gMinMicroSiemens(), own.gMaxMicroSiemens());
        return new SweepPoint(
                base.withCell(cell)
                        .withPolarity(space.polarities().get(polarity))
                        .withConverters(base.converters()
                                .withDacBits(space.dacBits().get(dacBits))
                                .withAdcBits(space.adcBits().get(adcBits)))
                        .withTile(space.tiles().get(rest))
                        .withRanges(space.ranges().get(ranges))
                        .withScaling(space.scalings().get(scaling)),
                options.withAdc(space.adcs().get(adc))
                        .withColumnsPerAdc(space.columnsPerAdc().get(columns))
                        .withSchedule(space.schedules().get(schedule)));
    }
}
