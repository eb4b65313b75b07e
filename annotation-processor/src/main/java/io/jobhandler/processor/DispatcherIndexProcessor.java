package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.spi.JobDispatcher;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Lists the dispatchers of a compilation in {@value JobDispatcher#INDEX_RESOURCE}, and reports
 * operations that several classes claim, also on the class path. Looks at all classes together.
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
    ProcessorOptions.check(environment().getOptions(), reporter);
    ErrorCode code = ErrorCode.INDEX_NOT_WRITTEN;
    String what = "the index of dispatchers, " + JobDispatcher.INDEX_RESOURCE;
    try {
      DispatcherIndex index = new DispatcherIndex(environment().getFiler());
      NavigableSet<String> entries = entries(index, handlerClasses);
      new ClassPathClashes(environment().getElementUtils(), entries)
          .report(handlerClasses, reporter);
      if (errorRaised || reporter.errorCount() > 0) {
        return;
      }
      index.write(entries, handlerClasses.stream().map(HandlerClassModel::element).toList());
      code = ErrorCode.CATALOGUE_NOT_WRITTEN;
      what = "the catalogue of operations, " + Catalogue.FILE;
      writeCatalogue(entries, handlerClasses);
    } catch (IOException e) {
      reporter.error(
          code, handlerClasses.get(0).element(), "cannot write %s: %s".formatted(what, e));
    }
  }

  /** Keeps what earlier compilations listed: an incremental one sees the changed classes only. */
  private NavigableSet<String> entries(
      DispatcherIndex index, List<HandlerClassModel> handlerClasses) throws IOException {
    NavigableSet<String> entries = index.read();
    entries.removeIf(entry -> !isInUse(entry));
    handlerClasses.forEach(handlerClass -> entries.add(handlerClass.dispatcherName()));
    return entries;
  }

  private void writeCatalogue(NavigableSet<String> entries, List<HandlerClassModel> handlerClasses)
      throws IOException {
    if (ProcessorOptions.of(environment().getOptions()).documentation()) {
      SortedMap<String, HandlerClassModel> all = new TreeMap<>();
      entries.forEach(entry -> handlerClassOf(entry).ifPresent(known -> all.put(entry, known)));
      handlerClasses.forEach(compiled -> all.put(compiled.dispatcherName(), compiled));
      Elements elements = environment().getElementUtils();
      DocumentModels documents = new DocumentModels(elements, environment().getTypeUtils());
      new Catalogue(
              new ClassOutput(environment().getFiler()), new OperationModels(elements, documents))
          .write(all.values());
    }
  }

  private boolean isInUse(String dispatcherName) {
    return handlerClassOf(dispatcherName).isPresent();
  }

  /** The class with handlers that a dispatcher calls, none where one of them is gone. */
  private Optional<HandlerClassModel> handlerClassOf(String dispatcherName) {
    TypeElement dispatcher = environment().getElementUtils().getTypeElement(dispatcherName);
    return dispatcher == null
        ? Optional.empty()
        : dispatcher.getInterfaces().stream()
            .filter(type -> TypeNames.isExactly(type, JobDispatcher.class))
            .flatMap(type -> ((DeclaredType) type).getTypeArguments().stream())
            .flatMap(type -> withHandlers(type).stream())
            .findFirst();
  }

  private Optional<HandlerClassModel> withHandlers(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    // The class file of a dispatcher may outlive its handler class; only a look-up by name tells.
    TypeElement handlerClass =
        environment()
            .getElementUtils()
            .getTypeElement(TypeNames.elementOf(type).getQualifiedName());
    return Optional.ofNullable(handlerClass)
        .map(HandlerClassModel::of)
        .filter(model -> !model.methods().isEmpty());
  }
}
