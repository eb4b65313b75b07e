package io.jobhandler.processor;

import static io.jobhandler.processor.DiskCompiler.source;

import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.JobDispatcher;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A handler class that was compiled and loaded, with an object of it and its dispatcher. */
public final class CompiledHandlers implements AutoCloseable {
  private final List<String> reports = new ArrayList<>();
  private final URLClassLoader classLoader;
  private final JobDispatcher<Object> dispatcher;
  private final Object handler;

  @SuppressWarnings("unchecked") // the handler class is known at run time only
  private CompiledHandlers(URLClassLoader classLoader, String dispatcherName)
      throws ReflectiveOperationException {
    this.classLoader = classLoader;
    this.dispatcher =
        (JobDispatcher<Object>)
            classLoader.loadClass(dispatcherName).getConstructor().newInstance();
    this.handler = instance(dispatcher.handlerClass());
  }

  /** Compiles into a directory, or fails the test with what the compiler said. */
  public static CompiledHandlers of(Path directory, String name, String text)
      throws IOException, ReflectiveOperationException {
    DiskCompiler compiler = new DiskCompiler(directory);
    String said = compiler.compile(source(name, text));
    if (!said.isEmpty()) {
      throw new AssertionError(said);
    }
    return new CompiledHandlers(compiler.classLoader(), compiler.index().get(0));
  }

  JobDispatcher<Object> dispatcher() {
    return dispatcher;
  }

  Object handler() {
    return handler;
  }

  public Class<?> type(String name) throws ClassNotFoundException {
    return classLoader.loadClass(name);
  }

  /** What a document does not keep, each as people read it. */
  public List<String> violations(String operation, Object document) {
    return dispatcher.validate(operation, document).stream()
        .map(ConstraintViolation::toString)
        .toList();
  }

  /** An object of a class with one constructor. */
  Object make(String typeName, Object... arguments) throws ReflectiveOperationException {
    return instance(type(typeName), arguments);
  }

  /** What a static method of the handler class returns. */
  Object ask(String method) throws ReflectiveOperationException {
    Method asked = dispatcher.handlerClass().getDeclaredMethod(method);
    asked.setAccessible(true);
    return asked.invoke(null);
  }

  /** Takes reports, and gives them to {@link #reports()}. */
  ProgressReporter progress() {
    return new ProgressReporter() {
      @Override
      public void report(int percent) {
        reports.add(String.valueOf(percent));
      }

      @Override
      public void report(int percent, String step) {
        reports.add(percent + " " + step);
      }
    };
  }

  List<String> reports() {
    return reports;
  }

  private static Object instance(Class<?> type, Object... arguments)
      throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  @Override
  public void close() throws IOException {
    classLoader.close();
  }
}
