package studio.crossbar.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import studio.crossbar.data.CsvLayout;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.ui.common.Texts;

/** How CSV is to be read: fields that start from what was found, with what is wrong below them. */
final class CsvForm {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', ' ', ':');
    private static final int CHOICE_WIDTH = 240;

    private final CsvViewModel model;
    private final ComboBox<Character> delimiter;
    private final ComboBox<Boolean> header;
    private final ComboBox<Integer> label;
    private final ComboBox<Integer> subject;
    private final ComboBox<CsvOptions.Missing> missing;
    private boolean following;

    private CsvForm(CsvViewModel model) {
        this.model = model;
        delimiter = choice("csv-delimiter", CsvForm::name, model::delimiter);
        header = choice(
                "csv-header",
                names -> names ? Texts.get("shell.csv.header.names") : Texts.get("shell.csv.header.sample"),
                model::header);
        label = choice("csv-label", this::column, model::label);
        subject = choice("csv-subject", this::column, model::subject);
        missing = choice(
                "csv-missing",
                value -> switch (value) {
                    case REFUSE -> Texts.get("shell.csv.missing.refuse");
                    case COLUMN_MEAN -> Texts.get("shell.csv.missing.mean");
                },
                model::missing);
        delimiter.getItems().setAll(DELIMITERS);
        header.getItems().setAll(true, false);
        missing.getItems().setAll(CsvOptions.Missing.values());
    }

    /** A form for {@code model}, whose texts wrap at {@code width}. */
    static DialogForm of(CsvViewModel model, int width) {
        CsvForm fields = new CsvForm(model);
        DialogForm form = new DialogForm(width);
        form.setId("csv-form");
        form.row(Texts.get("shell.csv.delimiter.name"), fields.delimiter, Texts.get("shell.csv.delimiter.help"), null);
        form.row(Texts.get("shell.csv.header.name"), fields.header, Texts.get("shell.csv.header.help"), null);
        form.row(Texts.get("shell.csv.label.name"), fields.label, Texts.get("shell.csv.label.help"), null);
        form.row(Texts.get("shell.csv.subject.name"), fields.subject, Texts.get("shell.csv.subject.help"), null);
        form.row(Texts.get("shell.csv.missing.name"), fields.missing, Texts.get("shell.csv.missing.help"), null);
        form.below(model.problemProperty(), "csv-problem", "field-reason");
        form.below(model.summaryProperty(), "csv-summary", "text-muted");
        model.lookProperty().subscribe(look -> fields.show());
        return form;
    }

    private <E> ComboBox<E> choice(String id, Function<E, String> text, Consumer<E> chosen) {
        ComboBox<E> box = DialogForm.choice(text, id);
        box.setPrefWidth(CHOICE_WIDTH);
        box.valueProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                chosen.accept(now);
            }
        });
        return box;
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> Texts.get("shell.csv.delimiter.comma");
            case ';' -> Texts.get("shell.csv.delimiter.semicolon");
            case '\t' -> Texts.get("shell.csv.delimiter.tab");
            case '|' -> Texts.get("shell.csv.delimiter.bar");
            case ' ' -> Texts.get("shell.csv.delimiter.space");
            case ':' -> Texts.get("shell.csv.delimiter.colon");
            default -> String.valueOf(delimiter);
        };
    }

    private String column(int index) {
        List<String> columns = model.lookProperty().get().columns();
        return index == CsvViewModel.NO_COLUMN
                ? Texts.get("shell.csv.subject.none")
                : index < columns.size() ? columns.get(index) : "";
    }

    /** What was found, and of what could not be told what the user has said of it. */
    private void show() {
        CsvLook look = model.lookProperty().get();
        CsvOptions said = model.saidProperty().get();
        CsvLayout layout = look.layout();
        following = true;
        try {
            int columns = look.columns().size();
            List<Integer> all = IntStream.range(0, columns).boxed().toList();
            // Names of the same places may be other ones.
            label.setValue(null);
            subject.setValue(null);
            label.getItems().setAll(all);
            subject.getItems()
                    .setAll(IntStream.range(CsvViewModel.NO_COLUMN, columns)
                            .filter(column -> layout == null || column != layout.label())
                            .boxed()
                            .toList());
            if (layout == null) {
                delimiter.setValue(said.delimiter());
                header.setValue(said.header());
            } else {
                delimiter.setValue(layout.delimiter());
                header.setValue(layout.header());
                label.setValue(layout.label());
                subject.setValue(layout.subject());
            }
            missing.setValue(said.missing());
            label.setDisable(all.isEmpty());
            subject.setDisable(layout == null);
        } finally {
            following = false;
        }
    }
}
