/** A device app in a module of its own. */
module com.example.meter {
  requires io.jobhandler.starter;

  // The agent finds the dispatchers, Jackson builds the documents, Guice makes the handlers.
  opens com.example.meter to
      io.jobhandler.framework,
      com.fasterxml.jackson.databind,
      com.google.guice;
}
