package studio.crossbar.search.store;

import studio.crossbar.run.BuildInfo;
import studio.crossbar.study.WorkLock;

/**
 * Where measurements come from: one process that worked on the search.
 *
 * @param program version of the application
 * @param java version of the virtual machine
 * @param system operating system and processor
 * @param host name of the machine
 * @param workers trials at a time
 * @param dataset name and sizes of the data
 * @param checksum of the data
 */
public record Provenance(
        String program, String java, String system, String host, int workers, String dataset, String checksum) {

    /** Of this process. */
    public static Provenance here(int workers, String dataset, String checksum) {
        return new Provenance(
                BuildInfo.version(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                WorkLock.host(),
                workers,
                dataset,
                checksum);
    }
}
