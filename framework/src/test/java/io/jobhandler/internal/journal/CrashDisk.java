package io.jobhandler.internal.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder on a disk that keeps no more than POSIX promises when the power goes: of a file what was
 * forced, of its names those of the last time the folder was forced. What came after may be there
 * in part, or in another order.
 */
final class CrashDisk {
  /** Above this, not every combination of name changes is tried: each one is the first to miss. */
  private static final int MOST_COMBINED = 8;

  /** What may become of content that was not forced. */
  private static final List<UnaryOperator<byte[]>> FATES =
      List.of(
          written -> written,
          written -> new byte[0],
          written -> Arrays.copyOf(written, written.length / 2),
          written -> Arrays.copyOf(written, Math.max(0, written.length - 1)),
          written -> new byte[written.length],
          written -> Arrays.copyOf(Arrays.copyOf(written, written.length / 2), written.length),
          CrashDisk::garbage);

  private static final class Content {
    private byte[] written = new byte[0];
    private boolean forced;
  }

  private final Map<Path, Content> names = new HashMap<>();
  private final Map<Path, Content> forcedNames = new HashMap<>();
  private final List<Consumer<Map<Path, Content>>> pending = new ArrayList<>();

  private static byte[] garbage(byte[] written) {
    byte[] garbage = new byte[written.length];
    new Random(written.length).nextBytes(garbage);
    return garbage;
  }

  private Content open(Path path) {
    return Objects.requireNonNull(names.get(path), () -> path + " is not open");
  }

  /** Does what the journal asks for. */
  void apply(Call call) {
    if (call instanceof Call.Create create) {
      create(create.path());
    } else if (call instanceof Call.Write write) {
      write(open(write.path()), write.content());
    } else if (call instanceof Call.Force force) {
      open(force.path()).forced = true;
    } else if (call instanceof Call.Rename rename) {
      Content content = names.get(rename.path());
      change(
          all -> {
            all.remove(rename.path());
            all.put(rename.to(), content);
          });
    } else if (call instanceof Call.Delete delete) {
      change(all -> all.remove(delete.path()));
    } else if (call instanceof Call.ForceDirectory) {
      forcedNames.clear();
      forcedNames.putAll(names);
      pending.clear();
    }
  }

  private void create(Path file) {
    if (names.containsKey(file)) {
      throw new IllegalStateException("the model knows no files that are emptied: " + file);
    }
    Content content = new Content();
    change(all -> all.put(file, content));
  }

  private static void write(Content content, byte[] more) {
    byte[] all = Arrays.copyOf(content.written, content.written.length + more.length);
    System.arraycopy(more, 0, all, content.written.length, more.length);
    content.written = all;
    content.forced = false;
  }

  private void change(Consumer<Map<Path, Content>> change) {
    change.accept(names);
    pending.add(change);
  }

  /** Everything that may be found when the power goes now. */
  Stream<Map<Path, byte[]>> afterLossOfPower() {
    return survivors().flatMap(CrashDisk::contents);
  }

  private Stream<Map<Path, Content>> survivors() {
    int count = pending.size();
    return count <= MOST_COMBINED
        ? IntStream.range(0, 1 << count).mapToObj(chosen -> survived(i -> (chosen >> i & 1) == 1))
        : IntStream.rangeClosed(0, count).mapToObj(missing -> survived(i -> i < missing));
  }

  private Map<Path, Content> survived(IntPredicate change) {
    Map<Path, Content> found = new HashMap<>(forcedNames);
    IntStream.range(0, pending.size()).filter(change).forEach(i -> pending.get(i).accept(found));
    return found;
  }

  private static Stream<Map<Path, byte[]>> contents(Map<Path, Content> found) {
    boolean certain = found.values().stream().allMatch(content -> content.forced);
    return FATES.stream().limit(certain ? 1 : FATES.size()).map(fate -> contents(found, fate));
  }

  private static Map<Path, byte[]> contents(Map<Path, Content> found, UnaryOperator<byte[]> fate) {
    Map<Path, byte[]> contents = new HashMap<>();
    found.forEach(
        (path, content) ->
            contents.put(path, content.forced ? content.written : fate.apply(content.written)));
    return contents;
  }
}
