package studio.crossbar;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The dependency rules of {@code docs/architecture.md}; who may use whom is read from its table. */
@AnalyzeClasses(packages = "studio.crossbar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "studio.crossbar";
    private static final Path TABLE = Path.of("docs", "architecture.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\|.*\\| ([^|]+) \\|");
    private static final String ALL_BUT = "all but ";

    /** These talk to a user before the command line or the window exists. */
    private static final DescribedPredicate<JavaClass> STARTS_THE_APPLICATION = simpleName("Launcher")
            .or(simpleName("Application"))
            .or(simpleName("ChildJvm"))
            .or(simpleName("Window"));

    private static final DescribedPredicate<JavaClass> A_VECTOR = DescribedPredicate.describe(
            "vector", type -> type.getFullName().matches("jdk[.]incubator[.]vector[.]\\w*Vector(Mask)?"));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JAVAFX_STAYS_IN_UI = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..");

    @ArchTest
    static final ArchRule ND4J_AND_VECTORS_STAY_IN_TENSOR = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".tensor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "jdk.incubator.vector..");

    /** The order in which it adds is open and changes with compilation; {@code Lanes.sum} adds in one order. */
    @ArchTest
    static final ArchRule NO_VECTOR_IS_REDUCED = noClasses()
            .that()
            .resideInAPackage(BASE + ".tensor..")
            .should()
            .callMethod(FloatVector.class, "reduceLanes", VectorOperators.Associative.class)
            .orShould()
            .callMethod(FloatVector.class, "reduceLanes", VectorOperators.Associative.class, VectorMask.class);

    /** Such a call costs twenty times the work in processes where the compiler does not inline it; see {@code Lanes}. */
    @ArchTest
    static final ArchRule NO_VECTOR_GOES_THROUGH_A_CALL = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(BASE + ".tensor..")
            .should()
            .haveRawReturnType(A_VECTOR)
            .orShould()
            .haveRawParameterTypes(DescribedPredicate.anyElementThat(A_VECTOR));

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_AND_THE_START_PRINT = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".cli..")
            .and(DescribedPredicate.not(
                    JavaClass.Predicates.resideInAPackage(BASE).and(STARTS_THE_APPLICATION)))
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static void packagesUseWhatTheTableAllows(JavaClasses classes) throws IOException {
        Map<String, Set<String>> table = table();
        LayeredArchitecture rule = layeredArchitecture().consideringAllDependencies();
        for (String layer : table.keySet()) {
            rule = rule.layer(layer).definedBy(layer.equals(BASE) ? BASE : BASE + "." + layer + "..");
        }
        for (Map.Entry<String, Set<String>> row : table.entrySet()) {
            rule = row.getValue().isEmpty()
                    ? rule.whereLayer(row.getKey()).mayNotAccessAnyLayer()
                    : rule.whereLayer(row.getKey())
                            .mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
        }
        rule.ignoreDependency(alwaysTrue(), DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(BASE + "..")))
                .check(classes);
    }

    @ArchTest
    static void theTableNamesEveryPackage(JavaClasses classes) throws IOException {
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.replaceFirst("^studio\\.crossbar\\.([a-z]+).*", "$1"))
                .collect(Collectors.toSet());
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    /** Packages that each package may use. */
    private static Map<String, Set<String>> table() throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                cells.put(row.group(1), row.group(2).strip());
            }
        }
        Map<String, Set<String>> table = new LinkedHashMap<>();
        cells.forEach((name, cell) -> table.put(name, allowed(name, cell, cells.keySet())));
        return table;
    }

    private static Set<String> allowed(String name, String cell, Set<String> packages) {
        if (cell.startsWith(ALL_BUT)) {
            Set<String> not = Set.of(name, BASE, cell.substring(ALL_BUT.length()));
            return packages.stream().filter(other -> !not.contains(other)).collect(Collectors.toSet());
        }
        return cell.equals("–") ? Set.of() : Set.copyOf(List.of(cell.split(", ")));
    }
}
