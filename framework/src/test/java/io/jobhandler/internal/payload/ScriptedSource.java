package io.jobhandler.internal.payload;

import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers as a test says: the nth request with the nth step, later ones with the last. */
final class ScriptedSource implements PayloadSource {
  /** What one request gets. */
  @FunctionalInterface
  interface Step {
    Download answer(Ask ask) throws IOException, InterruptedException;
  }

  record Ask(PresignedUrl url, long offset, @Nullable String validator) {}

  private final Deque<Step> steps = new ConcurrentLinkedDeque<>();
  private final List<Ask> asks = new CopyOnWriteArrayList<>();
  private final List<ScriptedDownload> downloads = new CopyOnWriteArrayList<>();

  ScriptedSource(Step... steps) {
    this.steps.addAll(List.of(steps));
  }

  @Override
  public Download open(PresignedUrl url, long offset, @Nullable String validator)
      throws IOException, InterruptedException {
    Ask ask = new Ask(url, offset, validator);
    asks.add(ask);
    Step step = steps.size() > 1 ? steps.remove() : steps.element();
    Download download = step.answer(ask);
    if (download instanceof ScriptedDownload scripted) {
      downloads.add(scripted);
    }
    return download;
  }

  List<Ask> asks() {
    return asks;
  }

  boolean allClosed() {
    return downloads.stream().allMatch(download -> download.closed);
  }

  /** Fails before a byte. */
  static Step failing(IOException failure) {
    return ask -> {
      throw failure;
    };
  }

  /** Gives the rest of the content from the offset that is asked for. */
  static Step giving(byte[] content) {
    return ask -> new ScriptedDownload(content, (int) ask.offset(), content.length);
  }

  /** Gives some bytes from the offset that is asked for, and fails. */
  static Step giving(byte[] content, int count, IOException failure) {
    return ask -> {
      ScriptedDownload download =
          new ScriptedDownload(content, (int) ask.offset(), (int) ask.offset() + count);
      download.failure = failure;
      return download;
    };
  }

  /** Bytes from memory, three at a time. */
  static class ScriptedDownload implements Download {
    private final byte[] content;
    private final int start;
    private final int end;
    private int at;
    private boolean closed;
    @Nullable String validator = "v1";
    OptionalLong totalSize = OptionalLong.empty();
    @Nullable IOException failure;

    ScriptedDownload(byte[] content, int start, int end) {
      this.content = content;
      this.start = start;
      this.end = Math.min(end, content.length);
      this.at = start;
    }

    @Override
    public long start() {
      return start;
    }

    @Override
    public OptionalLong totalSize() {
      return totalSize;
    }

    @Override
    public @Nullable String validator() {
      return validator;
    }

    @Override
    public int read(byte[] buffer) throws IOException, InterruptedException {
      if (at < end) {
        byte[] piece = Arrays.copyOfRange(content, at, Math.min(end, at + 3));
        System.arraycopy(piece, 0, buffer, 0, piece.length);
        at += piece.length;
        return piece.length;
      }
      if (failure != null) {
        throw failure;
      }
      return -1;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
