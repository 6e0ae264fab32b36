package studio.crossbar.report;

import java.io.IOException;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Slices;

/** Colours of the weight levels: a swatch a level, or a ramp where there are many. */
final class LevelLegend implements Figure {

    private static final float SIZE = 8;
    private static final float BAR = 11;
    private static final int MOST_SWATCHES = 15;

    private final Cell cell;
    private final Slices slices;
    private final int distance;
    private final int low;
    private final int high;

    LevelLegend(Hardware hardware) {
        cell = hardware.cell();
        slices = hardware.weightSlices();
        int levels = slices.weightLevels();
        distance = hardware.polarity().encodings().stream()
                .mapToInt(Encoding::levelDistance)
                .min()
                .orElseThrow();
        low = hardware.polarity().encodings().stream()
                .mapToInt(encoding -> encoding.lowestLevel(levels))
                .min()
                .orElseThrow();
        high = hardware.polarity().encodings().stream()
                .mapToInt(encoding -> encoding.highestLevel(levels))
                .max()
                .orElseThrow();
    }

    @Override
    public float height(float width) {
        return 40;
    }

    @Override
    public void draw(Canvas canvas, float x, float y, float width) throws IOException {
        int levels = (high - low) / distance + 1;
        boolean swatches = levels <= MOST_SWATCHES;
        int parts = swatches ? levels : 64;
        float part = Math.min(swatches ? 22 : 4, width / 2 / parts);
        double steps = slices.steps();
        canvas.text("Weight level", x, y + BAR - 2, SIZE, Canvas.INK, Canvas.Align.LEFT);
        float left = x + canvas.typeface().width("Weight level", SIZE) + 8;
        for (int i = 0; i < parts; i++) {
            double level = low + (high - low) * (double) i / (parts - 1);
            canvas.rectangle(left + i * part, y, part, BAR, DivergingColourMap.LIGHT.colour(level / steps));
        }
        canvas.frame(left, y, parts * part, BAR, 0.4f, Canvas.FAINT);
        for (double tick : Axis.ticks(low, high, swatches ? levels - 1 : 8)) {
            float at = left + (float) ((tick - low) / (high - low) * (parts - 1) + 0.5) * part;
            canvas.text(Words.number(tick), at, y + BAR + 9, SIZE, Canvas.INK, Canvas.Align.CENTRE);
        }
        String cells = cells() + " Lines are the borders of the tiles.";
        float right = left + parts * part + 12;
        float lineAt = y + 6;
        for (String line : canvas.typeface().wrapped(cells, SIZE, x + width - right, 3)) {
            canvas.text(line, right, lineAt, SIZE, Canvas.FAINT, Canvas.Align.LEFT);
            lineAt += 10;
        }
    }

    private String cells() {
        String range =
                Words.number(cell.gMinMicroSiemens()) + " … " + Words.number(cell.gMaxMicroSiemens()) + " µS in ";
        if (slices.count() > 1) {
            return "A digit 0 … " + (cell.levels() - 1) + " is " + range + "its cell; a weight has " + slices.count()
                    + " digits.";
        }
        return distance > 1
                ? "Level " + low + " … " + high + " is " + range + "the cell."
                : "|level| 0 … " + slices.steps() + " is " + range + "the cell.";
    }
}
