package io.jobhandler.torture.device;

import java.nio.file.Path;
import java.util.List;

/**
 * The command line of the device's app.
 *
 * @param port where the service is, on loopback
 * @param thing the thing
 * @param life which process of the device this is
 * @param journal the journal's folder
 * @param ledger the ledger
 * @param bootFile says which boot this is
 */
public record DeviceArguments(
    int port, String thing, int life, Path journal, Path ledger, Path bootFile) {

  static DeviceArguments of(String... arguments) {
    return new DeviceArguments(
        Integer.parseInt(arguments[0]),
        arguments[1],
        Integer.parseInt(arguments[2]),
        Path.of(arguments[3]),
        Path.of(arguments[4]),
        Path.of(arguments[5]));
  }

  /** The same as words. */
  public List<String> words() {
    return List.of(
        Integer.toString(port),
        thing,
        Integer.toString(life),
        journal.toString(),
        ledger.toString(),
        bootFile.toString());
  }
}
