package io.jobhandler.processor;

/** What the processors report. A code stays with its meaning and is never used for another. */
enum ErrorCode {
  INTERNAL_ERROR("JH000"),
  PRIVATE_METHOD("JH001"),
  ABSTRACT_METHOD("JH002"),
  GENERIC_HANDLER("JH003"),
  VARARGS_METHOD("JH004"),
  INNER_CLASS("JH005"),
  PRIVATE_CLASS("JH006"),
  INVALID_OPERATION("JH007"),
  DUPLICATE_OPERATION("JH008"),
  INVALID_STEP_TIMEOUT("JH009"),
  SEVERAL_DOCUMENTS("JH010"),
  REPEATED_PARAMETER("JH011"),
  MISPLACED_PROGRESS("JH012"),
  MISSING_PROGRESS("JH013"),
  UNSUPPORTED_PARAMETER("JH014"),
  UNSUPPORTED_RETURN("JH015"),
  INACCESSIBLE_DOCUMENT("JH016"),
  DISPATCHER_NOT_WRITTEN("JH017"),
  INDEX_NOT_WRITTEN("JH018"),
  NOTHING_REPORTS("JH030");

  private final String code;

  ErrorCode(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
