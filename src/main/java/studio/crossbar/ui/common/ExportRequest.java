package studio.crossbar.ui.common;

import javafx.event.Event;
import javafx.event.EventType;

/** Goes from a picture up to the window, which asks for a file and writes it. */
public final class ExportRequest extends Event {

    /** The only type. */
    public static final EventType<ExportRequest> ASKED = new EventType<>(Event.ANY, "EXPORT_REQUEST");

    private final String name;
    private final Exportable.Format format;
    private final transient Exportable.Content content;

    ExportRequest(String name, Exportable.Format format, Exportable.Content content) {
        super(ASKED);
        this.name = name;
        this.format = format;
        this.content = content;
    }

    /** Suggested name of the file. */
    public String fileName() {
        return name + "." + format.extension();
    }

    public Exportable.Format format() {
        return format;
    }

    public Exportable.Content content() {
        return content;
    }
}
