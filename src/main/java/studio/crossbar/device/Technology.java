package studio.crossbar.device;

/** Kinds of memory. */
public enum Technology {
    IDEAL,
    RRAM,
    PCM,
    FEFET,
    MRAM,
    FLASH
}
