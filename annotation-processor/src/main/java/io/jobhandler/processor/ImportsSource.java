package io.jobhandler.processor;

import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import io.jobhandler.OnProgress;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.PayloadParameter;
import io.jobhandler.spi.ResultDetails;
import io.jobhandler.spi.StagedResult;
import io.jobhandler.spi.StepScope;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/**
 * The imports of a dispatcher: those that it needs and no more.
 *
 * @param handlerClass the handler class
 * @param seesGenerated whether the dispatcher may use the annotation for generated code
 * @param validates whether the dispatcher checks documents
 */
record ImportsSource(HandlerClassModel handlerClass, boolean seesGenerated, boolean validates) {

  String text() {
    SortedSet<String> names = new TreeSet<>();
    add(names, true, JobResult.class, HandlerMethod.class, JobDispatcher.class);
    add(names, true, JobInvocation.class, List.class);
    add(names, seesGenerated, Generated.class);
    add(names, JobStepsModel.of(handlerClass).isNeeded(), StepScope.class);
    add(names, validates, ConstraintViolation.class);
    add(names, any(m -> !m.payloads().isEmpty()), PayloadParameter.class);
    add(names, any(m -> m.annotation().onProgress() != OnProgress.UNSET), OnProgress.class);
    add(names, any(m -> m.annotation().onInterrupt() != OnInterrupt.UNSET), OnInterrupt.class);
    add(names, any(m -> m.annotation().hasPolicy()), HandlerPolicy.class);
    boolean maps = any(m -> !MappingModel.inOrder(m).isEmpty());
    add(names, maps, HandlerPolicy.class, ExceptionMapping.class, MapException.class);
    add(names, !handlerClass.continuations().isEmpty(), ContinuationInvocation.class);
    add(names, anyReturns(ReturnModel::isDetailed), ResultDetails.class);
    add(names, anyReturns(ReturnModel::isStaged), StagedResult.class);
    return names.stream().map("import %s;\n"::formatted).collect(Collectors.joining());
  }

  private boolean any(Predicate<HandlerMethodModel> condition) {
    return handlerClass.methods().stream().anyMatch(condition);
  }

  private boolean anyReturns(Predicate<ReturnModel> condition) {
    return handlerClass.calledMethods().stream().map(CalledMethod::returned).anyMatch(condition);
  }

  private static void add(Collection<String> names, boolean needed, Class<?>... types) {
    if (needed) {
      for (Class<?> type : types) {
        names.add(type.getCanonicalName());
      }
    }
  }
}
