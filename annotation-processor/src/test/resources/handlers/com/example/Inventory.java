package com.example;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnCancelled;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class Inventory {
  record Counted(int parts, Optional<Instant> since, Thread.State state) {}

  record Nothing() {}

  @JobHandler(operation = "count")
  Counted count(ConfigUpdate document, JobContext context) {
    return new Counted(1, Optional.empty(), Thread.State.NEW);
  }

  @JobHandler(operation = "list")
  Map<String, String> list() {
    return Map.of();
  }

  @JobHandler(operation = "clear")
  static Nothing clear() {
    return new Nothing();
  }

  @JobHandler(operation = "count_later")
  CompletionStage<Counted> countLater(ConfigUpdate document, JobContext context) {
    return CompletableFuture.completedStage(count(document, context));
  }

  @JobHandler(operation = "list_later")
  CompletableFuture<Map<String, String>> listLater() {
    return CompletableFuture.completedFuture(list());
  }

  @JobHandler(operation = "order_later")
  CompletionStage<JobResult> orderThePartsThatAreMissingFromTheInventoryOfTheDevice(
      ConfigUpdate document, JobContext context) {
    return CompletableFuture.completedStage(JobResult.rebootAndContinue("ordered"));
  }

  @AfterRestart(operation = "order_later")
  static CompletionStage<Void> afterTheOrder() {
    return CompletableFuture.completedStage(null);
  }

  @OnCancelled(operation = "order_later")
  void cancelTheOrder() {}
}
