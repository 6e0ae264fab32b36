package studio.crossbar.search;

/** What becomes of a genome: a {@link Candidate} to train, or a {@link Refusal} to record. */
public sealed interface Buildable permits Candidate, Refusal {}
