package io.jobhandler.torture.ledger;

/**
 * One line of the ledger.
 *
 * @param atMicros when, in microseconds since 1970
 * @param life which process of the device wrote it, counted over a run, unlike process ids
 * @param pid the process id
 * @param bootId the boot that the process runs in
 * @param what what the line tells
 * @param jobId the job; empty where it is about none
 * @param executionNumber which execution of the job
 * @param attempt which attempt, as the framework counts
 * @param step a durable step's name, or how something ended; empty otherwise
 * @param value what came of it; empty where nothing did
 */
public record LedgerLine(
    long atMicros,
    int life,
    long pid,
    String bootId,
    What what,
    String jobId,
    long executionNumber,
    int attempt,
    String step,
    String value) {}
