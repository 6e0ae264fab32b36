/** Long measurements, run by {@code mvn -Pbench}. */
package studio.crossbar.bench;
