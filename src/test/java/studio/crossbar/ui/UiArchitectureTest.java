package studio.crossbar.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the parts of the window may know each other. */
@AnalyzeClasses(packages = "studio.crossbar.ui", importOptions = DoNotIncludeTests.class)
class UiArchitectureTest {

    private static final DescribedPredicate<JavaClass> IN_COMMON =
            JavaClass.Predicates.resideInAPackage("studio.crossbar.ui.common");
    private static final DescribedPredicate<JavaClass> IN_SHELL =
            JavaClass.Predicates.resideInAPackage("studio.crossbar.ui.shell");

    @ArchTest
    static final ArchRule SCREENS_DO_NOT_KNOW_EACH_OTHER = slices().matching("studio.crossbar.ui.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), IN_COMMON)
            .ignoreDependency(IN_SHELL, DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_CONTROLS = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "org.controlsfx..");

    @ArchTest
    static final ArchRule COMMON_KNOWS_NO_SCREEN = noClasses()
            .that(IN_COMMON)
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("studio.crossbar.ui..")
                    .and(DescribedPredicate.not(IN_COMMON)));
}
