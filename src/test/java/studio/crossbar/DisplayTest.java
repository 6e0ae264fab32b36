package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void aDisplayThatAnswersWillDo() {
        assertThat(Display.absence(":0", display -> true)).isEmpty();
    }

    @Test
    void withoutTheVariableThereIsNone() {
        assertThat(Display.absence(null, display -> true)).hasValue("DISPLAY is not set");
        assertThat(Display.absence(" ", display -> true)).hasValue("DISPLAY is not set");
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        assertThat(Display.absence(":7", display -> false)).hasValue("DISPLAY is :7, but nothing answers there");
    }

    @Test
    void aDeadServerDoesNotAnswer() {
        assumeTrue(Display.linux() && NativeLibraries.loads("libX11.so.6"), "this system has no libX11 to ask");
        assertThat(Display.answers(":9876")).isFalse();
    }
}
