package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.payload.FreshUrl;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.payload.PresignedUrl;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the document delivered once more, with new URLs. Blocks, on the thread that downloads. */
record DescribedUrl(Stages stages, DecodedJob job) implements FreshUrl {
  private static final Logger LOG = LoggerFactory.getLogger(DescribedUrl.class);

  @Override
  public Optional<PresignedUrl> of(PayloadReference reference) throws InterruptedException {
    try {
      JobExecution execution =
          stages
              .client()
              .describeJobExecution(DescribeJobExecutionRequest.of(job.key().jobId()))
              .get()
              .execution();
      return execution != null && execution.executionNumber() == job.key().executionNumber()
          ? url(reference, execution.jobDocument())
          : Optional.empty();
    } catch (ExecutionException e) {
      LOG.warn("Job {} is not described: {}", job.key(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<PresignedUrl> url(PayloadReference reference, @Nullable JobDocument document) {
    if (document == null) {
      return Optional.empty();
    }
    QueuedJob again =
        new QueuedJob(
            job.key(), job.queued().versionNumber(), job.queued().storedDetails(), document);
    try {
      return stages.decoder().decode(again).payloads().stream()
          .filter(other -> isSame(reference, other))
          .map(PayloadReference::url)
          .findFirst();
    } catch (DocumentFaultException e) {
      LOG.warn("Job {} came with another document: {}", job.key(), e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isSame(PayloadReference reference, PayloadReference other) {
    return other.parameter().equals(reference.parameter()) && other.key().equals(reference.key());
  }
}
