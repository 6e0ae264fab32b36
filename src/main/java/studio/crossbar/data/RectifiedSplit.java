package studio.crossbar.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits signed signals into two non-negative ones, as a unipolar converter needs: max(x, 0) of every channel, then
 * max(−x, 0) of every channel. To be applied after {@link Standardisation}, whose mean it splits at.
 */
public final class RectifiedSplit {

    private RectifiedSplit() {}

    /** {@code [n, channels, length]} → {@code [n, 2 · channels, length]}, names suffixed " +" and " −"; a copy. */
    public static Dataset apply(Dataset data) {
        List<String> names = new ArrayList<>();
        data.channelNames().forEach(name -> names.add(name + " +"));
        data.channelNames().forEach(name -> names.add(name + " −"));
        int window = data.channelNames().size() * data.length();
        float[] split = new float[Math.multiplyExact(data.features().length, 2)];
        for (int i = 0; i < data.size(); i++) {
            int from = i * window;
            int to = 2 * from;
            for (int j = 0; j < window; j++) {
                float value = data.features()[from + j];
                split[to + j] = Math.max(value, 0);
                split[to + window + j] = Math.max(-value, 0);
            }
        }
        return new Dataset(
                data.name(),
                data.synthetic(),
                split,
                names,
                data.length(),
                data.labels(),
                data.classNames(),
                data.subjects(),
                data.provenance());
    }
}
