package io.jobhandler.starter.internal.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The keys of the configuration, in the order of the table in {@code docs/starter.md}. */
public enum SettingKey {
  THING_NAME("thing-name", "the thing's name, 1 to 128 characters of [a-zA-Z0-9:_-]", "pump-17"),
  ENDPOINT(
      "endpoint",
      "host or host:port of the account's data endpoint, without a scheme; 8883 is the port if none"
          + " is said",
      "abc-ats.iot.eu-west-1.amazonaws.com"),
  CA_FILE(
      "ca-file",
      "a PEM file with the certificates that the endpoint's certificate is checked against",
      "/etc/pump/AmazonRootCA1.pem"),
  CERTIFICATE_FILE(
      "certificate-file", "a PEM file with the device's certificate", "/etc/pump/device.pem.crt"),
  PRIVATE_KEY_FILE(
      "private-key-file",
      "a PEM file with the certificate's private key, RSA or EC, unencrypted",
      "/etc/pump/device.private.key"),
  JOURNAL_DIRECTORY(
      "journal-directory",
      "a folder of its own on a disk that survives a restart; made where there is none",
      "/var/lib/pump/journal"),
  CLIENT_ID("client-id", "the MQTT client identifier, 1 to 128 characters", "pump-17"),
  DEFAULT_STEP_TIMEOUT(
      "default-step-timeout", "an ISO-8601 duration over zero and up to P6D", "PT1H"),
  STEP_TIMEOUT("step-timeout.*", "an ISO-8601 duration over zero and up to P6D", "PT30M"),
  GRACE("grace", "an ISO-8601 duration from PT0S to PT1H", "PT30S"),
  DRAIN_TIMEOUT("drain-timeout", "an ISO-8601 duration from PT0S to PT24H", "PT20S"),
  PROGRESS_INTERVAL("progress-interval", "an ISO-8601 duration from PT0S to PT24H", "PT10S"),
  UNKNOWN_OPERATIONS("unknown-operations", "REJECT or LEAVE", "REJECT"),
  MAX_CONCURRENT_EXECUTIONS("max-concurrent-executions", "a whole number from 1 to 10", "1"),
  MAX_ATTEMPTS("max-attempts", "a whole number from 1 to 100", "3"),
  MAX_ATTEMPTS_OF("max-attempts.*", "a whole number from 1 to 100", "5"),
  ON_INTERRUPT("on-interrupt.*", "FAIL, RERUN or RESUME", "RERUN"),
  RETRY_BACKOFF("retry-backoff", "an ISO-8601 duration over zero and up to PT1H", "PT5S"),
  RESTART_TIMEOUT("restart-timeout", "an ISO-8601 duration over zero and up to PT24H", "PT30M"),
  HANDLER_PACKAGES(
      "handler-packages", "names of Java packages, separated by commas", "com.example.pump"),
  PUBLISHES_PER_SECOND(
      "publishes-per-second", "a whole number from 0 to 1000, 0 for no limit", "40"),
  REQUEST_TIMEOUT("request-timeout", "an ISO-8601 duration over zero and up to PT10M", "PT10S"),
  MAX_RECONNECT_DELAY("max-reconnect-delay", "an ISO-8601 duration from PT0.1S to PT24H", "PT2M"),
  TRUST_ANCHOR(
      "trust-anchor.*",
      "a PEM file with the certificate or the public key of a signer, under an alias of 1 to 128"
          + " characters of [a-zA-Z0-9:_.-]",
      "/etc/pump/signer.pem"),
  PAYLOAD_DIRECTORY(
      "payload-directory",
      "a folder with room for the largest payload; made where there is none",
      "/var/lib/pump/payloads"),
  MAX_PAYLOAD_BYTES(
      "max-payload-bytes", "a whole number of bytes from 1 to 2147483648", "268435456"),
  PAYLOAD_TIMEOUT("payload-timeout", "an ISO-8601 duration over zero and up to P6D", "PT2H"),
  PAYLOAD_IDLE_TIMEOUT(
      "payload-idle-timeout", "an ISO-8601 duration over zero and up to PT24H", "PT1M"),
  PAYLOAD_PLAIN_HTTP("payload-plain-http", "true or false", "false");

  /** What all keys begin with. */
  static final String PREFIX = "jobhandler.";

  private static final String FAMILY_MARK = "*";

  private final String key;
  private final String expected;
  private final String example;

  SettingKey(String name, String expected, String example) {
    this.key = PREFIX + name;
    this.expected = expected;
    this.example = example;
  }

  /** The key as it is written in a file; {@code *} stands for what a family's members differ in. */
  public String key() {
    return key;
  }

  /** Whether this stands for many keys: one for each operation or alias. */
  boolean isFamily() {
    return key.endsWith(FAMILY_MARK);
  }

  /** What a family's keys begin with; the whole key where it is none. */
  String stem() {
    return isFamily() ? key.substring(0, key.length() - FAMILY_MARK.length()) : key;
  }

  /** Whether a key of a file is this one or of this family. */
  boolean covers(String name) {
    return isFamily()
        ? name.startsWith(stem()) && name.length() > stem().length()
        : name.equals(key);
  }

  /** Whether an environment variable is this key's or of this family. */
  boolean coversVariable(String variable) {
    String stem = variableName(stem());
    return isFamily()
        ? variable.startsWith(stem) && variable.length() > stem.length()
        : variable.equals(stem);
  }

  /** What a good value looks like, for people. */
  String remedy() {
    return "expected %s, for example %s".formatted(expected, example);
  }

  static Stream<SettingKey> all() {
    return Arrays.stream(values());
  }

  /** The environment variable of a key: in capitals, with underscores for all other characters. */
  static String variableName(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
