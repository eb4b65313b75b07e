package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.Admission;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.Outbox;
import io.jobhandler.internal.status.PatientJournal;
import io.jobhandler.internal.status.PatientUpdates;
import io.jobhandler.jobs.JobsClient;
import java.util.concurrent.Executor;

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
    JobsClient client,
    Executor handlerThreads,
    AgentToken token,
    DeviceIdentity identity,
    EngineSettings settings) {}
