package studio.crossbar.device;

/**
 * How far programming misses: {@code g = target + σ_d z_d + σ_c z_c}, not below 0, with standard normal {@code z_d},
 * drawn once a device, and {@code z_c}, drawn in every programming cycle. Publications that give one deviation over an
 * array do not tell the two apart; it stands as cycle-to-cycle then.
 *
 * @param cycleToCycle σ_c, µS over the target
 * @param deviceToDevice σ_d, µS over the target
 * @param verify whether programming is repeated until a reading is near enough
 * @param source of the figures
 */
public record Programming(Curve cycleToCycle, Curve deviceToDevice, WriteVerify verify, String source) {

    public Programming {
        Check.source("source", source);
    }

    /** The standard deviation of both parts together at a target, without verification, µS. */
    public double sigmaMicroSiemens(double targetMicroSiemens) {
        return Math.hypot(cycleToCycle.at(targetMicroSiemens), deviceToDevice.at(targetMicroSiemens));
    }
}
