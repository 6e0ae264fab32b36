package studio.crossbar.data.download;

import java.net.URI;

/**
 * A file on the network whose content is known.
 *
 * @param uri where it is, http or https
 * @param name what it is called on disk
 * @param bytes its length
 * @param sha256 of its content, 64 hexadecimal digits in lower case
 */
public record PublishedFile(URI uri, String name, long bytes, String sha256) {

    public PublishedFile {
        Downloader.requireWeb(uri);
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("name: \"" + name + "\" is no file name");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes: " + bytes + " is not positive");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256: \"" + sha256 + "\" is not 64 hexadecimal digits");
        }
    }

    /**
     * The same file in another place.
     *
     * @param folder of the mirror
     */
    public PublishedFile from(URI folder) {
        String base = folder.toString();
        String encoded = name.replace("+", "%2B").replace(" ", "%20");
        return new PublishedFile(URI.create(base + (base.endsWith("/") ? "" : "/") + encoded), name, bytes, sha256);
    }
}
