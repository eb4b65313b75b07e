package io.jobhandler.processor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The class file of a marker: a final class whose only member is a constant. Not written as source,
 * since build tools leave old generated sources where the compiler finds them, and since a hundred
 * operations would take the compiler noticeably longer.
 *
 * @param marker the marker
 */
record MarkerClassFile(OperationMarker marker) {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_17 = 61;
  private static final int FINAL_CLASS = 0x0030;
  private static final int STATIC_FINAL_FIELD = 0x0018;

  private static final int TEXT = 1;
  private static final int CLASS = 7;
  private static final int STRING = 8;

  // Where the constants are in their pool; a class and a string come right after their text.
  private static final int THIS_NAME = 1;
  private static final int THIS_CLASS = 2;
  private static final int SUPER_NAME = 3;
  private static final int SUPER_CLASS = 4;
  private static final int VALUE_TEXT = 5;
  private static final int VALUE = 6;
  private static final int FIELD_NAME = 7;
  private static final int FIELD_TYPE = 8;
  private static final int ATTRIBUTE_NAME = 9;
  private static final int POOL_SIZE = 10;

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    writeShorts(out, 0, JAVA_17);
    writeConstants(out);
    int interfaces = 0;
    int fields = 1;
    writeShorts(out, FINAL_CLASS, THIS_CLASS, SUPER_CLASS, interfaces, fields);
    writeField(out);
    int methods = 0;
    int attributes = 0;
    writeShorts(out, methods, attributes);
    return bytes.toByteArray();
  }

  private void writeConstants(DataOutputStream out) throws IOException {
    writeShorts(out, POOL_SIZE);
    writeText(out, marker.className().replace('.', '/'));
    writeReference(out, CLASS, THIS_NAME);
    writeText(out, "java/lang/Object");
    writeReference(out, CLASS, SUPER_NAME);
    writeText(out, marker.handlerClass());
    writeReference(out, STRING, VALUE_TEXT);
    writeText(out, OperationMarker.CONSTANT);
    writeText(out, "Ljava/lang/String;");
    writeText(out, "ConstantValue");
  }

  private static void writeField(DataOutputStream out) throws IOException {
    int attributes = 1;
    writeShorts(out, STATIC_FINAL_FIELD, FIELD_NAME, FIELD_TYPE, attributes, ATTRIBUTE_NAME);
    out.writeInt(Short.BYTES);
    writeShorts(out, VALUE);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeByte(TEXT);
    out.writeUTF(text);
  }

  private static void writeReference(DataOutputStream out, int tag, int constant)
      throws IOException {
    out.writeByte(tag);
    out.writeShort(constant);
  }

  private static void writeShorts(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeShort(value);
    }
  }
}
