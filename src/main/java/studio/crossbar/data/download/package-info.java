/** Data sets as their authors publish them, fetched over the network: resumed where it broke off, checked byte by byte. */
@NullMarked
package studio.crossbar.data.download;

import org.jspecify.annotations.NullMarked;
