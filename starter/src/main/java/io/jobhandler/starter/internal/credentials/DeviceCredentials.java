package io.jobhandler.starter.internal.credentials;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the credential files hold. Shows nothing of it.
 *
 * @param chain the device's certificate, and those that vouch for it
 * @param privateKey its private key
 * @param authorities what the endpoint's certificate is checked against
 */
public record DeviceCredentials(
    List<X509Certificate> chain, PrivateKey privateKey, List<X509Certificate> authorities) {

  /** Copies the lists. */
  public DeviceCredentials {
    chain = List.copyOf(chain);
    authorities = List.copyOf(authorities);
  }

  @Override
  public String toString() {
    return "DeviceCredentials[...]";
  }
}
