/** A device app from configuration: settings, checks, Guice wiring, a ready main class. */
module io.jobhandler.starter {
  requires static transitive org.jspecify;
  requires transitive com.google.guice;
  requires transitive io.jobhandler.framework;
  // Guice is an automatic module, and does not say itself that it needs this one.
  requires transitive jakarta.inject;
  requires com.google.common;
  requires io.smallrye.config;
  requires org.slf4j;

  exports io.jobhandler.starter;
  exports io.jobhandler.starter.settings;

  uses com.google.inject.Module;
}
