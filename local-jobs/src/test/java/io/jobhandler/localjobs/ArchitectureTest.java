package io.jobhandler.localjobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.jobhandler.localjobs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.jobhandler.localjobs";
  private static final DescribedPredicate<JavaClass> INTERNAL =
      JavaClass.Predicates.resideInAPackage(ROOT + ".internal..");

  @ArchTest
  static final ArchRule SERVICE_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("..internal.service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..", "io.netty..", "com.fasterxml..", "org.bouncycastle..", "org.slf4j..");

  @ArchTest
  static final ArchRule ONLY_PROTOCOL_KNOWS_JSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule ARTIFACTS_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage("..internal.artifact..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..", "io.netty..", "com.fasterxml..", "org.bouncycastle..", "org.slf4j..");

  @ArchTest
  static final ArchRule ONLY_LISTENERS_KNOW_VERTX =
      noClasses()
          .that()
          .resideOutsideOfPackages("..internal.mqtt..", "..internal.http..", "..internal.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.netty..");

  @ArchTest
  static final ArchRule LISTENERS_KNOW_NOTHING_OF_JOBS =
      noClasses()
          .that()
          .resideInAnyPackage("..internal.mqtt..", "..internal.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..internal.service..", "..internal.protocol..");

  @ArchTest
  static final ArchRule INTERNALS_HAVE_NO_CYCLES =
      slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule INTERNALS_USE_NO_ENTRY_POINT =
      noClasses()
          .that(INTERNAL)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.(LocalJobs|LocalJobs\\$Builder|Startup|Faults)");

  @ArchTest
  static final ArchRule PUBLIC_METHODS_SHOW_NO_INTERNALS =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(ROOT)
          .and()
          .arePublic()
          .should()
          .notHaveRawReturnType(INTERNAL)
          .andShould(notTakeInternals());

  @ArchTest
  static final ArchRule PUBLIC_CLASSES_ARE_FINAL =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  private static ArchCondition<JavaMethod> notTakeInternals() {
    return ArchCondition.from(
        DescribedPredicate.describe(
            "take no internal types",
            method -> method.getRawParameterTypes().stream().noneMatch(INTERNAL)));
  }
}
