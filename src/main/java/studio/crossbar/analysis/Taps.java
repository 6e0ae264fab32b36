package studio.crossbar.analysis;

import studio.crossbar.network.Shape;
import studio.crossbar.network.Window;

/** Taps of a kernel that meet the input somewhere. */
final class Taps {

    private Taps() {}

    /**
     * Taps that are on the input in at least one window; the others only meet padding.
     *
     * @param output positions of the windows
     */
    static int live(Window window, Shape input, Shape output) {
        return live(
                        window.kernel().height(),
                        window.stride().height(),
                        window.padding().height(),
                        window.dilation().height(),
                        input.height(),
                        output.height())
                * live(
                        window.kernel().width(),
                        window.stride().width(),
                        window.padding().width(),
                        window.dilation().width(),
                        input.width(),
                        output.width());
    }

    private static int live(int kernel, int stride, int padding, int dilation, int size, int windows) {
        int live = 0;
        for (int tap = 0; tap < kernel; tap++) {
            for (int w = 0; w < windows; w++) {
                int at = w * stride + tap * dilation - padding;
                if (at >= 0 && at < size) {
                    live++;
                    break;
                }
            }
        }
        return live;
    }
}
