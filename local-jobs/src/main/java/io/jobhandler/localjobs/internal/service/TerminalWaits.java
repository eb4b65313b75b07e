package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.JobExecution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The futures of those who wait for an execution to end. */
final class TerminalWaits {
  private final Map<ExecutionKey, List<CompletableFuture<JobExecution>>> waiting = new HashMap<>();

  CompletableFuture<JobExecution> add(ExecutionKey key) {
    CompletableFuture<JobExecution> future = new CompletableFuture<>();
    waiting.computeIfAbsent(key, k -> new ArrayList<>()).add(future);
    return future;
  }

  List<CompletableFuture<JobExecution>> take(ExecutionKey key) {
    List<CompletableFuture<JobExecution>> futures = waiting.remove(key);
    return futures == null ? List.of() : futures;
  }

  List<CompletableFuture<JobExecution>> takeAll() {
    List<CompletableFuture<JobExecution>> all = new ArrayList<>();
    waiting.values().forEach(all::addAll);
    waiting.clear();
    return all;
  }
}
