package io.jobhandler.processor.operation;

/**
 * Where a document tells of a payload.
 *
 * @param name the parameter that takes it
 * @param url a JSON pointer to the presigned URL; with a {@code *} where there are several
 * @param codesign a JSON pointer to the AWS Signer object
 * @param anchor the alias of the trust anchor, empty for the default
 * @param several whether the parameter takes several
 */
public record PayloadPointers(
    String name, String url, String codesign, String anchor, boolean several) {}
