package io.jobhandler.localjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.iot.AwsIotMqttConnectionBuilder;

/** Ports, certificates and the state directory. */
class ListenersTest {
  @TempDir Path directory;

  @Test
  void keepsItsCertificates() throws Exception {
    byte[] ca;
    try (LocalJobs jobs = LocalJobs.builder().stateDirectory(directory.resolve("new")).start()) {
      ca = Files.readAllBytes(jobs.caCertificate());
      assertThat(jobs.caCertificate()).hasFileName("ca.pem");
      assertThat(jobs.deviceCertificate()).hasFileName("device.pem.crt");
      assertThat(jobs.devicePrivateKey()).hasFileName("device.private.key");
      assertThat(Files.getPosixFilePermissions(jobs.devicePrivateKey()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readString(jobs.devicePrivateKey()))
          .startsWith("-----BEGIN PRIVATE KEY-----");
    }
    try (LocalJobs jobs = LocalJobs.builder().stateDirectory(directory.resolve("new")).start();
        Mqtt5Device device = Mqtt5Device.secure(jobs, "device")) {
      assertThat(Files.readAllBytes(jobs.caCertificate())).isEqualTo(ca);
      assertThat(device.client.getIsConnected()).isTrue();
    }
  }

  @Test
  void temporaryStateDirectoryGoesWithTheService() {
    LocalJobs jobs = LocalJobs.builder().start();
    assertThat(jobs.caCertificate()).exists();
    jobs.close();
    jobs.close();
    assertThat(jobs.caCertificate().getParent()).doesNotExist();
  }

  @Test
  void serverCertificateNamesAllOfLoopback() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().stateDirectory(directory).start()) {
      X509Certificate server = certificate(directory.resolve("server.pem.crt"));
      server.verify(certificate(jobs.caCertificate()).getPublicKey());
      Collection<List<?>> names = server.getSubjectAlternativeNames();
      assertThat(names.stream().map(name -> name.get(1).toString()))
          .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
      assertThat(server.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }
  }

  @Test
  void refusesClientsWithoutCertificate() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start()) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null);
      trusted.setCertificateEntry("ca", certificate(jobs.caCertificate()));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
        assertThatThrownBy(() -> exchange(context, protocol, jobs.mqttsPort()))
            .as(protocol)
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  @Test
  void refusesClientsOfAnotherAuthority() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start();
        LocalJobs stranger = LocalJobs.builder().start()) {
      try (AwsIotMqttConnectionBuilder builder =
          AwsIotMqttConnectionBuilder.newMtlsBuilderFromPath(
              stranger.deviceCertificate().toString(), stranger.devicePrivateKey().toString())) {
        builder
            .withCertificateAuthorityFromPath(null, jobs.caCertificate().toString())
            .withEndpoint(jobs.host())
            .withPort(jobs.mqttsPort())
            .withClientId("stranger")
            .withSocketOptions(new SocketOptions());
        try (MqttClientConnection connection = builder.build()) {
          assertThatThrownBy(() -> connection.connect().get(10, TimeUnit.SECONDS))
              .isInstanceOf(ExecutionException.class);
        }
      }
      assertThat(jobs.traffic().total().connects()).isZero();
    }
  }

  /** A server that refuses the certificate of TLS 1.3 tells it only when something is read. */
  private static int exchange(SSLContext context, String protocol, int port) throws Exception {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setSoTimeout(10_000);
      socket.startHandshake();
      return socket.getInputStream().read();
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start();
        Socket socket = new Socket(address(1), jobs.mqttPort())) {
      assertThat(socket.isConnected()).isTrue();
      assertThatThrownBy(() -> new Socket(address(2), jobs.mqttPort()).close())
          .isInstanceOf(IOException.class);
    }
  }

  private static InetAddress address(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  @Test
  void namesThePortThatIsTaken() {
    try (LocalJobs first = LocalJobs.builder().start()) {
      LocalJobs.Builder plain = LocalJobs.builder().mqttPort(first.mqttPort());
      assertThatThrownBy(plain::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("mqttPort " + first.mqttPort() + " on 127.0.0.1");
      LocalJobs.Builder tls = LocalJobs.builder().mqttsPort(first.mqttsPort());
      assertThatThrownBy(tls::start).hasMessageContaining("mqttsPort " + first.mqttsPort());
    }
  }

  @Test
  void namesTheFileThatIsMissing() throws Exception {
    LocalJobs.builder().stateDirectory(directory).start().close();
    Files.delete(directory.resolve("device.pem.crt"));
    LocalJobs.Builder builder = LocalJobs.builder().stateDirectory(directory);
    assertThatThrownBy(builder::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("device.pem.crt is missing");
  }

  @Test
  void refusesImpossiblePorts() {
    assertThatThrownBy(() -> LocalJobs.builder().mqttPort(65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mqttPort must be 0 to 65535, but is 65536");
  }

  private static X509Certificate certificate(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
