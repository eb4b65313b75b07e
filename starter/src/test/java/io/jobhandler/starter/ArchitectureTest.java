package io.jobhandler.starter;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture that a compiler does not hold. */
@AnalyzeClasses(
    packages = "io.jobhandler.starter",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String STARTER = "io.jobhandler.starter";

  @ArchTest
  static final ArchRule settingsAndChecksDoNotKnowGuice =
      noClasses()
          .that()
          .resideInAnyPackage(STARTER + ".settings..", STARTER + ".internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

  @ArchTest
  static final ArchRule onlyTheConfigurationKnowsItsLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage(STARTER + ".internal.config")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.smallrye..", "org.eclipse.microprofile..");

  @ArchTest
  static final ArchRule whatIsPublicDoesNotShowWhatIsInternal =
      noClasses()
          .that()
          .resideInAPackage(STARTER + ".settings")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STARTER + ".internal..");

  @ArchTest
  static final ArchRule theSdkIsTheFrameworks =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..");

  @ArchTest
  static final ArchRule frameworkInternalsAreTheFrameworks =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("io.jobhandler.internal..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.jobhandler.starter.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().should(beInANullMarkedPackage()).as("every package should be @NullMarked");

  @ArchTest
  static final ArchRule onlyTheAppPrints =
      noClasses().that(are(not(equivalentTo(JobHandlerApp.class)))).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule everythingLogsThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackageName().isEmpty() || type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(type, marked, type.getName()));
      }
    };
  }
}
