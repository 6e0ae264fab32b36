package studio.crossbar.network;

import org.jspecify.annotations.Nullable;

/**
 * Place of a layer in a network, at any depth.
 *
 * @param residual the layer whose branch it is in; null on the main chain
 * @param branch the chain that it is part of
 * @param index in that chain, from 0
 */
public record LayerPath(@Nullable LayerPath residual, Branch branch, int index) {

    /** A chain of layers. */
    public enum Branch {
        /** The network's own. */
        MAIN,
        /** First branch of a {@link Layer.Residual}. */
        BODY,
        /** Its other branch. */
        SHORTCUT
    }

    public LayerPath {
        if (index < 0) {
            throw new IllegalArgumentException("index: " + index + " is below 0");
        }
        if ((residual == null) != (branch == Branch.MAIN)) {
            throw new IllegalArgumentException("branch: " + branch + " and residual " + residual + " contradict");
        }
    }

    /** A layer of the main chain. */
    public static LayerPath of(int index) {
        return new LayerPath(null, Branch.MAIN, index);
    }

    /** A layer of one of this layer's branches. */
    public LayerPath in(Branch inside, int at) {
        return new LayerPath(this, inside, at);
    }

    /** Another layer of the same chain. */
    public LayerPath sibling(int at) {
        return new LayerPath(residual, branch, at);
    }

    /** As {@link Network.Placed#path}: from 1, such as "3" or "3 body 1". */
    @Override
    public String toString() {
        String number = Integer.toString(index + 1);
        return residual == null ? number : residual + (branch == Branch.BODY ? " body " : " shortcut ") + number;
    }
}
