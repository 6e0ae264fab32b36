/** Training screen: live loss and accuracy, accuracy under noise. */
@NullMarked
package studio.crossbar.ui.training;

import org.jspecify.annotations.NullMarked;
