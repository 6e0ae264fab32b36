package studio.crossbar.ui.shell;

/** A window that does nothing, for actions that are only looked at. */
final class NoWindow implements Actions.Window {

    @Override
    public void newProject() {}

    @Override
    public void chooseProject() {}

    @Override
    public void chooseData() {}

    @Override
    public void exportOnnx() {}

    @Override
    public void showPalette() {}

    @Override
    public void toggleDrawer() {}

    @Override
    public void showHelp() {}

    @Override
    public void close() {}
}
