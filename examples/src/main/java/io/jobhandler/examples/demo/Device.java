package io.jobhandler.examples.demo;

import io.jobhandler.examples.device.DeviceApp;
import io.jobhandler.examples.device.DeviceFolder;
import io.jobhandler.examples.device.SimulatedRestart;
import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's device: it boots again when its app has ended for a reboot. Safe for use by several
 * threads.
 */
final class Device implements AutoCloseable {
  private static final int MOST_BOOTS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Device.class);

  private final BootedDevice device;
  private final Thread supervisor = new Thread(this::supervise, "demo-device");
  private boolean off;

  private Device(BootedDevice device) {
    this.device = device;
  }

  /** Switches a device on whose Jobs service is in this process. */
  static Device start(LocalJobs service, String thingName, Path state) throws IOException {
    DeviceConfiguration.write(service, thingName, state);
    Device device = new Device(new BootedDevice(DeviceApp.class, new DeviceFolder(state)));
    // Whoever ends the demo ends the device with it.
    Runtime.getRuntime().addShutdownHook(new Thread(device::switchOff, "demo-shutdown"));
    device.supervisor.start();
    return device;
  }

  private void supervise() {
    try {
      int code = app().exitCode();
      while (code == SimulatedRestart.REBOOT && bootAgain()) {
        code = app().exitCode();
      }
      reportEnd(code);
    } catch (IOException e) {
      LOG.error("The device does not boot", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized DeviceProcess app() {
    return device.app();
  }

  private synchronized boolean bootAgain() throws IOException {
    boolean allowed = !off && device.boots() < MOST_BOOTS;
    if (allowed) {
      device.boot();
    }
    return allowed;
  }

  private synchronized void reportEnd(int code) {
    if (!off) {
      LOG.warn("The device app has ended with {}", code);
    }
  }

  /** How often it has booted. */
  synchronized int boots() {
    return device.boots();
  }

  /** Whether the app runs, or is about to. */
  boolean isAlive() {
    return supervisor.isAlive();
  }

  /** Waits until the app has ended for good. */
  void awaitEnd() throws InterruptedException {
    supervisor.join();
  }

  private synchronized DeviceProcess switchOff() {
    off = true;
    device.app().process().destroy();
    return device.app();
  }

  /** Has the app drain, as a supervisor would, and waits for it. */
  @Override
  public void close() {
    switchOff().close();
  }
}
