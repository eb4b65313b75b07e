package io.jobhandler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a {@link JobHandler} method that takes a payload: a file that the job's
 * document points to with a presigned URL and signs with an AWS Signer object. The agent downloads
 * it and verifies its size and signature before the method is called.
 *
 * <p>The parameter is a {@link io.jobhandler.payload.VerifiedPayload}, or a {@code Map<String,
 * VerifiedPayload>} where the document has several: then a {@code *} in the pointers stands for
 * every element of an array or every member of an object, and the map's keys are the elements'
 * indices or the members' names, in the document's order.
 *
 * <p>Where the document type does not name what the pointers lead to, it need not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON pointer</a>
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Payload {

  /**
   * Where the document keeps the presigned URL.
   *
   * @return a JSON pointer; one {@code *} where the parameter is a map
   */
  String url() default "/presign";

  /**
   * Where the document keeps the AWS Signer object with {@code rawPayloadSize}, {@code signature}
   * and {@code signatureAlgorithm}.
   *
   * @return a JSON pointer; one {@code *} where the parameter is a map
   */
  String codesign() default "/codesign";

  /**
   * The alias of the trust anchor that the signature is verified against. Only the device's
   * configuration says which key that is.
   *
   * @return the alias; empty means unset, so that the agent's default anchor holds
   */
  String anchor() default "";
}
