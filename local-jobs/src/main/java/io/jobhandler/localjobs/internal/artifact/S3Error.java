package io.jobhandler.localjobs.internal.artifact;

/** The errors of the artifact endpoint, in the words of S3. */
public enum S3Error {
  ACCESS_DENIED("AccessDenied", 403, "Access Denied"),
  REQUEST_EXPIRED("AccessDenied", 403, "Request has expired"),
  SIGNATURE_DOES_NOT_MATCH(
      "SignatureDoesNotMatch",
      403,
      "The request signature we calculated does not match the signature you provided. Check your"
          + " key and signing method."),
  NO_SUCH_KEY("NoSuchKey", 404, "The specified key does not exist."),
  NO_SUCH_VERSION("NoSuchVersion", 404, "The specified version does not exist."),
  METHOD_NOT_ALLOWED(
      "MethodNotAllowed", 405, "The specified method is not allowed against this resource."),
  PRECONDITION_FAILED(
      "PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold"),
  INVALID_RANGE("InvalidRange", 416, "The requested range is not satisfiable"),
  INVALID_URI("InvalidURI", 400, "Couldn't parse the specified URI."),
  INVALID_BUCKET_NAME("InvalidBucketName", 400, "The specified bucket is not valid."),
  KEY_TOO_LONG("KeyTooLongError", 400, "Your key is too long"),
  NOT_IMPLEMENTED(
      "NotImplemented",
      501,
      "A header or parameter you provided implies functionality that is not implemented"),
  INTERNAL_ERROR("InternalError", 500, "We encountered an internal error. Please try again.");

  private final String code;
  private final int status;
  private final String message;

  S3Error(String code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  /** The code as it stands in the error's XML. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What S3 says where there is nothing better to say. */
  public String message() {
    return message;
  }
}
