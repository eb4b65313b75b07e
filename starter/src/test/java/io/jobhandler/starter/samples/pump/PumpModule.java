package io.jobhandler.starter.samples.pump;

import com.google.inject.AbstractModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Binds a pump that runs until a line comes in, and tells that line. */
public final class PumpModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Pump.class).toInstance(PumpModule::readLine);
  }

  private static String readLine() {
    try {
      return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
