package studio.crossbar.search.store;

/**
 * A process that worked on a search, as its database keeps it.
 *
 * @param started time, ISO 8601
 * @param provenance of what it measured
 * @param seconds that it has worked, up to what it kept last
 */
public record StoredSession(String started, Provenance provenance, double seconds) {}
