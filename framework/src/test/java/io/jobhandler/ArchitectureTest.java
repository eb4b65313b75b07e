package io.jobhandler;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.is;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jobhandler.payload.TrustAnchor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture that a compiler does not hold. */
@AnalyzeClasses(
    packages = "io.jobhandler",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeLocalJobs.class
    })
class ArchitectureTest {
  /** The service that tests talk to is a project of its own. */
  static final class DoNotIncludeLocalJobs implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/io/jobhandler/localjobs/");
    }
  }

  private static final String INTERNAL = "io.jobhandler.internal.";
  private static final List<String> STAGES =
      List.of(
          "transport",
          "session",
          "discovery",
          "document",
          "admission",
          "payload",
          "execution",
          "progress",
          "status",
          "journal");

  private static final Set<String> DATES = Set.of("java.util.Date", "java.util.GregorianCalendar");

  @ArchTest
  static final ArchRule onlyTheTransportKnowsTheSdk =
      noClasses()
          .that(are(not(resideInAPackage(INTERNAL + "transport"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..");

  @ArchTest
  static final ArchRule onlyReadersOfJsonKnowJackson =
      noClasses()
          .that(
              are(
                  not(
                      resideInAnyPackage(
                          INTERNAL + "json",
                          INTERNAL + "document",
                          INTERNAL + "journal",
                          "io.jobhandler.jobs"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule onlyTheDiscoveryScans =
      noClasses()
          .that(are(not(resideInAPackage(INTERNAL + "discovery"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.classgraph..");

  @ArchTest
  static final ArchRule onlyTheReaderOfKeysKnowsBouncyCastle =
      noClasses()
          .that(are(not(resideInAPackage(INTERNAL + "codesign"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule onlyThePayloadStageSpeaksHttp =
      noClasses()
          .that(are(not(resideInAPackage(INTERNAL + "payload"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..");

  @ArchTest
  static final ArchRule nothingKnowsGuice =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..", "javax.inject..", "jakarta.inject..");

  @ArchTest
  static final ArchRule stagesAreWiredByThePipelineAndTheBuildersOnly =
      classes()
          .that(are(resideInAnyPackage(stagePackages())))
          .should(beUsedOnlyByItsOwnStageAndThoseThatWireIt());

  @ArchTest
  static final ArchRule stagesDoNotKnowWhoWiresThem =
      noClasses()
          .that(are(resideInAnyPackage(stagePackages())))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INTERNAL + "pipeline", "io.jobhandler.agent");

  @ArchTest
  static final ArchRule whatAuthorsWriteAgainstDependsOnNothing =
      classes()
          .that(are(resideInAPackage("io.jobhandler")))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.jobhandler", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule internalsAreNoPartOfThePublicTypes =
      noClasses()
          .that(are(resideInAnyPackage("io.jobhandler", "io.jobhandler.spi")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INTERNAL + ".");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.jobhandler.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().should(beInANullMarkedPackage()).as("every package should be @NullMarked");

  @ArchTest static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule everythingLogsThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  /**
   * Jumps of the wall clock change no deadline and no delay, since nobody looks at it: but for
   * certificates, which it is to say of whether they are valid when the agent is built.
   */
  @ArchTest
  static final ArchRule nothingLooksAtTheWallClock =
      noClasses()
          .that(are(not(equivalentTo(TrustAnchor.class))))
          .should()
          .accessTargetWhere(target(is(ofTheWallClock())))
          .orShould()
          .accessTargetWhere(target(is(aTimeoutOfTheHttpClient())));

  private static DescribedPredicate<AccessTarget> ofTheWallClock() {
    return describe(
        "of the wall clock",
        target -> {
          String owner = target.getOwner().getName();
          boolean tellsTheDate =
              (target.getName().equals("now") && owner.startsWith("java.time."))
                  || target.getName().equals("currentTimeMillis")
                  || (target.getName().equals("getInstance") && owner.equals("java.util.Calendar"))
                  || (target.getName().equals("<init>") && DATES.contains(owner));
          return tellsTheDate || owner.startsWith("java.time.Clock");
        });
  }

  /** The JDK's client measures its timeouts by the wall clock, before JDK 21. */
  private static DescribedPredicate<AccessTarget> aTimeoutOfTheHttpClient() {
    return describe(
        "a timeout of the JDK's HTTP client",
        target ->
            target.getOwner().getName().startsWith("java.net.http.")
                && target.getName().toLowerCase(Locale.ROOT).endsWith("timeout"));
  }

  private static String[] stagePackages() {
    return STAGES.stream().map(stage -> INTERNAL + stage).toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> beUsedOnlyByItsOwnStageAndThoseThatWireIt() {
    return new ArchCondition<>("be used only by its own stage, the pipeline and the builders") {
      @Override
      public void check(JavaClass stageClass, ConditionEvents events) {
        stageClass.getDirectDependenciesToSelf().stream()
            .filter(use -> !mayUse(use.getOriginClass(), stageClass))
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }

  private static boolean mayUse(JavaClass user, JavaClass stageClass) {
    String from = user.getPackageName();
    String stage = stageClass.getPackageName();
    boolean buildsClients =
        from.equals("io.jobhandler.jobs") && stage.equals(INTERNAL + "transport");
    return from.equals(stage)
        || from.equals(INTERNAL + "pipeline")
        || from.equals("io.jobhandler.agent")
        || buildsClients;
  }

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
