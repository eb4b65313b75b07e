package io.jobhandler.internal.payload;

import io.jobhandler.payload.PresignedUrl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that does what a test says, right or wrong: the nth connection gets the nth
 * answer, later ones the last, and is closed after it.
 */
final class ScriptedHttpServer implements AutoCloseable {
  /** What presigned URLs carry; it must be seen nowhere. */
  static final String QUERY =
      "X-Amz-Credential=canaryCredential%2F20260102&X-Amz-Signature=canarySignature";

  /** What one connection gets. */
  @FunctionalInterface
  interface Answer {
    void to(Request request, Connection connection) throws IOException;
  }

  record Request(String line, Map<String, String> headers) {
    @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  private final ServerSocket socket;
  private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  ScriptedHttpServer(Answer... answers) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    answerWith(answers);
    start(this::acceptAll);
  }

  /** Begins another script. */
  void answerWith(Answer... script) {
    answers.clear();
    answers.addAll(List.of(script));
  }

  PresignedUrl url() {
    return url("image");
  }

  PresignedUrl url(String name) {
    return PresignedUrl.of(
        "http://127.0.0.1:%d/bucket/%s?%s".formatted(socket.getLocalPort(), name, QUERY));
  }

  List<Request> requests() {
    return requests;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-http");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        start(() -> answer(connection, answer));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(Socket connection, Answer answer) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Request request = read(in);
      requests.add(request);
      answer.to(request, new Connection(in, connection.getOutputStream()));
    } catch (IOException e) {
      // The client has gone, as most of the tests want.
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    return new Request(line, headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the client has gone");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  /** The server's end of a connection. */
  record Connection(InputStream in, OutputStream out) {

    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Sends a status line and headers, and says that the connection will be closed. */
    void head(String status, String... headers) throws IOException {
      send("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
      for (String header : headers) {
        send(header + "\r\n");
      }
      send("\r\n");
    }

    /** Waits until the client has gone. */
    void stall() throws IOException {
      while (in.read() >= 0) {
        // the client sends nothing more
      }
    }
  }
}
