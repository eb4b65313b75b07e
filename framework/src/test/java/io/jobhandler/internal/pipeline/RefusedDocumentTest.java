package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import org.junit.jupiter.api.Test;

/** Jobs whose document no handler takes. */
class RefusedDocumentTest {
  private static final String UNKNOWN = "{\"operation\":\"make_coffee\"}";

  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;

  @Test
  void unknownOperationsAreRejectedFromQueued() {
    service.bring("job-1", UNKNOWN);

    assertThat(service.updatesInShort()).containsExactly("job-1 REJECTED UNKNOWN_OPERATION");
    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(1);
    assertThat(fixture.journal.stored)
        .extracting(JournalEntry::state)
        .singleElement()
        .isInstanceOf(JournalState.Ended.class);

    service.accept();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void theNextJobWaitsForTheRejection() {
    service.bring("job-1", UNKNOWN);
    service.bring("job-2");
    assertThat(service.updates()).hasSize(1);

    service.accept();
    assertThat(service.lastUpdate()).hasToString("job-2 IN_PROGRESS");
  }

  @Test
  void unknownOperationsAreLeftToOtherAgentsWhereThatIsSet() {
    EngineFixture leaving = EngineFixture.connectedAndLeavingUnknownOperations();
    leaving.service.bring("theirs", UNKNOWN);
    assertThat(leaving.service.updates()).isEmpty();
    assertThat(leaving.journal.stored).isEmpty();

    leaving.service.bring("theirs", UNKNOWN);
    leaving.service.bring("ours");
    assertThat(leaving.service.updatesInShort()).containsExactly("ours IN_PROGRESS");
  }

  @Test
  void malformedDocumentsAreRejectedAllTheSame() {
    EngineFixture leaving = EngineFixture.connectedAndLeavingUnknownOperations();
    leaving.service.bring("job-1", "{\"operation\":7}");

    assertThat(leaving.service.updatesInShort()).containsExactly("job-1 REJECTED INVALID_DOCUMENT");
  }
}
