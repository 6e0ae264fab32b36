package studio.crossbar.training;

/**
 * What a polarity search found.
 *
 * @param probabilities {@code [sub-matrices][choices]}
 * @param values float values that the network had learned by then, with weights of both signs
 */
public record PolarityOutcome(double[][] probabilities, FloatStart values) {}
