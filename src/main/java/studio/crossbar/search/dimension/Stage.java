package studio.crossbar.search.dimension;

/** One hidden layer while it is edited, with its rectifier. */
final class Stage {

    int width;
    int kernel;
    int stride;
    int dilation;
    Rectifier rectifier;

    Stage(int width, int kernel, int stride, int dilation, Rectifier rectifier) {
        this.width = width;
        this.kernel = kernel;
        this.stride = stride;
        this.dilation = dilation;
        this.rectifier = rectifier;
    }

    /** The same without steps, as a further stage. */
    Stage continued() {
        return new Stage(width, kernel, 1, dilation, rectifier);
    }
}
