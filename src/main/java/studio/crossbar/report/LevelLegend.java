package studio.crossbar.report;

import java.io.IOException;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;

/** Colours of the weight levels: a swatch a level, or a ramp where there are many. */
final class LevelLegend implements Figure {

    private static final float SIZE = 8;
    private static final float BAR = 11;
    private static final int MOST_SWATCHES = 15;

    private final Cell cell;
    private final int low;
    private final int high;

    LevelLegend(Hardware hardware) {
        cell = hardware.cell();
        low = hardware.polarity().encodings().stream()
                .mapToInt(encoding -> encoding.lowestLevel(cell.levels()))
                .min()
                .orElseThrow();
        high = hardware.polarity().encodings().stream()
                .mapToInt(encoding -> encoding.highestLevel(cell.levels()))
                .max()
                .orElseThrow();
    }

    @Override
    public float height(float width) {
        return 40;
    }

    @Override
    public void draw(Canvas canvas, float x, float y, float width) throws IOException {
        boolean swatches = high - low + 1 <= MOST_SWATCHES;
        int parts = swatches ? high - low + 1 : 64;
        float part = Math.min(swatches ? 22 : 4, width / 2 / parts);
        double steps = cell.levels() - 1;
        canvas.text("Weight level", x, y + BAR - 2, SIZE, Canvas.INK, Canvas.Align.LEFT);
        float left = x + canvas.typeface().width("Weight level", SIZE) + 8;
        for (int i = 0; i < parts; i++) {
            double level = low + (high - low) * (double) i / (parts - 1);
            canvas.rectangle(left + i * part, y, part, BAR, DivergingColourMap.LIGHT.colour(level / steps));
        }
        canvas.frame(left, y, parts * part, BAR, 0.4f, Canvas.FAINT);
        for (double tick : Axis.ticks(low, high, swatches ? high - low : 8)) {
            float at = left + (float) ((tick - low) / (high - low) * (parts - 1) + 0.5) * part;
            canvas.text(Words.number(tick), at, y + BAR + 9, SIZE, Canvas.INK, Canvas.Align.CENTRE);
        }
        String cells = "|level| 0 … " + (cell.levels() - 1) + " is " + Words.number(cell.gMinMicroSiemens()) + " … "
                + Words.number(cell.gMaxMicroSiemens()) + " µS in the cell. Lines are the borders of the tiles.";
        float right = left + parts * part + 12;
        float lineAt = y + 6;
        for (String line : canvas.typeface().wrapped(cells, SIZE, x + width - right, 3)) {
            canvas.text(line, right, lineAt, SIZE, Canvas.FAINT, Canvas.Align.LEFT);
            lineAt += 10;
        }
    }
}
