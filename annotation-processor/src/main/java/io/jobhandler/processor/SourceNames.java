package io.jobhandler.processor;

import io.jobhandler.processor.types.StringLiterals;
import io.jobhandler.processor.types.TypeNames;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * How the source text of a dispatcher names classes and writes strings.
 *
 * @param dispatcherPackage the package that the dispatcher is in
 * @param elements knows the other constants
 */
record SourceNames(PackageElement dispatcherPackage, Elements elements) {

  /** Simple names that mean the classes of the JDK and the framework in every dispatcher. */
  private static final Set<String> TAKEN =
      Set.of(
          "Boolean",
          "Class",
          "ConstraintRules",
          "ConstraintViolation",
          "ContinuationInvocation",
          "DocumentPlace",
          "ExceptionMapping",
          "Generated",
          "HandlerMethod",
          "HandlerPolicy",
          "IllegalArgumentException",
          "JobDispatcher",
          "JobInvocation",
          "JobResult",
          "List",
          "MapException",
          "Object",
          "OnInterrupt",
          "OnProgress",
          "Override",
          "Pattern",
          "PayloadParameter",
          "ProgressStep",
          "ResultDetails",
          "StagedResult",
          "StepRun",
          "StepScope",
          "String",
          "SuppressWarnings",
          "Throwable");

  /** Short within the package of the dispatcher, unless the short name means another class. */
  String of(TypeElement type) {
    String nestedName = TypeNames.nestedName(type);
    String outermost = nestedName.split("\\.", 2)[0];
    boolean isShort =
        TypeNames.packageOf(type).equals(dispatcherPackage) && !TAKEN.contains(outermost);
    return isShort ? nestedName : type.getQualifiedName().toString();
  }

  /** The class literal of the type of a parameter, which is a class. */
  String classOf(ParameterModel parameter) {
    return of(TypeNames.elementOf(parameter.type())) + ".class";
  }

  String literal(String text) {
    return StringLiterals.of(text);
  }
}
