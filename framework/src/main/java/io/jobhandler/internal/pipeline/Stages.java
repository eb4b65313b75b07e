package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.Admission;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.health.Vitals;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.Outbox;
import io.jobhandler.internal.status.PatientJournal;
import io.jobhandler.internal.status.PatientUpdates;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.journal.JobJournal;

/** What every job runs through. */
record Stages(
    Loop loop,
    DocumentDecoder decoder,
    Admission admission,
    PayloadStage payloads,
    PatientUpdates updates,
    Inquiries inquiries,
    PatientJournal journal,
    Outbox outbox,
    Cancellations cancellations,
    JobsClient client,
    Workers handlerThreads,
    AgentToken token,
    DeviceIdentity identity,
    EngineSettings settings) {

  /** Makes the stages of a thing; see {@link Engine} for what they are made of. */
  static Stages of(
      JobsClient client,
      Loop loop,
      DocumentDecoder decoder,
      PayloadStage payloads,
      JobJournal journal,
      Workers handlerThreads,
      AgentToken token,
      DeviceIdentity identity,
      EngineSettings settings,
      Vitals vitals) {
    PatientJournal patientJournal = new PatientJournal(journal, loop);
    PatientUpdates updates = new PatientUpdates(loop);
    return new Stages(
        loop,
        decoder,
        new Admission(journal, settings.stepTimer(), loop),
        payloads,
        updates,
        new Inquiries(client, loop),
        patientJournal,
        new Outbox(patientJournal, updates, vitals),
        new Cancellations(),
        client,
        handlerThreads,
        token,
        identity,
        settings);
  }
}
