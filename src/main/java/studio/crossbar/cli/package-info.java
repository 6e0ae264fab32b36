/** Command line of the studio: verbs on project folders, text for people and JSON for programs. */
@NullMarked
package studio.crossbar.cli;

import org.jspecify.annotations.NullMarked;
