package studio.crossbar.design;

/** How the learning rate moves through a phase. */
public enum LearningSchedule {
    /** A cosine rise over the first tenth, then a cosine fall to a thousandth (Smith and Topin, 2018). */
    ONE_CYCLE,
    /** A cosine fall from the peak to a thousandth of it (Loshchilov and Hutter, ICLR 2017, without restarts). */
    COSINE
}
