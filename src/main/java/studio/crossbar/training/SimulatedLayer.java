package studio.crossbar.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.NoiseUse;

/** One lane's use of an {@link AnalogLayer}: shows it where the staged inputs lie. */
final class SimulatedLayer implements StagedWindows {

    private final Geometry geometry;
    private final int[] taps;
    private @Nullable AnalogLayer layer;
    private AnalogLayer.@Nullable Lane lane;
    private float[] values = {};
    private int samples;

    SimulatedLayer(Geometry geometry) {
        this.geometry = geometry;
        taps = geometry.depthwise() ? geometry.taps(0) : new int[0];
    }

    /** Computes the sums of one shard. */
    @SuppressWarnings("ReferenceEquality") // Another object is another chip, whatever it equals.
    void convert(AnalogLayer with, Run run, int index, float[] staged, float[] sums) {
        AnalogLayer.Lane mine = lane;
        if (mine == null || layer != with) {
            mine = with.lane();
            lane = mine;
            layer = with;
        }
        values = staged;
        samples = run.samples;
        mine.convert(this, run.stage.noise(NoiseUse.Part.READ, index, run.shard), sums);
    }

    /** Shows {@code staged} without computing anything. */
    StagedWindows show(float[] staged, int count) {
        values = staged;
        samples = count;
        return this;
    }

    @Override
    public float[] values() {
        return values;
    }

    @Override
    public int length() {
        return geometry.stagingSize;
    }

    @Override
    public int runs() {
        return geometry.rowRuns.count(samples);
    }

    @Override
    public int runLength() {
        return geometry.rowRuns.length(samples);
    }

    @Override
    public int base(int block, int run) {
        return geometry.rowRuns.offset(plane(block), run);
    }

    @Override
    public int step(int block) {
        return geometry.rowRuns.step(plane(block));
    }

    private int plane(int block) {
        return geometry.blocks.get(block).plane();
    }

    @Override
    public int groups() {
        return geometry.groups;
    }

    @Override
    public int[] depthwiseTaps() {
        return taps;
    }

    @Override
    public List<Geometry.Segment> stretches(int block, int group) {
        return geometry.blocks.get(block).segments().get(group);
    }
}
