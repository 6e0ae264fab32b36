package studio.crossbar.search;

import java.lang.management.ManagementFactory;

/** Processor time of the thread that asks, which other work on the machine does not lengthen as it does a clock's. */
public final class CpuTime {

    private CpuTime() {}

    /** Seconds so far. */
    public static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
    }
}
