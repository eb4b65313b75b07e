package io.jobhandler.starter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the connection's native library beside what else has to be loaded. */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String LOADER_CLASS = "software.amazon.awssdk.crt.CRT";

  private NativeLibrary() {}

  static void preload() {
    Thread thread = new Thread(NativeLibrary::load, "jobhandler-native");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    try {
      Class.forName(LOADER_CLASS);
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever connects meets it again, and must deal with it.
      LOG.debug("The native library is not loaded beforehand", e);
    }
  }
}
