package io.jobhandler.journal;

import java.util.concurrent.CompletableFuture;

/**
 * What must survive the process: which attempts began, and which outcomes the service has not yet
 * accepted. One entry per execution, the newest replaces the one before it.
 *
 * <p>Methods return at once and never block; the agent calls them from one thread and one after the
 * other for the same execution.
 */
public interface JobJournal extends AutoCloseable {

  /**
   * Reads everything, before anything is stored.
   *
   * @return what the process before this one has left; failed if nothing can be read, so that the
   *     agent does not start
   */
  CompletableFuture<JournalContents> load();

  /**
   * Stores an entry in place of the one for the same execution.
   *
   * @param entry the entry
   * @return completed when the entry survives a loss of power; failed if that cannot be said
   */
  CompletableFuture<Void> store(JournalEntry entry);

  /**
   * Removes an entry. It may come back after a loss of power, which does no harm.
   *
   * @param entry an entry of the execution that is over
   * @return completed when the entry is gone; failed if that cannot be said
   */
  CompletableFuture<Void> remove(JournalEntry entry);

  /** Waits for what is under way and releases what is held. Idempotent. */
  @Override
  void close();
}
