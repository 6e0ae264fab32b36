package studio.crossbar.design;

/** Rule that turns gradients into steps. */
public enum Optimiser {
    /** Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019). */
    ADAM_W,
    /**
     * Stochastic gradient descent with Nesterov's momentum as in Sutskever et al., ICML 2013, and decoupled weight decay;
     * the momentum is {@link Recipe#momentum}.
     */
    SGD
}
