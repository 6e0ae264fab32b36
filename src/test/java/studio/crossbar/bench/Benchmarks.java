package studio.crossbar.bench;

import java.util.Arrays;
import studio.crossbar.training.TrainingResources;
import studio.crossbar.training.TrainingSpeed;
import studio.crossbar.ui.LongRun;

/** Starts a measurement by name. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        String[] rest = args.length < 2 ? new String[0] : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "help" : args[0]) {
            case "har-accuracy" -> AccuracyBench.har(rest);
            case "mnist-accuracy" -> AccuracyBench.mnist(rest);
            case "cifar-accuracy" -> AccuracyBench.cifar(rest);
            case "har-scaling" -> AccuracyBench.scaling(rest);
            case "training-speed" -> TrainingSpeed.main(rest);
            case "training-resources" -> TrainingResources.main(rest);
            case "blas" -> BlasBench.main(rest);
            case "kernels" -> KernelBench.main(rest);
            case "analog-speed" -> AnalogBench.main(rest);
            case "chips" -> AnalogBench.chips(rest);
            case "cost-sweep" -> CostSweepBench.main(rest);
            case "paper-accuracy" -> PaperAccuracy.main(rest);
            case "ir-drop" -> IrDropBench.main(rest);
            case "device-validation" -> DeviceValidation.main(rest);
            case "polarity-front" -> PolarityFront.main(rest);
            case "data" -> DataBench.main(rest);
            case "search" -> SearchBench.main(rest);
            case "search-store" -> StoreBench.main(rest);
            case "tiles-frames" -> TileFramesBench.main(rest);
            case "startup" -> StartupBench.main(rest);
            case "long-run" -> LongRun.main(rest);
            default -> System.out.println("""
                mvn -Pbench -Dbench.name=<name> [-Dbench.args="…"]
                  har-accuracy [seeds [name]] accuracy on UCI HAR, found through CROSSBAR_DATA; of designs named so
                  mnist-accuracy, cifar-accuracy, har-scaling   the same on ../shared/data
                  training-speed [seconds] samples/s beside ../shared/baseline/torch_hwa.py, in one run
                  analog-speed [rounds]    noisy quantised products beside NumPy's float32 one, in one run
                  chips project [chips]    seconds of simulating chips of a trained project, such as a copy of har-unipolar
                  training-resources [seconds] one and two threads, memory over 1,000 steps of cifar-cnn
                  cost-sweep               µs a bill, and a sweep of 100,000 designs
                  paper-accuracy [project [seeds [name [states]]]] trains the cases of docs/results/paper.md
                  ir-drop [rounds]         exact IR drop beside ../shared/baseline/irdrop_splu.py, in one run
                  device-validation [spice] devices beside ../shared/oracle/aihwkit, IR drop beside ngspice
                  polarity-front [har|cifar [key=value …]] front of a polarity search; keys in PolarityFront
                  data [set …]             seconds and memory of reading ../shared/data; augmentation of images
                  search [seeds [epochs [space [folder]]]] hypervolume of NSGA-II and surrogate search against random
                  search-store [designs]   seconds until 10,000 stored designs are read, their front and the importance of parameters
                  tiles-frames [seconds]   frames a second of the tiles screen with 10 million cells
                  startup [runs [project]] time to the workbench's window and its memory, without and with its archive of classes
                  long-run [minutes]       uses the window, headless, and fails if heap, nodes, listeners or threads grow
                  blas                     our products beside ND4J's; set OMP_NUM_THREADS=1
                  kernels [group …]        GFLOP/s and ns an element of the float kernels\
                """);
        }
    }
}
