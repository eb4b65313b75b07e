package io.jobhandler.starter.internal.credentials;

import com.google.common.base.Throwables;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

/**
 * What a probe of the endpoint has found.
 *
 * @param kind the finding
 * @param detail what is known of the cause, for people; empty if there is none
 */
public record EndpointVerdict(Kind kind, String detail) {

  /** The findings. */
  public enum Kind {
    /** The endpoint's certificate is believed. */
    TRUSTED,
    /** The endpoint's certificate is of another authority than those that are believed. */
    UNKNOWN_AUTHORITY,
    /** The endpoint's certificate cannot be used for this host. */
    OTHER_HOST,
    /** Nothing can be said of the configuration; the device may be offline. */
    UNREACHABLE
  }

  static EndpointVerdict trusted() {
    return new EndpointVerdict(Kind.TRUSTED, "");
  }

  /** Nothing is known. */
  public static EndpointVerdict unreachable(String detail) {
    return new EndpointVerdict(Kind.UNREACHABLE, detail);
  }

  /** Only what we ourselves refuse is the configuration's fault; all else may pass with time. */
  static EndpointVerdict of(Exception failure) {
    String detail = Throwables.getRootCause(failure).toString();
    if (!has(failure, CertificateException.class) || isAboutTheTime(failure)) {
      return unreachable(detail);
    }
    boolean ofTheChain =
        has(failure, CertPathBuilderException.class)
            || has(failure, CertPathValidatorException.class);
    return new EndpointVerdict(ofTheChain ? Kind.UNKNOWN_AUTHORITY : Kind.OTHER_HOST, detail);
  }

  /** A device without a battery begins in 1970, and learns the time only when it is online. */
  private static boolean isAboutTheTime(Exception failure) {
    return has(failure, CertificateExpiredException.class)
        || has(failure, CertificateNotYetValidException.class);
  }

  private static boolean has(Exception failure, Class<? extends Throwable> type) {
    return Throwables.getCausalChain(failure).stream().anyMatch(type::isInstance);
  }
}
