package io.jobhandler.starter.internal.config;

import io.jobhandler.spi.MqttConnection.Tls;
import io.jobhandler.starter.internal.credentials.Certificates;
import io.jobhandler.starter.internal.credentials.DeviceCredentials;
import io.jobhandler.starter.internal.credentials.PrivateKeys;
import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of the device's credentials, and whether they fit together. */
final class CredentialReader {
  private static final Duration SOON = Duration.ofDays(30);

  /** A file that holds what it should. */
  record Loaded<T>(Path file, T content) {}

  private final SettingReader settings;
  private final Instant now;
  private final List<String> warnings = new ArrayList<>();
  private final Optional<Loaded<List<X509Certificate>>> authorities;
  private final Optional<Loaded<List<X509Certificate>>> chain;
  private final Optional<Loaded<PrivateKey>> privateKey;

  CredentialReader(SettingReader settings, Clock clock) {
    this.settings = settings;
    this.now = clock.instant();
    this.authorities = settings.required(SettingKey.CA_FILE, CredentialReader::certificates);
    this.chain = settings.required(SettingKey.CERTIFICATE_FILE, this::validChain);
    this.privateKey = settings.required(SettingKey.PRIVATE_KEY_FILE, CredentialReader::key);
    checkPair();
    chain.ifPresent(certificates -> warnOfTime(certificates.content().get(0)));
    privateKey.ifPresent(key -> warnOfReaders(key.file()));
  }

  static Loaded<List<X509Certificate>> certificates(String text) throws InvalidValueException {
    Path file = Values.path(text);
    return new Loaded<>(file, Certificates.readAll(file));
  }

  private Loaded<List<X509Certificate>> validChain(String text) throws InvalidValueException {
    Loaded<List<X509Certificate>> chain = certificates(text);
    Instant end = chain.content().get(0).getNotAfter().toInstant();
    if (now.isAfter(end)) {
      throw new InvalidValueException(
          "the certificate in '%s' expired at %s".formatted(chain.file(), end),
          "have a new one issued and put it in its place; this device's clock says " + now);
    }
    return chain;
  }

  private static Loaded<PrivateKey> key(String text) throws InvalidValueException {
    Path file = Values.path(text);
    return new Loaded<>(file, PrivateKeys.read(file));
  }

  private void checkPair() {
    if (chain.isEmpty() || privateKey.isEmpty()) {
      return;
    }
    X509Certificate certificate = chain.get().content().get(0);
    if (!PrivateKeys.match(certificate.getPublicKey(), privateKey.get().content())) {
      settings.fault(
          SettingKey.PRIVATE_KEY_FILE,
          new InvalidValueException(
              "the key in '%s' is not that of the certificate in '%s'"
                  .formatted(privateKey.get().file(), chain.get().file()),
              "name the certificate and the key that were made together"));
    }
  }

  private void warnOfTime(X509Certificate certificate) {
    Instant begin = certificate.getNotBefore().toInstant();
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isBefore(begin)) {
      warnings.add(
          "The device's certificate is valid from %s on, and this device's clock says %s"
              .formatted(begin, now));
    }
    if (now.plus(SOON).isAfter(end)) {
      warnings.add("The device's certificate expires at %s".formatted(end));
    }
  }

  private void warnOfReaders(Path key) {
    PosixFileAttributeView view = Files.getFileAttributeView(key, PosixFileAttributeView.class);
    try {
      if (view != null
          && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
        warnings.add("Every user can read the private key in '%s'; chmod 600 it".formatted(key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the permissions of '%s' cannot be read".formatted(key), e);
    }
  }

  /** Where the files are, if all of them can be used. */
  Optional<Tls> files() {
    return chain.flatMap(
        certificate ->
            privateKey.flatMap(
                key -> authorities.map(ca -> new Tls(certificate.file(), key.file(), ca.file()))));
  }

  /** What the files hold; only if {@link #files} are there. */
  DeviceCredentials content() {
    return new DeviceCredentials(
        chain.orElseThrow().content(),
        privateKey.orElseThrow().content(),
        authorities.orElseThrow().content());
  }

  /** What is not good, but no fault. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
