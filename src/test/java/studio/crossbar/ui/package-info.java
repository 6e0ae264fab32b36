@NullMarked
package studio.crossbar.ui;

import org.jspecify.annotations.NullMarked;
