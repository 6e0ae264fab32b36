package studio.crossbar.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import studio.crossbar.analysis.Finding;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;

/** The network as boxes and lines; a click or the arrow keys select a layer. */
final class DiagramPane extends Pane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final NetworkViewModel model;
    private final Consumer<LayerBox> reveal;
    private final Map<Optional<LayerPath>, LayerBox> boxes = new HashMap<>();
    private final List<Node> lines = new ArrayList<>();
    private List<DiagramLayout.Box> order = List.of();

    /**
     * Follows the draft of {@code model}.
     *
     * @param reveal brings a box into view
     */
    DiagramPane(NetworkViewModel model, Consumer<LayerBox> reveal) {
        this.model = model;
        this.reveal = reveal;
        setId("network-diagram");
        getStyleClass().add("network-diagram");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> requestFocus());
        model.draft().draftProperty().subscribe(this::show);
        model.pictureProperty().subscribe(picture -> mark());
        model.draft().selectedProperty().subscribe(path -> mark());
    }

    private void show(@Nullable EditedNetwork draft) {
        if (draft == null) {
            getChildren().clear();
            boxes.clear();
            order = List.of();
            return;
        }
        DiagramLayout layout = DiagramLayout.of(draft.network());
        order = layout.boxes();
        getChildren().removeAll(lines);
        lines.clear();
        layout.edges().forEach(this::draw);
        getChildren().addAll(0, lines);
        Map<LayerPath, NetworkDraft.Place> places = new HashMap<>();
        draft.places().forEach(place -> places.put(place.path(), place));
        Map<Optional<LayerPath>, LayerBox> old = new HashMap<>(boxes);
        boxes.clear();
        for (DiagramLayout.Box at : layout.boxes()) {
            Optional<LayerPath> key = Optional.ofNullable(at.path());
            LayerBox box = Objects.requireNonNullElseGet(
                    old.remove(key), () -> added(new LayerBox(at.path(), () -> chosen(at.path()))));
            boxes.put(key, box);
            box.resizeRelocate(at.x(), at.y(), DiagramLayout.BOX_WIDTH, at.height());
            box.setPrefSize(DiagramLayout.BOX_WIDTH, at.height());
            if (at.path() == null) {
                box.input(draft);
            } else {
                box.layer(Objects.requireNonNull(places.get(at.path())));
            }
        }
        getChildren().removeAll(old.values());
        setMinSize(layout.width(), layout.height());
        setPrefSize(layout.width(), layout.height());
        mark();
    }

    private void chosen(@Nullable LayerPath path) {
        model.draft().selectedProperty().set(path);
        requestFocus();
    }

    private LayerBox added(LayerBox box) {
        getChildren().add(box);
        return box;
    }

    private void draw(DiagramLayout.Edge edge) {
        Polyline line = new Polyline();
        edge.points().forEach(point -> line.getPoints().addAll(point.x(), point.y()));
        line.getStyleClass().add("network-edge");
        Polygon head = new Polygon();
        edge.arrow().forEach(point -> head.getPoints().addAll(point.x(), point.y()));
        head.getStyleClass().add("network-arrow");
        lines.add(line);
        lines.add(head);
    }

    /** Shows which box is selected and which have findings. */
    private void mark() {
        NetworkPicture picture = model.pictureProperty().get();
        List<Finding> findings =
                picture == null ? List.of() : picture.analysis().findings();
        LayerPath selected = model.draft().selectedProperty().get();
        boxes.forEach((path, box) -> {
            boolean chosen = Objects.equals(path.orElse(null), selected);
            box.pseudoClassStateChanged(SELECTED, chosen);
            box.mark(findings.stream()
                    .filter(finding -> Objects.equals(finding.path(), path.orElse(null)))
                    .filter(finding -> finding.about() != Finding.About.NETWORK)
                    .toList());
            if (chosen) {
                setAccessibleText(box.getAccessibleText());
                reveal.accept(box);
            }
        });
    }

    private void key(KeyEvent event) {
        NetworkDraftViewModel draft = model.draft();
        switch (event.getCode()) {
            case UP -> step(event, -1);
            case DOWN -> step(event, 1);
            case DELETE -> draft.delete();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(KeyEvent event, int by) {
        if (event.isAltDown()) {
            model.draft().move(by);
            return;
        }
        LayerPath selected = model.draft().selectedProperty().get();
        for (int i = 0; i < order.size(); i++) {
            if (Objects.equals(order.get(i).path(), selected)) {
                int to = Math.clamp(i + by, 0, order.size() - 1);
                model.draft().selectedProperty().set(order.get(to).path());
                return;
            }
        }
    }
}
