package io.jobhandler.processor.schema;

import io.jobhandler.processor.operation.PayloadPointers;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The places of payloads as the pointers lead to them, from some place in the document on.
 *
 * @param url whether a presigned URL is here
 * @param codesign whether an AWS Signer object is here
 * @param children what is below, by the names of members or the indices of elements
 */
record PayloadTree(boolean url, boolean codesign, SortedMap<String, PayloadTree> children) {
  /** The name that stands for every element or member. */
  static final String EACH = "*";

  private static final PayloadTree NOTHING = new PayloadTree(false, false, new TreeMap<>());

  static PayloadTree of(List<PayloadPointers> payloads) {
    PayloadTree tree = NOTHING;
    for (PayloadPointers payload : payloads) {
      tree = tree.with(payload.url(), new PayloadTree(true, false, NOTHING.children));
      tree = tree.with(payload.codesign(), new PayloadTree(false, true, NOTHING.children));
    }
    return tree;
  }

  boolean isLeaf() {
    return url || codesign;
  }

  private PayloadTree with(String pointer, PayloadTree leaf) {
    if (pointer.isEmpty()) {
      return new PayloadTree(url || leaf.url, codesign || leaf.codesign, children);
    }
    int end = pointer.indexOf('/', 1);
    String segment = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    String name = segment.replace("~1", "/").replace("~0", "~");
    SortedMap<String, PayloadTree> more = new TreeMap<>(children);
    PayloadTree child = more.getOrDefault(name, NOTHING);
    more.put(name, child.with(end < 0 ? "" : pointer.substring(end), leaf));
    return new PayloadTree(url, codesign, more);
  }
}
