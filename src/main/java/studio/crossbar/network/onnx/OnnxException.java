package studio.crossbar.network.onnx;

import java.io.IOException;

/** Says why a file cannot be used: file, place in its graph, and what to do. */
public final class OnnxException extends IOException {

    private static final long serialVersionUID = 1L;

    public OnnxException(String message) {
        super(message);
    }

    OnnxException(String message, Throwable cause) {
        super(message, cause);
    }
}
