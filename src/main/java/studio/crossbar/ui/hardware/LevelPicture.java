package studio.crossbar.ui.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Slices;
import studio.crossbar.ui.common.EncodingNames;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/**
 * Levels and their bands of programming noise, whose densities are Gaussian.
 *
 * @param bands in rising order within an encoding
 * @param low lowest value that belongs on the axis
 * @param high highest one
 * @param floor below which there is nothing: 0 for conductances
 * @param axis what the values are, with their unit
 * @param words what the picture says
 */
record LevelPicture(List<Band> bands, double low, double high, double floor, String axis, String words) {

    /** Most levels that are drawn; of more, every second, fourth … */
    static final int MOST_BANDS = 512;

    /** What is programmed. */
    enum Subject {
        /** One device. */
        CELL,
        /** One weight on all its devices: pairs, slices and correction cells. */
        WEIGHT
    }

    /**
     * One level.
     *
     * @param centre value without noise
     * @param sigma standard deviation
     * @param group alternates between neighbours, and differs between encodings
     */
    record Band(double centre, double sigma, int group) {}

    LevelPicture {
        bands = List.copyOf(bands);
    }

    static LevelPicture of(Hardware hardware, Subject subject) {
        return subject == Subject.CELL ? ofCell(hardware) : ofWeight(hardware);
    }

    private static LevelPicture ofCell(Hardware hardware) {
        Cell cell = hardware.cell();
        double span = cell.gMaxMicroSiemens() - cell.gMinMicroSiemens();
        double sigma = hardware.noise().programmingSigma() * span;
        List<Band> bands = new ArrayList<>();
        for (int level = 0; level < cell.levels(); level++) {
            bands.add(new Band(cell.conductanceMicroSiemens(level), sigma, level % 2));
        }
        double distance = span / (cell.levels() - 1);
        String words = Texts.format(
                "hardware.levels.cell.words",
                cell.levels(),
                Numbers.significant(distance),
                Numbers.significant(sigma),
                apart(distance, sigma),
                Numbers.percent(misread(cell.levels(), distance, sigma)));
        return new LevelPicture(
                bands,
                cell.gMinMicroSiemens(),
                cell.gMaxMicroSiemens(),
                0,
                Texts.get("hardware.levels.cell.axis"),
                words);
    }

    private static LevelPicture ofWeight(Hardware hardware) {
        Slices slices = hardware.weightSlices();
        List<Encoding> encodings =
                hardware.polarity().encodings().stream().distinct().toList();
        List<Band> bands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        // Encodings of the same figures share a sentence.
        Map<String, String> alike = new LinkedHashMap<>();
        int step = 1;
        int all = 0;
        for (Encoding encoding : encodings) {
            all += levels(encoding, slices);
        }
        while (all / step > MOST_BANDS) {
            step *= 2;
        }
        for (int e = 0; e < encodings.size(); e++) {
            Encoding encoding = encodings.get(e);
            double sigma = sigma(encoding, slices, hardware.noise().programmingSigma());
            int levels = levels(encoding, slices);
            double distance = (double) encoding.levelDistance() / slices.steps();
            int lowest = encoding.lowestLevel(slices.weightLevels());
            for (int i = 0; i < levels; i += step) {
                double centre = (lowest + (double) i * encoding.levelDistance()) / slices.steps();
                bands.add(new Band(centre, sigma, 2 * e + i / step % 2));
            }
            String figures = Texts.format(
                    "hardware.levels.weight.words",
                    levels,
                    Numbers.significant(distance),
                    Numbers.significant(sigma),
                    apart(distance, sigma),
                    Numbers.percent(misread(levels, distance, sigma)));
            alike.merge(
                    figures,
                    EncodingNames.word(encoding),
                    (one, other) -> Texts.format("hardware.levels.both", one, other));
        }
        alike.forEach((figures, names) -> words.add(Texts.format("hardware.levels.weight.named", names, figures)));
        if (step > 1) {
            words.add(Texts.format("hardware.levels.thinned", step));
        }
        boolean below = encodings.stream().anyMatch(encoding -> encoding.lowestLevel(2) < 0);
        boolean above = encodings.stream().anyMatch(encoding -> encoding.highestLevel(2) > 0);
        return new LevelPicture(
                bands,
                below ? -1 : 0,
                above ? 1 : 0,
                Double.NEGATIVE_INFINITY,
                Texts.get("hardware.levels.weight.axis"),
                String.join(" ", words));
    }

    private static int levels(Encoding encoding, Slices slices) {
        int levels = slices.weightLevels();
        return (encoding.highestLevel(levels) - encoding.lowestLevel(levels)) / encoding.levelDistance() + 1;
    }

    /** Of a weight, relative to R: slices count by their significance, a correction cell as its row's weights do. */
    static double sigma(Encoding encoding, Slices slices, double cellSigma) {
        double power = encoding.correctionColumns();
        for (int slice = 0; slice < slices.count(); slice++) {
            power += slices.share(slice) * slices.share(slice);
        }
        return encoding.noiseGain() * cellSigma * Math.sqrt(power);
    }

    /** Share of evenly used levels that come out nearer to another level, 0 … 1. */
    static double misread(int levels, double distance, double sigma) {
        return sigma == 0 ? 0 : (levels - 1.0) / levels * complementaryError(distance / (2 * sigma * Math.sqrt(2)));
    }

    /** erfc of {@code x}, at least 0, to 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
    private static double complementaryError(double x) {
        double t = 1 / (1 + 0.3275911 * x);
        double polynomial =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return polynomial * Math.exp(-x * x);
    }

    private static String apart(double distance, double sigma) {
        return sigma == 0 ? Texts.get("hardware.levels.infinite") : Numbers.significant(distance / sigma);
    }
}
