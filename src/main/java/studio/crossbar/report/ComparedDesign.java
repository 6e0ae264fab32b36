package studio.crossbar.report;

import studio.crossbar.cost.Cost;
import studio.crossbar.design.Design;

/**
 * A design beside others.
 *
 * @param name that it has in the comparison
 * @param design its choices
 * @param cost its bill
 * @param devices that hold weights
 */
public record ComparedDesign(String name, Design design, Cost cost, long devices) {}
