@NullMarked
package studio.crossbar.data.download;

import org.jspecify.annotations.NullMarked;
