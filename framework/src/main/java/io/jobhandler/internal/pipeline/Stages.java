package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.Admission;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.ExecutionReporter;
import io.jobhandler.internal.status.Outbox;
import io.jobhandler.internal.status.PatientUpdates;
import java.util.concurrent.Executor;

/** What every job runs through. */
record Stages(
    String thingName,
    Loop loop,
    DocumentDecoder decoder,
    Admission admission,
    PatientUpdates updates,
    Outbox outbox,
    ExecutionReporter.Sender sender,
    Executor handlerThreads,
    AgentToken token,
    EngineSettings settings) {}
