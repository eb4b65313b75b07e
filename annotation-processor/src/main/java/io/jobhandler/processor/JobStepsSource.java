package io.jobhandler.processor;

import io.jobhandler.spi.ProgressStep;
import io.jobhandler.spi.StepRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * The source text of the class that reports the steps of a handler class. It suppresses the
 * warnings that it would get for what the handler class does.
 *
 * @param model the class, which has passed the checks
 * @param names how the text names classes
 * @param seesGenerated whether it may use the annotation for generated code
 */
record JobStepsSource(JobStepsModel model, StepNames names, boolean seesGenerated) {
  private static final int LINE_LENGTH = 100;
  private static final String TEMPLATE =
      """
      %1$s%2$s
      /** Reports the steps of {@link %3$s} as they run. */
      %4$s@SuppressWarnings({
        "NullAway", "auxiliaryclass", "deprecation", "exports", "rawtypes", "removal", "serial",
        "try", "unchecked"
      })
      %5$sclass %6$s extends %3$s {
      %7$s%8$s%9$s}
      """;

  String text() {
    Map<String, ProgressStepModel> steps = byConstant();
    return TEMPLATE.formatted(
        DispatcherSource.packageLine(model.handlerClass()),
        imports(),
        names.names().of(model.handlerClass().element()),
        DispatcherSource.generated(seesGenerated),
        model.isPublic() ? "public " : "",
        model.simpleName(),
        joined(steps, this::constant),
        model.constructors().stream().map(this::constructor).collect(Collectors.joining()),
        joined(steps, (name, step) -> new StepMethodSource(step, name, names).text()));
  }

  /** Makes the text of one step. */
  @FunctionalInterface
  private interface Part {
    String of(String constant, ProgressStepModel step);
  }

  private static String joined(Map<String, ProgressStepModel> steps, Part part) {
    return steps.entrySet().stream()
        .map(entry -> part.of(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  /** The steps in their order by the names of their constants, which overloads would share. */
  private Map<String, ProgressStepModel> byConstant() {
    Map<String, ProgressStepModel> constants = new LinkedHashMap<>();
    for (ProgressStepModel step : model.steps()) {
      String name = StepName.ofConstant(step.methodName());
      String free = name;
      for (int i = 2; constants.containsKey(free); i++) {
        free = name + "_" + i;
      }
      constants.put(free, step);
    }
    return constants;
  }

  private String constant(String name, ProgressStepModel step) {
    String type = names.of(ProgressStep.class);
    String start = "  private static final " + type + " " + name + " =";
    String value = "new %s(%s, %d);\n".formatted(type, names.literal(step.step()), step.weight());
    boolean fits = start.length() + value.length() <= LINE_LENGTH;
    return start + (fits ? " " : "\n      ") + value;
  }

  private String constructor(ExecutableElement constructor) {
    String arguments =
        constructor.getParameters().stream()
            .map(VariableElement::getSimpleName)
            .collect(Collectors.joining(", "));
    SignatureSource signature =
        new SignatureSource(new CarriedSignature(constructor), model.simpleName(), names);
    return "\n" + signature.text() + "    super(" + arguments + ");\n  }\n";
  }

  private String imports() {
    List<Class<?>> types = new ArrayList<>(List.of(ProgressStep.class, StepRun.class));
    if (seesGenerated) {
      types.add(Generated.class);
    }
    return types.stream()
        .map(type -> "import %s;\n".formatted(type.getCanonicalName()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining());
  }
}
