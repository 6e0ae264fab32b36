package studio.crossbar.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.network.Layer;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;

class DiagramLayoutTest {

    @ParameterizedTest
    @EnumSource(ReferenceNetwork.class)
    void everyLayerHasABoxOfItsOwnInsideThePicture(ReferenceNetwork reference) {
        NetworkDraft draft = NetworkDraft.of(reference.network(new Layer.ConcatRelu(), 2));
        DiagramLayout layout = DiagramLayout.of(draft);
        assertThat(layout.boxes()).hasSize(draft.places(true).size() + 1);
        for (DiagramLayout.Box box : layout.boxes()) {
            assertThat(box.x() + DiagramLayout.BOX_WIDTH).isLessThan(layout.width());
            assertThat(box.y() + box.height()).isLessThan(layout.height());
            assertThat(layout.boxes().stream().filter(other -> overlap(box, other)))
                    .containsExactly(box);
        }
    }

    private static boolean overlap(DiagramLayout.Box one, DiagramLayout.Box other) {
        return Math.abs(one.x() - other.x()) < DiagramLayout.BOX_WIDTH
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    void aResidualEndsInItsSumThatBothBranchesLeadTo() {
        Layer body = new Layer.Conv1d(4, 3, 1, 1);
        DiagramLayout identity = DiagramLayout.of(new NetworkDraft(
                new Shape(4, 16), List.of(new Layer.Residual(List.of(body, body), List.of()), new Layer.Dense(2))));
        DiagramLayout.Box sum = identity.boxes().get(3);
        assertThat(String.valueOf(sum.path())).isEqualTo("1");
        assertThat(endsAt(identity, sum)).isEqualTo(2);

        DiagramLayout own = DiagramLayout.of(new NetworkDraft(
                new Shape(4, 16), List.of(new Layer.Residual(List.of(body, body), List.of(body)), new Layer.Dense(2))));
        DiagramLayout.Box shortcut = own.boxes().get(3);
        assertThat(String.valueOf(shortcut.path())).isEqualTo("1 shortcut 1");
        assertThat(shortcut.x()).isGreaterThan(own.boxes().get(1).x());
        assertThat(shortcut.y()).isEqualTo(own.boxes().get(1).y());
        assertThat(endsAt(own, own.boxes().get(4))).isEqualTo(2);
        assertThat(own.width()).isGreaterThan(identity.width());
    }

    private static long endsAt(DiagramLayout layout, DiagramLayout.Box box) {
        return layout.edges().stream()
                .map(edge -> edge.points().getLast())
                .filter(end -> end.x() >= box.x()
                        && end.x() <= box.x() + DiagramLayout.BOX_WIDTH
                        && end.y() >= box.y()
                        && end.y() <= box.y() + box.height())
                .count();
    }
}
