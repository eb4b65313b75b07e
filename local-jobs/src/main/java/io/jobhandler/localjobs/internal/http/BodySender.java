package io.jobhandler.localjobs.internal.http;

import io.jobhandler.localjobs.internal.artifact.BodyPlan;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;

/**
 * Sends bytes of a file, of which there is never more than a chunk in memory: the next one is read
 * when the client has taken the last one. On the event loop.
 */
final class BodySender {
  private static final int CHUNK = 128 * 1024;

  private final Context eventLoop;
  private final AsyncFile file;
  private final HttpServerResponse response;
  private final BodyPlan plan;
  private final Promise<Void> done = Promise.promise();
  private long position;

  BodySender(Context eventLoop, AsyncFile file, HttpServerResponse response, BodyPlan plan) {
    this.eventLoop = eventLoop;
    this.file = file;
    this.response = response;
    this.plan = plan;
    this.position = plan.begin();
  }

  /** Sends the head and what of the body is to be sent, but does not end it. */
  Future<Void> send() {
    response.writeHead().onSuccess(sent -> proceed()).onFailure(done::tryFail);
    return done.future();
  }

  /** Each chunk in a turn of its own: others get theirs, and the stack does not grow. */
  private void proceed() {
    eventLoop.runOnContext(turn -> next());
  }

  private void next() {
    int length = (int) Math.min(CHUNK, plan.end() - position);
    if (length == 0) {
      done.tryComplete();
      return;
    }
    file.read(Buffer.buffer(length), 0, position, length)
        .compose(this::write)
        .onSuccess(written -> proceed())
        .onFailure(done::tryFail);
  }

  private Future<Void> write(Buffer chunk) {
    if (chunk.length() == 0) {
      return Future.failedFuture(new EOFException("the file of an artifact was cut"));
    }
    long flipped = plan.flipped() - position;
    if (flipped >= 0 && flipped < chunk.length()) {
      chunk.setByte((int) flipped, (byte) (chunk.getByte((int) flipped) ^ 1));
    }
    position += chunk.length();
    return response.write(chunk);
  }
}
