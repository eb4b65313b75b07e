package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.types.TypeNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The methods of a class that check objects. Each is named after the type that it checks, with a
 * number where types of several packages have the same name.
 */
final class CheckMethods {
  private final Map<String, String> names = new HashMap<>();

  CheckMethods(Iterable<DocumentStructure> structures) {
    Set<String> taken = new HashSet<>();
    for (DocumentStructure structure : structures) {
      String name = "check" + TypeNames.nestedName(structure.type()).replace('.', '_');
      String free = name;
      for (int number = 2; !taken.add(free); number++) {
        free = name + number;
      }
      names.put(structure.key(), free);
    }
  }

  String nameOf(DocumentStructure structure) {
    return String.valueOf(names.get(structure.key()));
  }
}
