package studio.crossbar;

/** Entry point of the application; the workbench and the command line start here. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.err.println("Crossbar Studio 0.1.0: neither the workbench nor a command exists in this version yet.");
        System.exit(2);
    }
}
