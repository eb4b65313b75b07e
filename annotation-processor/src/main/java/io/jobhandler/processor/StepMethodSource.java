package io.jobhandler.processor;

import io.jobhandler.spi.StepRun;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeKind;

/**
 * The method of a subclass that reports a step.
 *
 * @param step the step
 * @param constant the name of the constant that holds it
 * @param names how the text names classes
 */
record StepMethodSource(ProgressStepModel step, String constant, StepNames names) {
  private static final String TEMPLATE =
      """

        @%1$s
      %2$s    %3$s %4$s = %5$s.begin();
          try {
      %6$s    } finally {
            %4$s.end();
          }
        }
      """;

  String text() {
    String run = free("run");
    return TEMPLATE.formatted(
        names.of(Override.class),
        new SignatureSource(new CarriedSignature(step.element()), step.methodName(), names).text(),
        names.of(StepRun.class),
        run,
        constant,
        body(run));
  }

  private String body(String run) {
    String call = "super." + step.methodName() + "(" + String.join(", ", parameterNames()) + ");\n";
    String done = indented(run + ".done();\n");
    if (step.returnType().getKind() == TypeKind.VOID) {
      return indented(call) + done;
    }
    String result = free("result");
    String type = new TypeSource(names).of(step.returnType());
    return indented(type + " " + result + " = " + call)
        + done
        + indented("return " + result + ";\n");
  }

  private static String indented(String line) {
    return " ".repeat(6) + line;
  }

  /** A name that no parameter has. */
  private String free(String name) {
    return parameterNames().contains(name) ? free(name + "_") : name;
  }

  private Set<String> parameterNames() {
    return step.parameters().stream()
        .map(ParameterModel::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
