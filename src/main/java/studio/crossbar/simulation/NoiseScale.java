package studio.crossbar.simulation;

import java.util.List;
import studio.crossbar.device.Curve;
import studio.crossbar.device.Device;
import studio.crossbar.device.Drift;
import studio.crossbar.device.Programming;
import studio.crossbar.device.ReadNoise;
import studio.crossbar.device.StuckRates;

/** Devices that are worse or better than their source says. */
final class NoiseScale {

    private NoiseScale() {}

    /** {@code device} with all standard deviations, of programming, drift and reading, times {@code factor}. */
    static Device scaled(Device device, double factor) {
        if (factor == 1) {
            return device;
        }
        Programming programming = device.programming();
        ReadNoise noise = device.readNoise();
        return with(
                device,
                new Programming(
                        scaled(programming.cycleToCycle(), factor),
                        scaled(programming.deviceToDevice(), factor),
                        programming.verify(),
                        programming.source()),
                scaled(device.drift(), factor),
                new ReadNoise(
                        noise.of(),
                        scaled(noise.sigma(), factor),
                        noise.readSeconds(),
                        noise.sinceSeconds(),
                        noise.source()),
                device.stuck());
    }

    /** {@code device} with other parts. */
    static Device with(Device device, Programming programming, Drift drift, ReadNoise noise, StuckRates stuck) {
        return new Device(
                device.name(),
                device.title(),
                device.technology(),
                device.source(),
                device.range(),
                device.operation(),
                programming,
                drift,
                noise,
                stuck,
                device.retention());
    }

    private static Drift scaled(Drift drift, double factor) {
        return switch (drift) {
            case Drift.None none -> none;
            case Drift.PowerLaw law ->
                new Drift.PowerLaw(
                        law.referenceSeconds(), law.exponentMean(), scaled(law.exponentSigma(), factor), law.source());
            case Drift.Logarithmic law ->
                new Drift.Logarithmic(
                        law.meanMicroSiemensPerE(),
                        law.sigmaMicroSiemens() * factor,
                        law.sigmaMicroSiemensPerE() * factor,
                        law.source());
            case Drift.Measured law -> new Drift.Measured(law.interpolation(), moments(law, factor), law.source());
        };
    }

    private static List<Drift.Moment> moments(Drift.Measured law, double factor) {
        return law.times().stream()
                .map(moment -> new Drift.Moment(moment.seconds(), moment.shift(), scaled(moment.sigma(), factor)))
                .toList();
    }

    private static Curve scaled(Curve curve, double factor) {
        if (curve.isZero() || factor == 0) {
            return Curve.ZERO;
        }
        return new Curve(curve.referenceMicroSiemens(), curve.scale() * factor, curve.pieces());
    }
}
