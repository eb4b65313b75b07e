package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.spi.JobDispatcher;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Lists the dispatchers of a compilation in {@value JobDispatcher#INDEX_RESOURCE}, and reports
 * operations that several classes claim. Looks at all classes together.
 */
public final class DispatcherIndexProcessor extends HandlerProcessor {
  private final Set<String> handlerClassNames = new TreeSet<>();

  /** Called by the compiler. */
  public DispatcherIndexProcessor() {
    super(List.of(JobHandler.class));
  }

  @Override
  void processRound(RoundEnvironment round, ErrorReporter reporter) {
    handlerClassNames.addAll(annotatedClassNames(round));
    if (!round.processingOver()) {
      return;
    }
    List<HandlerClassModel> handlerClasses = handlerClasses();
    if (!handlerClasses.isEmpty()) {
      guarded(
          handlerClasses.get(0).element(),
          reporter,
          () -> finish(handlerClasses, round.errorRaised(), reporter));
    }
  }

  private List<HandlerClassModel> handlerClasses() {
    Elements elements = environment().getElementUtils();
    return handlerClassNames.stream()
        .map(elements::getTypeElement)
        .filter(Objects::nonNull)
        .map(HandlerClassModel::of)
        .toList();
  }

  private void finish(
      List<HandlerClassModel> handlerClasses, boolean errorRaised, ErrorReporter reporter) {
    OperationClashes.reportAcross(handlerClasses, reporter);
    if (errorRaised || reporter.errorCount() > 0) {
      return;
    }
    try {
      write(handlerClasses);
    } catch (IOException e) {
      reporter.error(
          ErrorCode.INDEX_NOT_WRITTEN,
          handlerClasses.get(0).element(),
          "cannot write the index of dispatchers, %s: %s"
              .formatted(JobDispatcher.INDEX_RESOURCE, e));
    }
  }

  /** Keeps what earlier compilations listed: an incremental one sees the changed classes only. */
  private void write(List<HandlerClassModel> handlerClasses) throws IOException {
    DispatcherIndex index = new DispatcherIndex(environment().getFiler());
    NavigableSet<String> entries = index.read();
    entries.removeIf(entry -> !isInUse(entry));
    handlerClasses.forEach(handlerClass -> entries.add(handlerClass.dispatcherName()));
    index.write(entries, handlerClasses.stream().map(HandlerClassModel::element).toList());
  }

  private boolean isInUse(String dispatcherName) {
    TypeElement dispatcher = environment().getElementUtils().getTypeElement(dispatcherName);
    return dispatcher != null
        && dispatcher.getInterfaces().stream()
            .filter(type -> TypeNames.isExactly(type, JobDispatcher.class))
            .flatMap(type -> ((DeclaredType) type).getTypeArguments().stream())
            .anyMatch(this::hasHandlers);
  }

  private boolean hasHandlers(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    // The class file of a dispatcher may outlive its handler class; only a look-up by name tells.
    TypeElement handlerClass =
        environment()
            .getElementUtils()
            .getTypeElement(TypeNames.elementOf(type).getQualifiedName());
    return handlerClass != null && !HandlerClassModel.of(handlerClass).methods().isEmpty();
  }
}
