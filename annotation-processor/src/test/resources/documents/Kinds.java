record Doc(String text, CharSequence chars, char c, Character boxedChar, boolean b, Boolean boxedB,
    byte small, Byte boxedSmall, short s, Short boxedS, int i, Integer boxedI, long l, Long boxedL,
    BigInteger big, float f, Double d, BigDecimal decimal, Number number, UUID uuid,
    java.net.URI uri, java.net.URL url, io.jobhandler.payload.PresignedUrl presigned,
    byte[] bytes, int[] ints, String[][] texts, JsonNode any) {}
