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
 * <pre>{@code
 * {"operation": "firmware_update", "version": "1.2",
 *  "image": {"url": "https://...", "codesign": {"rawPayloadSize": 1024, ...}}}
 *
 * @JobHandler(operation = "firmware_update")
 * void install(
 *     FirmwareUpdate document,
 *     @Payload(url = "/image/url", codesign = "/image/codesign") VerifiedPayload image) {...}
 * }</pre>
 *
 * <p>The parameter is a {@link io.jobhandler.payload.VerifiedPayload}, or a {@code Map<String,
 * VerifiedPayload>} where the document has several, 1 to 16: then a segment {@code *} in the
 * pointer stands for every element of an array or every member of an object, and the map's keys are
 * the elements' indices or the members' names, in the document's order. A member whose own name is
 * {@code *} cannot be pointed to.
 *
 * <p>The document type need not name what the pointers lead to; above, {@code record
 * FirmwareUpdate(String version)} will do. Beside the way to the payloads a property that the type
 * does not name is refused as ever. A type that does name them can take the URL as a {@link
 * io.jobhandler.payload.PresignedUrl}, which never prints its query.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON pointer</a>
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Payload {

  /**
   * Where the document keeps the presigned URL. No other payload of the method has the same.
   *
   * @return a JSON pointer; with exactly one segment {@code *} where the parameter is a map
   */
  String url() default "/presign";

  /**
   * Where the document keeps the AWS Signer object with {@code rawPayloadSize}, {@code signature}
   * and {@code signatureAlgorithm}. Other members of the object mean nothing here.
   *
   * @return a JSON pointer; where the parameter is a map, a segment {@code *} stands for the same
   *     element as in {@link #url()}, and without one all payloads share the object
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
