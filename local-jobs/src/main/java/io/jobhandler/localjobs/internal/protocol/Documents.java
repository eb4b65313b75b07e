package io.jobhandler.localjobs.internal.protocol;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.LocalJobsException;
import io.jobhandler.localjobs.PresignedUrlConfig;
import io.jobhandler.localjobs.internal.service.DocumentDelivery;
import java.time.Duration;

/** Checks the documents of new jobs, and has their placeholders filled with every delivery. */
public final class Documents {
  private final PresignedUrls urls;

  public Documents(PresignedUrls urls) {
    this.urls = urls;
  }

  /**
   * Prepares a document for delivery.
   *
   * @throws LocalJobsException InvalidRequestException if the text is no document, or has a
   *     placeholder that cannot be filled; InvalidJobDocumentException if a placeholder has no end
   */
  public DocumentDelivery prepare(CreateJob request) {
    JobDocument.check(request.document());
    DocumentTemplate template = DocumentTemplate.read(request.document());
    if (template.isConstant()) {
      return request::document;
    }
    PresignedUrlConfig config = request.presignedUrlConfig();
    if (config == null) {
      throw new LocalJobsException(
          "InvalidRequestException",
          "the job document has a placeholder for a presigned URL, so presignedUrlConfig must give"
              + " a roleArn");
    }
    Duration expiresIn = Duration.ofSeconds(config.expiresInSec());
    return () -> template.fill(location -> urls.toGet(location, expiresIn));
  }
}
