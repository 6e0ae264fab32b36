package studio.crossbar.data;

/** A rotation of space about z, then y, then x. */
final class Rotation {

    /** {@code [3, 3]}, row-major. */
    private final double[] matrix;

    private Rotation(double[] matrix) {
        this.matrix = matrix;
    }

    /** Angles in radians. */
    static Rotation of(double x, double y, double z) {
        double cx = StrictMath.cos(x);
        double sx = StrictMath.sin(x);
        double cy = StrictMath.cos(y);
        double sy = StrictMath.sin(y);
        double cz = StrictMath.cos(z);
        double sz = StrictMath.sin(z);
        return new Rotation(new double[] {
            cy * cz,
            -cy * sz,
            sy,
            cx * sz + sx * sy * cz,
            cx * cz - sx * sy * sz,
            -sx * cy,
            sx * sz - cx * sy * cz,
            sx * cz + cx * sy * sz,
            cx * cy
        });
    }

    /** Rotates the three components from {@code offset} in place. */
    void apply(double[] vector, int offset) {
        double x = vector[offset];
        double y = vector[offset + 1];
        double z = vector[offset + 2];
        for (int row = 0; row < 3; row++) {
            vector[offset + row] = matrix[3 * row] * x + matrix[3 * row + 1] * y + matrix[3 * row + 2] * z;
        }
    }
}
