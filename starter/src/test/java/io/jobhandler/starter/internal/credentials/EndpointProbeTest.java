package io.jobhandler.starter.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.HostAndPort;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.internal.credentials.EndpointVerdict.Kind;
import io.jobhandler.starter.testkit.TestAuthority;
import io.jobhandler.starter.testkit.TestKeys;
import io.jobhandler.starter.testkit.TlsServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndpointProbeTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofDays(1);

  private final TestAuthority authority;
  private final KeyPair serverKeys = TestKeys.ec();

  EndpointProbeTest() throws Exception {
    authority = new TestAuthority("authority");
  }

  @Test
  void believesACertificateOfTheAuthority() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      DeviceCredentials credentials =
          new DeviceCredentials(
              Certificates.readAll(service.deviceCertificate()),
              PrivateKeys.read(service.devicePrivateKey()),
              Certificates.readAll(service.caCertificate()));
      assertThat(probe(service.host(), service.mqttsPort(), credentials, PATIENT))
          .isEqualTo(EndpointVerdict.trusted());
      assertThat(service.traffic().total().connects()).isZero();
    }
  }

  @Test
  void namesACertificateOfAnotherAuthority() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      EndpointVerdict verdict = probe("localhost", service.mqttsPort(), credentials(), PATIENT);
      assertThat(verdict.kind()).isEqualTo(Kind.UNKNOWN_AUTHORITY);
      assertThat(verdict.detail()).contains("unable to find valid certification path");
    }
  }

  @Test
  void anAuthorityOfTheSameNameIsAnotherOne() throws Exception {
    X509Certificate certificate =
        new TestAuthority("authority").issue(serverKeys.getPublic(), "localhost");
    try (TlsServer server = new TlsServer(serverKeys, certificate).start()) {
      EndpointVerdict verdict = probe("localhost", server.port(), credentials(), PATIENT);
      assertThat(verdict.kind()).isEqualTo(Kind.UNKNOWN_AUTHORITY);
    }
  }

  @Test
  void namesACertificateForAnotherHost() throws Exception {
    X509Certificate certificate = authority.issue(serverKeys.getPublic(), "pump.example.com");
    try (TlsServer server = new TlsServer(serverKeys, certificate).start()) {
      EndpointVerdict verdict = probe("localhost", server.port(), credentials(), PATIENT);
      assertThat(verdict.kind()).isEqualTo(Kind.OTHER_HOST);
      assertThat(verdict.detail()).contains("localhost");
    }
  }

  @Test
  void aCertificateThatIsNotValidNowIsNoFaultOfTheConfiguration() throws Exception {
    Instant now = Instant.now();
    for (Instant begin : List.of(now.minus(DAY.multipliedBy(3)), now.plus(DAY))) {
      X509Certificate certificate =
          authority.issue(serverKeys.getPublic(), begin, begin.plus(DAY), "localhost");
      try (TlsServer server = new TlsServer(serverKeys, certificate).start()) {
        EndpointVerdict verdict = probe("localhost", server.port(), credentials(), PATIENT);
        assertThat(verdict.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(verdict.detail()).contains("Not");
      }
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    EndpointVerdict verdict = probe("localhost", port, credentials(), PATIENT);
    assertThat(verdict.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(verdict.detail()).contains("refused");
  }

  @Test
  void nobodyHasTheName() throws Exception {
    EndpointVerdict verdict = probe("pump.invalid", 8883, credentials(), PATIENT);
    assertThat(verdict.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(verdict.detail()).contains("pump.invalid");
  }

  @Test
  void whoeverListensSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EndpointVerdict verdict =
          probe("localhost", silent.getLocalPort(), credentials(), Duration.ofMillis(200));
      assertThat(verdict.kind()).isEqualTo(Kind.UNREACHABLE);
    }
  }

  private DeviceCredentials credentials() throws Exception {
    KeyPair keys = TestKeys.ec();
    return new DeviceCredentials(
        List.of(authority.issue(keys.getPublic())),
        keys.getPrivate(),
        List.of(authority.certificate()));
  }

  private static EndpointVerdict probe(
      String host, int port, DeviceCredentials credentials, Duration timeout) throws Exception {
    return new EndpointProbe(HostAndPort.fromParts(host, port), credentials, timeout)
        .start()
        .get(60, TimeUnit.SECONDS);
  }
}
