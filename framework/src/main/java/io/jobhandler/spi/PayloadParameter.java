package io.jobhandler.spi;

/**
 * A {@link io.jobhandler.Payload} parameter of a handler method.
 *
 * @param name the parameter's name
 * @param url the JSON pointer to the presigned URL; with a {@code *} where several are meant
 * @param codesign the JSON pointer to the AWS Signer object; with a {@code *} where the first has
 *     one
 * @param anchor the alias of the trust anchor; empty where the annotation leaves it unset
 * @param several whether the parameter takes a map of payloads
 */
public record PayloadParameter(
    String name, String url, String codesign, String anchor, boolean several) {}
