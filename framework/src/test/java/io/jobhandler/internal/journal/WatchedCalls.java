package io.jobhandler.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real file system, and one who sees every call before it is made and can let it fail. */
record WatchedCalls(FileSystemCalls real, Watcher watcher) implements FileSystemCalls {
  @FunctionalInterface
  interface Watcher {
    void before(Call call) throws IOException;
  }

  WatchedCalls(Watcher watcher) {
    this(new NioCalls(true), watcher);
  }

  private final class WatchedOutput implements Output {
    private final Path path;
    private final Output output;

    WatchedOutput(Path path, Output output) {
      this.path = path;
      this.output = output;
    }

    @Override
    public void write(byte[] content) throws IOException {
      watcher.before(new Call.Write(path, content));
      output.write(content);
    }

    @Override
    public void force() throws IOException {
      watcher.before(new Call.Force(path));
      output.force();
    }

    @Override
    public void close() throws IOException {
      try (output) {
        watcher.before(new Call.Close(path));
      }
    }
  }

  @Override
  public void createFolder(Path directory) throws IOException {
    watcher.before(new Call.CreateFolder(directory));
    real.createFolder(directory);
  }

  @Override
  public Optional<Closeable> lock(Path file) throws IOException {
    watcher.before(new Call.Lock(file));
    return real.lock(file)
        .map(
            lock ->
                () -> {
                  try (lock) {
                    watcher.before(new Call.Unlock(file));
                  }
                });
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    watcher.before(new Call.Look("list", directory));
    return real.list(directory);
  }

  @Override
  public boolean isFile(Path path) throws IOException {
    watcher.before(new Call.Look("isFile", path));
    return real.isFile(path);
  }

  @Override
  public boolean isOpenToOthers(Path path) throws IOException {
    watcher.before(new Call.Look("isOpenToOthers", path));
    return real.isOpenToOthers(path);
  }

  @Override
  public void closeToOthers(Path path) throws IOException {
    watcher.before(new Call.CloseToOthers(path));
    real.closeToOthers(path);
  }

  @Override
  public byte[] read(Path file, int maxBytes) throws IOException {
    watcher.before(new Call.Look("read", file));
    return real.read(file, maxBytes);
  }

  @Override
  public Output create(Path file) throws IOException {
    watcher.before(new Call.Create(file));
    return new WatchedOutput(file, real.create(file));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    watcher.before(new Call.Rename(from, to));
    real.rename(from, to);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    watcher.before(new Call.ForceDirectory(directory));
    real.forceDirectory(directory);
  }

  @Override
  public void delete(Path file) throws IOException {
    watcher.before(new Call.Delete(file));
    real.delete(file);
  }
}
