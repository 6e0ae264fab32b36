package studio.crossbar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency rules of the design, for the packages that exist. */
@AnalyzeClasses(packages = "studio.crossbar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("studio.crossbar.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JAVAFX_STAYS_IN_UI = noClasses()
            .that()
            .resideOutsideOfPackage("studio.crossbar.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..");

    @ArchTest
    static final ArchRule ND4J_AND_VECTORS_STAY_IN_TENSOR = noClasses()
            .that()
            .resideOutsideOfPackage("studio.crossbar.tensor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "jdk.incubator.vector..");

    @ArchTest
    static final ArchRule TENSOR_KNOWS_NO_OTHER_PACKAGE = noClasses()
            .that()
            .resideInAPackage("studio.crossbar.tensor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("studio.crossbar.data..", "studio.crossbar.hardware..");
}
