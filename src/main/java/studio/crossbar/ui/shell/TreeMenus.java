package studio.crossbar.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Screen;

/** Context menus of the project tree: of each entry the actions of the screen that it leads to. */
final class TreeMenus {

    private TreeMenus() {}

    /**
     * The window's actions first, then the screens' own; layers alone are edited where they are seen.
     *
     * @param ofScreens actions of single screens
     */
    static Map<Screen, List<Action>> of(Actions actions, Map<Screen, List<Action>> ofScreens) {
        Map<Screen, List<Action>> ofWindow = Map.of(
                Screen.WELCOME, List.of(actions.newProject, actions.openProject, actions.openLast, actions.save),
                Screen.DATASET, List.of(actions.openData),
                Screen.NETWORK, List.of(actions.save, actions.exportOnnx),
                Screen.HARDWARE, List.of(actions.save, actions.train),
                Screen.TRAINING, List.of(actions.train, actions.evaluate, actions.pause, actions.cancel),
                Screen.REPORT, List.of(actions.export));
        Map<Screen, List<Action>> menus = new EnumMap<>(Screen.class);
        for (Screen screen : Screen.values()) {
            List<Action> menu = new ArrayList<>(ofWindow.getOrDefault(screen, List.of()));
            if (screen != Screen.NETWORK) {
                menu.addAll(ofScreens.getOrDefault(screen, List.of()));
            }
            menus.put(screen, List.copyOf(menu));
        }
        return menus;
    }
}
