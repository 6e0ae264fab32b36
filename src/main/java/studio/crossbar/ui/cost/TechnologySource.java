package studio.crossbar.ui.cost;

import java.util.List;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.ui.common.Texts;

/**
 * The project's technology file as it was read.
 *
 * @param document its contents
 * @param setting of the project that names it
 * @param own whether it is the project's, which may be edited
 * @param choices settings that can be chosen
 */
public record TechnologySource(TechnologyDocument document, String setting, boolean own, List<String> choices) {

    public TechnologySource {
        choices = List.copyOf(choices);
    }

    /** Title with the name, which says so if the constants are not those that the application carries under it. */
    String title() {
        Technology technology = document.technology();
        return Texts.format(
                "cost.technology.title",
                technology.title(),
                technology.identity().label());
    }

    TechnologySource with(TechnologyDocument edited) {
        return new TechnologySource(edited, setting, own, choices);
    }
}
