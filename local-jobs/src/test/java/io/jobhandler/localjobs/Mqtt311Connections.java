package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;

import software.amazon.awssdk.crt.io.ClientBootstrap;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt.MqttClient;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.MqttConnectionConfig;
import software.amazon.awssdk.iot.AwsIotMqttConnectionBuilder;

/** Opens the SDK's MQTT 3.1.1 connections. */
final class Mqtt311Connections {
  private Mqtt311Connections() {}

  static MqttClientConnection plain(LocalJobs jobs, String clientId) throws Exception {
    try (MqttClient client = new MqttClient(ClientBootstrap.getOrCreateStaticDefault());
        MqttConnectionConfig config = new MqttConnectionConfig()) {
      config.setMqttClient(client);
      config.setClientId(clientId);
      config.setEndpoint(jobs.host());
      config.setPort(jobs.mqttPort());
      config.setSocketOptions(new SocketOptions());
      config.setCleanSession(true);
      return connected(new MqttClientConnection(config));
    }
  }

  static MqttClientConnection secure(LocalJobs jobs, String clientId) throws Exception {
    try (AwsIotMqttConnectionBuilder builder =
        AwsIotMqttConnectionBuilder.newMtlsBuilderFromPath(
            jobs.deviceCertificate().toString(), jobs.devicePrivateKey().toString())) {
      builder
          .withCertificateAuthorityFromPath(null, jobs.caCertificate().toString())
          .withEndpoint(jobs.host())
          .withPort(jobs.mqttsPort())
          .withClientId(clientId)
          .withCleanSession(true)
          .withSocketOptions(new SocketOptions());
      return connected(builder.build());
    }
  }

  private static MqttClientConnection connected(MqttClientConnection connection) throws Exception {
    connection.connect().get(10, SECONDS);
    return connection;
  }
}
