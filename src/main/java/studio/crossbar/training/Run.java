package studio.crossbar.training;

/** What a lane is working on; one a lane, reused. */
final class Run {

    /** Samples of this shard. */
    int samples;
    /** Number of the shard in its batch. */
    int shard;

    Stage stage = Stage.FLOAT;

    Run of(int samples, int shard, Stage stage) {
        this.samples = samples;
        this.shard = shard;
        this.stage = stage;
        return this;
    }
}
