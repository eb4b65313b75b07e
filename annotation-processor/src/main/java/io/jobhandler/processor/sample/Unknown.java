package io.jobhandler.processor.sample;

import java.util.ArrayList;
import java.util.List;

/** Collects where no value can be found that is certain to be accepted. */
final class Unknown {
  private final List<String> pointers = new ArrayList<>();

  void add(String pointer) {
    if (!pointers.contains(pointer)) {
      pointers.add(pointer);
    }
  }

  List<String> pointers() {
    return List.copyOf(pointers);
  }
}
