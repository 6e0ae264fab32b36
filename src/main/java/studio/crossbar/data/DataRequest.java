package studio.crossbar.data;

import org.jspecify.annotations.Nullable;

/**
 * What a project wants of its {@linkplain DataSource source}.
 *
 * @param required the only kind that will do; null for any
 * @param likely the kind that fits its network, taken where a folder holds several; null if none does
 * @param csv how to understand CSV
 */
public record DataRequest(
        @Nullable DataKind required, @Nullable DataKind likely, CsvOptions csv) {

    /** Whatever is there. */
    public static final DataRequest ANY = new DataRequest(null, null, CsvOptions.AUTOMATIC);
}
