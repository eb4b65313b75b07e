package io.jobhandler.internal.discovery;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import io.jobhandler.JobHandler;
import io.jobhandler.spi.JobDispatcher;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds handler classes: in the index, or where there is none by scanning the class path, which
 * takes a second or more on a small device.
 */
public final class HandlerDiscovery {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerDiscovery.class);
  static final String ADVICE =
      "compile the handlers with jobhandler-annotation-processor"
          + " (annotationProcessorPaths in the compiler plugin)";

  private final ClassLoader loader;
  private final List<JobDispatcher<?>> indexed;

  /**
   * Reads the index.
   *
   * @param loader finds the index and the handlers
   */
  public HandlerDiscovery(ClassLoader loader) {
    this.loader = loader;
    this.indexed = HandlerIndex.read(loader);
  }

  /**
   * Finds all handler classes.
   *
   * @param packages where to scan if there is no index; empty for everywhere
   * @return dispatchers for them, sorted by handler class
   */
  public List<JobDispatcher<?>> findAll(List<String> packages) {
    if (!indexed.isEmpty()) {
      return indexed;
    }
    LOG.warn("No handler index found, scanning {} instead; {}", packages, ADVICE);
    try (ScanResult scan =
        new ClassGraph()
            .overrideClassLoaders(loader)
            .acceptPackages(packages.toArray(String[]::new))
            .enableMethodInfo()
            .enableAnnotationInfo()
            .ignoreMethodVisibility()
            .ignoreClassVisibility()
            .scan()) {
      return scan.getClassesWithMethodAnnotation(JobHandler.class).stream()
          // Subclasses that only inherit handlers are found as well, and are none themselves.
          .filter(found -> found.hasDeclaredMethodAnnotation(JobHandler.class))
          .map(ClassInfo::loadClass)
          .<JobDispatcher<?>>map(ReflectiveDispatcher::of)
          .toList();
    }
  }

  /**
   * Finds the dispatcher for an object.
   *
   * @param type the object's class: a handler class, or the one that reports the steps of one
   * @param <H> the class
   * @return the dispatcher of the index, or one that works by reflection
   * @throws IllegalArgumentException if the class has no handler methods, or some that cannot be
   *     called
   */
  @SuppressWarnings("unchecked") // the dispatcher says that it is for this class
  public <H> JobDispatcher<? super H> find(Class<H> type) {
    for (JobDispatcher<?> dispatcher : indexed) {
      if (dispatcher.handlerClass() == type || dispatcher.instanceClass() == type) {
        return (JobDispatcher<? super H>) dispatcher;
      }
    }
    LOG.warn("{} is not in the handler index and is called by reflection; {}", type, ADVICE);
    return ReflectiveDispatcher.of(type);
  }
}
